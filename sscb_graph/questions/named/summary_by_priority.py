"""How many actions serve each priority, and how many have each status."""

from __future__ import annotations

from sscb_graph.graph import rules
from sscb_graph.graph.nodes import Action, Priority
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import weakest
from sscb_graph.questions.brief import Brief
from sscb_graph.questions.columns import (
    BASIS,
    PRIORITY,
    SOURCE,
    STATUS_COUNTS,
    Number,
    Place,
    What,
    Words,
    names,
    replaced,
    without,
)
from sscb_graph.questions.definition import NOTHING
from sscb_graph.questions.headlines import counted_statuses
from sscb_graph.questions.rows import ABOUT, Parameters, Row, status_counts
from sscb_graph.questions.silence import STATUS, blank_cells_ended
from sscb_graph.text import many

COLUMNS = (
    PRIORITY,
    Words("title", place=Place.TABLE),
    Number("actions"),
    *STATUS_COUNTS,
    Number("no_date"),
    BASIS,
    SOURCE,
)


def rows(view: GraphView) -> list[Row]:
    """A row for each priority."""
    priorities = view.all(Priority)
    view.prefetch(priorities, into=("SERVES",))
    serving = [edge for priority in priorities for edge in view.serving(priority)]
    view.prefetch([edge.start for edge in serving], out=("HAS_STATUS",))
    return [_row(view, priority) for priority in priorities]


def _row(view: GraphView, priority: Priority) -> Row:
    serving = view.serving(priority)
    actions = [edge.start for edge in serving]
    statuses = [edge for action in actions for edge in view.statuses(action)]
    return {
        "priority": priority.number,
        "title": priority.wording,
        "actions": len(actions),
        **status_counts(view, actions),
        "no_date": sum(not action.due for action in actions),
        "basis": rules.chain_basis([*serving, *statuses]),
        "source": priority.source,
        ABOUT: [priority.id],
    }


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many actions there are, and how many have each status."""
    total = many(sum(row["actions"] for row in rows), "action")
    return f"{total} under {many(len(rows), 'priority', 'priorities')}: {counted_statuses(rows)}." if rows else ""


def brief(view: GraphView, rows: list[Row], parameters: Parameters) -> Brief:
    """The counts of each priority, and their totals."""
    counts = names((*STATUS_COUNTS, Number("actions"), Number("no_date")))
    totals = {name: sum(row[name] for row in rows) for name in counts}
    last = {"priority": None, "title": "All priorities", "basis": weakest(row["basis"] for row in rows), **totals}
    columns = replaced(without(COLUMNS, "priority", "basis", "source"), What("title", "priority"))
    return Brief(columns, [*_numbered(rows), last] if len(rows) > 1 else _numbered(rows))


def _numbered(rows: list[Row]) -> list[Row]:
    return [{**row, "title": f"{row['priority']}: {row['title']}"} for row in rows]


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What it means that there is no row, and which statuses that count as blank have ended."""
    return blank_cells_ended(view, view.all(Action), STATUS) if rows else [NOTHING]
