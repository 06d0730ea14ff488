"""Which priority each action serves."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sscb_graph.graph.view import GraphView
from sscb_graph.questions.columns import PRIORITY, SUPPORT, ActionNumber, Id
from sscb_graph.questions.rows import ABOUT, Parameters, Row, support_cells
from sscb_graph.text import many

if TYPE_CHECKING:
    from sscb_graph.graph.graph import Edge
    from sscb_graph.graph.nodes import Action, Priority

COLUMNS = (Id("id"), ActionNumber("action"), Id("row_id"), PRIORITY, Id("priority_id"), *SUPPORT)


def rows(view: GraphView) -> list[Row]:
    """A row for each action and priority, in the order of the actions."""
    return [
        {
            "id": edge.id,
            "action": edge.start.number,
            "row_id": edge.start.id,
            "priority": edge.end.number,
            "priority_id": edge.end.id,
            **support_cells(edge),
            ABOUT: [edge.start.id, edge.end.id],
        }
        for edge in cast("list[Edge[Action, Priority]]", view.typed("SERVES"))
    ]


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many actions serve how many priorities."""
    actions, priorities = len({row["row_id"] for row in rows}), len({row["priority_id"] for row in rows})
    return f"{many(actions, 'action')} under {many(priorities, 'priority', 'priorities')}." if rows else ""
