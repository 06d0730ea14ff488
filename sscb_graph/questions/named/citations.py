"""Every citation of a recommendation by an action."""

from __future__ import annotations

from sscb_graph.graph.graph import Edge
from sscb_graph.graph.nodes import Action, Recommendation
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import BASES
from sscb_graph.questions.columns import PRIORITY, RECOMMENDATION, SUPPORT, ActionNumber, Id, Truth
from sscb_graph.questions.definition import NOTHING
from sscb_graph.questions.rows import ABOUT, Parameters, Row, recommendation_cells, support_cells
from sscb_graph.questions.silence import unless_ended
from sscb_graph.text import many, sentences

COLUMNS = (
    Id("id"),
    *RECOMMENDATION,
    Id("item_id"),
    Truth("is_recommendation"),
    ActionNumber("action"),
    Id("row_id"),
    PRIORITY,
    *SUPPORT,
)


def rows(view: GraphView) -> list[Row]:
    """A row for each citation, in the order of the recommendations."""
    items = view.all(Recommendation)
    view.prefetch(items, into=("ADDRESSES",))
    return [_row(edge) for item in items for edge in view.citations_of(item)]


def _row(edge: Edge[Action, Recommendation]) -> Row:
    item, action = edge.end, edge.start
    return {
        "id": edge.id,
        **recommendation_cells(item),
        "item_id": item.id,
        "is_recommendation": item.recommendation,
        "action": action.number,
        "row_id": action.id,
        "priority": action.priority,
        **support_cells(edge),
        ABOUT: [item.id, action.id],
    }


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many citations there are of how many items, by how many actions."""
    return sentences(_counted(rows, basis) for basis in BASES)


def _counted(rows: list[Row], basis: str) -> str:
    """The citations on a basis, in a sentence; "" where there are none."""
    found = [row for row in rows if row["basis"] == basis]
    actions = len({row["row_id"] for row in found})
    items = len({row["item_id"] for row in found})
    by = f"{many(actions, 'action')} of {many(items, 'numbered item')}"
    return f"{basis.capitalize()}: {many(len(found), 'citation')} by {by}." if found else ""


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What it means that there is no row."""
    return [] if rows else unless_ended(NOTHING, view.ended("ADDRESSES"))
