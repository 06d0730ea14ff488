"""Who leads an action, alone or jointly."""

from __future__ import annotations

from sscb_graph.graph import rules
from sscb_graph.graph.nodes import Action
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import marked
from sscb_graph.questions.answer import Caution
from sscb_graph.questions.columns import ACTION, CONFIRMATION, SUPPORT, BasisOfColumn, Text
from sscb_graph.questions.rows import ABOUT, Parameters, Row, action_cells, basis_cells, rows_by_action
from sscb_graph.questions.silence import LEAD, ended_of
from sscb_graph.text import listed, sentences

COLUMNS = (*ACTION, Text("lead"), Text("share"), BasisOfColumn("share_basis"), *SUPPORT, *CONFIRMATION)


def rows(view: GraphView, actions: list[str]) -> list[Row]:
    """A row for each lead of the action, or of each action that carries its number."""
    wanted = sorted((view.get(Action, key) for key in actions), key=rules.order_of)
    return [
        {
            **action_cells(action),
            "lead": lead.start.name,
            "share": rules.share_of(view, lead),
            "share_basis": rules.share_basis(view, lead),
            **basis_cells(lead),
            ABOUT: [action.id, lead.start.id],
        }
        for action in wanted
        for lead in view.leads(action)
    ]


def title(view: GraphView, parameters: Parameters) -> str:
    """The heading of a page."""
    actions = [view.get(Action, key) for key in parameters["actions"]]
    return f"Who leads {listed([action.with_priority for action in actions])}"


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """Who leads each action."""
    return sentences(map(_told, rows_by_action(rows)))


def _told(rows: list[Row]) -> str:
    """The leads of an action, in a sentence."""
    leads = [marked(row["lead"], row["basis"]) for row in rows]
    how = "jointly by" if len(leads) > 1 else "by"
    return f"{rows[0]['action']} is led {how} {listed(leads)}."


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """Which actions have no lead, and which leads have ended, even if others took their place."""
    led = {row["row_id"] for row in rows}
    actions = [view.get(Action, key) for key in parameters["actions"]]
    ended = ended_of(view, actions, LEAD)
    silent = [action.with_priority for action in actions if action.id not in led and action not in ended]
    found = [f"The plan does not say who leads {', '.join(silent)}."] if silent else []
    return [*found, *(Caution(f"{action.with_priority}: {words}") for action, words in ended.items())]
