"""Who leads an action, alone or jointly."""

from __future__ import annotations

from sscb_graph.graph import rules
from sscb_graph.graph.nodes import Action
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.asking import ended_words
from sscb_graph.questions.columns import ACTION, CONFIRMATION, SUPPORT, Text
from sscb_graph.questions.rows import ABOUT, Parameters, Row, action_cells, basis_cells

COLUMNS = (*ACTION, Text("lead"), Text("share"), *SUPPORT, *CONFIRMATION)


def rows(view: GraphView, actions: list[str]) -> list[Row]:
    """A row for each lead of the action, or of each action that carries its number."""
    wanted = sorted((view.get(Action, key) for key in actions), key=rules.order_of)
    return [
        {
            **action_cells(action),
            "lead": lead.start.name,
            "share": rules.share_of(view, lead),
            **basis_cells(lead),
            ABOUT: [action.id, lead.start.id],
        }
        for action in wanted
        for lead in view.leads(action)
    ]


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """Which of the actions have no lead, and whose lead a record has ended, whoever leads it since."""
    led = {row["row_id"] for row in rows}
    without = [key for key in parameters["actions"] if key not in led]
    ended = {key: words for key in parameters["actions"] if (words := ended_words(view, key, "LEADS", "lead_printed"))}
    silent = [key for key in without if key not in ended]
    found = [f"The plan does not say who leads {', '.join(silent)}."] if silent else []
    return [*found, *(f"{key}: {words}" for key, words in ended.items())]
