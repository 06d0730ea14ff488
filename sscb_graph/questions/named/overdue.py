"""Which actions are past a date and not completed."""

from __future__ import annotations

from sscb_graph.graph import rules
from sscb_graph.graph.nodes import Action
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.columns import ACTION_FACTS, Dates, Hidden, Place, replaced
from sscb_graph.questions.rows import Parameters, Row, action_row, prefetch_actions

#: ``counted`` tells people which of the dates of the timescale are past.
COLUMNS = (
    Dates("counted"),
    Hidden("timescale"),
    *replaced(ACTION_FACTS, Dates("due", place=Place.NOWHERE)),
)


def rows(view: GraphView, as_at: str) -> list[Row]:
    """A row for each action with a date strictly before the day that is not completed."""
    past = {action: dates for action in view.all(Action) if (dates := rules.dates_by(action, as_at, before=True))}
    prefetch_actions(view, list(past))
    return [
        action_row(view, action, [], counted=dates, timescale=action.timescale_printed)
        for action, dates in past.items()
        if not rules.is_completed(view, action)
    ]


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """The day that the answer is for, and how blank statuses and timescales are read."""
    found = [f"As at {parameters['as_at']}: a date strictly before that day, and a status that is not Completed."]
    if any(row["status"] is None for row in rows):
        found.append("A blank status counts as not completed.")
    found.append("An action whose timescale names no date is never overdue.")
    return found
