"""Which actions have a date on or before a day."""

from __future__ import annotations

from sscb_graph.graph import rules
from sscb_graph.graph.nodes import Action
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.columns import ACTION_FACTS, Dates, Hidden, Place, replaced
from sscb_graph.questions.rows import Parameters, Row, action_row, prefetch_actions

#: People see the dates that count, rather than all dates and the words that give them.
COLUMNS = (Dates("counted"), Hidden("timescale"), *replaced(ACTION_FACTS, Dates("due", place=Place.NOWHERE)))


def rows(view: GraphView, by: str) -> list[Row]:
    """A row for each action with such a date, completed actions too; ``by`` is a day in ISO 8601."""
    dated = {action: counted for action in view.all(Action) if (counted := rules.dates_by(action, by))}
    prefetch_actions(view, list(dated))
    return [
        action_row(view, action, [], counted=counted, timescale=action.timescale_printed)
        for action, counted in dated.items()
    ]


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """Which actions can never be here."""
    return [
        "Completed actions are listed too, with their status. An action with several dates counts by any one of them, "
        "shown under 'counted'. An action whose timescale names no date is never listed."
    ]
