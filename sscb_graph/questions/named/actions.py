"""Every action of the plan."""

from __future__ import annotations

from sscb_graph.graph.nodes import Action
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.columns import ACTION_FACTS, Text, inserted
from sscb_graph.questions.rows import Row, action_row, prefetch_actions

COLUMNS = inserted(ACTION_FACTS, "leads_basis", Text("timescale"))


def rows(view: GraphView) -> list[Row]:
    """A row for each action."""
    actions = view.all(Action)
    prefetch_actions(view, actions)
    return [action_row(view, action, [], timescale=action.timescale_printed) for action in actions]
