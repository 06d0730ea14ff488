"""Every link between two actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sscb_graph.graph.view import GraphView
from sscb_graph.model.vocabulary import LINKS, words_of
from sscb_graph.questions.brief import Brief
from sscb_graph.questions.columns import (
    BASIS,
    PRIORITY,
    SUPPORT,
    ActionNumber,
    Id,
    Number,
    Place,
    Relation,
    Text,
)
from sscb_graph.questions.definition import NOTHING
from sscb_graph.questions.headlines import bases_of, by_kind
from sscb_graph.questions.rows import ABOUT, Parameters, Row, support_cells
from sscb_graph.questions.silence import unless_ended
from sscb_graph.text import many, sentences

if TYPE_CHECKING:
    from sscb_graph.graph.graph import Edge
    from sscb_graph.graph.nodes import Action

#: The types of links, in the order of the answer.
TYPES = (*(kind.name for kind in LINKS), "SHARES_OUTCOME_OF")

COLUMNS = (
    Id("id"),
    ActionNumber("action"),
    Id("row_id"),
    PRIORITY,
    Relation("relation"),
    Text("other", "other action"),
    Id("other_row_id"),
    Number("other_priority", "its priority", narrow="its prio"),
    Text("doubt", "What makes no sense about it", Place.BELOW),
    *SUPPORT,
)
_BRIEF = (ActionNumber("action"), Relation("relation"), Text("other", "other action"), BASIS)


def rows(view: GraphView) -> list[Row]:
    """A row for each link, by its kind and then in the order of the actions."""
    return [_row(edge) for kind in TYPES for edge in cast("list[Edge[Action, Action]]", view.typed(kind))]


def _row(edge: Edge[Action, Action]) -> Row:
    action, other = edge.start, edge.end
    return {
        "id": edge.id,
        "action": action.number,
        "row_id": action.id,
        "priority": action.priority,
        "relation": words_of(edge.type),
        "other": other.number,
        "other_row_id": other.id,
        "other_priority": other.priority,
        "doubt": edge.doubt,
        **support_cells(edge),
        ABOUT: [action.id, other.id],
    }


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many there are of each kind, how well they are known, and how many make no sense."""
    if not rows:
        return ""
    doubtful = sum(row["doubt"] is not None for row in rows)
    doubt = f"{many(doubtful, 'makes', 'make')} no sense as printed." if doubtful else ""
    count = f"{many(len(rows), 'link')} between actions: {by_kind(rows, 'relation')}."
    return sentences([count, bases_of(rows), doubt])


def brief(view: GraphView, rows: list[Row], parameters: Parameters) -> Brief:
    """Which action is linked to which, with what makes no sense; an action is told by its priority too."""
    named = [
        {**row, "action": _in_full(row, "action", "priority"), "other": _in_full(row, "other", "other_priority")}
        for row in rows
    ]
    doubts = [f"{row['action']} {row['relation']} {row['other']}: {row['doubt']}" for row in rows if row["doubt"]]
    return Brief(_BRIEF, named, doubts)


def _in_full(row: Row, number: str, priority: str) -> str:
    return f"{row[number]} (Priority {row[priority]})"


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What it means that there is no row."""
    return [] if rows else unless_ended(NOTHING, view.ended(*TYPES))
