"""Every citation of a recommendation by an action."""

from __future__ import annotations

from sscb_graph.graph.graph import Edge
from sscb_graph.graph.nodes import Action, Recommendation
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.columns import PRIORITY, RECOMMENDATION, SUPPORT, Id, Text, Truth
from sscb_graph.questions.definition import NOTHING
from sscb_graph.questions.rows import ABOUT, Parameters, Row, recommendation_cells
from sscb_graph.questions.silence import unless_ended

COLUMNS = (
    Id("id"),
    *RECOMMENDATION,
    Id("item_id"),
    Truth("is_recommendation"),
    Text("action"),
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
        "basis": edge.basis,
        "reason": edge.reason,
        "source": edge.source,
        ABOUT: [item.id, action.id],
    }


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What it means that there is no row."""
    return [] if rows else unless_ended(NOTHING, view.ended("ADDRESSES"))
