"""Every lead of every action."""

from __future__ import annotations

from sscb_graph.graph.nodes import Action
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.columns import CONFIRMATION, PRIORITY, SUPPORT, ActionNumber, Id, Text
from sscb_graph.questions.definition import NOTHING
from sscb_graph.questions.headlines import bases_of
from sscb_graph.questions.rows import ABOUT, Parameters, Row, basis_cells
from sscb_graph.questions.silence import unless_ended
from sscb_graph.text import many, sentences

COLUMNS = (
    Id("id"),
    ActionNumber("action"),
    Id("row_id"),
    PRIORITY,
    Text("lead"),
    Id("lead_id"),
    *SUPPORT,
    *CONFIRMATION,
)


def rows(view: GraphView) -> list[Row]:
    """A row for each lead of each action."""
    actions = view.all(Action)
    view.prefetch(actions, into=("LEADS",))
    return [
        {
            "id": edge.id,
            "action": action.number,
            "row_id": action.id,
            "priority": action.priority,
            "lead": edge.start.name,
            "lead_id": edge.start.id,
            **basis_cells(edge),
            ABOUT: [action.id, edge.start.id],
        }
        for action in actions
        for edge in view.leads(action)
    ]


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many bodies lead how many actions."""
    bodies, actions = len({row["lead_id"] for row in rows}), len({row["row_id"] for row in rows})
    first = f"{many(bodies, 'body leads', 'bodies lead')} {many(actions, 'action')}."
    return sentences([first, bases_of(rows, "leads")]) if rows else ""


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What it means that there is no row."""
    return [] if rows else unless_ended(NOTHING, view.ended("LEADS"))
