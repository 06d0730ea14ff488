"""Which actions stand under a priority."""

from __future__ import annotations

from sscb_graph.graph.nodes import Priority
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.columns import ACTION_FACTS
from sscb_graph.questions.headlines import progress
from sscb_graph.questions.rows import Parameters, Row, action_rows
from sscb_graph.text import many, sentences

COLUMNS = ACTION_FACTS


def rows(view: GraphView, priority: str) -> list[Row]:
    """A row for each action under the priority, in the order of the plan."""
    return action_rows(view, view.serving(view.get(Priority, priority)))


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many actions stand under it, how far they are and by when they are due."""
    name = view.get(Priority, parameters["priority"]).name
    return sentences([f"{many(len(rows), 'action stands', 'actions stand')} under {name}.", progress(rows)])
