"""Which actions have a date on or before a day."""

from __future__ import annotations

from sscb_graph.graph import rules
from sscb_graph.graph.nodes import Action
from sscb_graph.graph.view import GraphView
from sscb_graph.model.dates import in_words
from sscb_graph.questions.brief import Brief
from sscb_graph.questions.columns import ACTION_FACTS, BRIEF_COUNTED, Dates, Hidden, Place, replaced
from sscb_graph.questions.headlines import counted_days, statuses
from sscb_graph.questions.rows import Parameters, Row, action_row, prefetch_actions
from sscb_graph.questions.silence import nothing_due_after, undated
from sscb_graph.text import many, sentences

#: People see the dates that count instead of all dates and the printed timescale.
COLUMNS = (Dates("counted"), Hidden("timescale"), *replaced(ACTION_FACTS, Dates("due", place=Place.NOWHERE)))


def rows(view: GraphView, by: str) -> list[Row]:
    """A row for each action with a date on or before ``by`` (an ISO 8601 day), including completed actions."""
    dated = {action: counted for action in view.all(Action) if (counted := rules.dates_by(action, by))}
    prefetch_actions(view, list(dated))
    return [
        action_row(
            view,
            action,
            [],
            counted=counted,
            timescale=action.timescale_printed,
            source=action.cell_source(action.timescale_printed),
        )
        for action, counted in dated.items()
    ]


def title(view: GraphView, parameters: Parameters) -> str:
    """The heading of a page."""
    return f"Actions due by {in_words(parameters['by'])}"


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many actions have a date by then, and how far they are."""
    day = in_words(parameters["by"])
    if not rows:
        return f"No action has a date on or before {day}."
    count = f"{many(len(rows), 'action has', 'actions have')} a date on or before {day}: {counted_days(rows)}."
    return sentences([count, statuses(rows)])


def brief(view: GraphView, rows: list[Row], parameters: Parameters) -> Brief:
    """The usual table with the dates that count, with what has no date and when dates end."""
    return Brief(BRIEF_COUNTED, rows, _without_day(view, parameters))


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """Which actions are counted, and which are never listed."""
    return [
        "Completed actions are listed too, with their status. An action with several dates counts by any one of them, "
        "shown under 'counted'. An action whose timescale names no date is never listed.",
        *_without_day(view, parameters),
    ]


def _without_day(view: GraphView, parameters: Parameters) -> list[str]:
    """The actions that no day can list, and when dates end."""
    return [text for text in (undated(view, parameters["by"], completed=True), nothing_due_after(view)) if text]
