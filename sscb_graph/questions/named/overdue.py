"""Which actions are past a date and not completed."""

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

#: ``counted`` shows people which dates of the timescale are past.
COLUMNS = (
    Dates("counted"),
    Hidden("timescale"),
    *replaced(ACTION_FACTS, Dates("due", place=Place.NOWHERE)),
)


def rows(view: GraphView, as_at: str) -> list[Row]:
    """A row for each action with a date strictly before ``as_at`` (an ISO 8601 day) that is not completed."""
    past = {action: dates for action in view.all(Action) if (dates := rules.dates_by(action, as_at, before=True))}
    prefetch_actions(view, list(past))
    return [_row(view, action, dates) for action, dates in past.items() if not rules.is_completed(view, action)]


def _row(view: GraphView, action: Action, dates: list[str]) -> Row:
    """The row of an action: that it is overdue rests on its dates, and on any status that says how far it is."""
    return action_row(
        view,
        action,
        [],
        counted=dates,
        timescale=action.timescale_printed,
        basis=rules.chain_basis(view.statuses(action)),
        reason=rules.joined(view.statuses(action), "reason"),
        source=action.cell_source(action.timescale_printed),
    )


def title(view: GraphView, parameters: Parameters) -> str:
    """The heading of a page."""
    return f"Actions overdue on {in_words(parameters['as_at'])}"


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many actions were overdue on the day, how many fell due on it, and how far they are."""
    day = in_words(parameters["as_at"])
    today = rules.due_on(view, parameters["as_at"])
    fell = f"; {many(len(today), 'action')} fell due that day" if today else ""
    if not rows:
        return f"Nothing was overdue on {day}{fell}."
    count = f"{many(len(rows), 'action was', 'actions were')} overdue on {day}: {counted_days(rows)}{fell}."
    return sentences([count, statuses(rows)])


def brief(view: GraphView, rows: list[Row], parameters: Parameters) -> Brief:
    """The usual table with the dates that count, with what has no date and when dates end."""
    return Brief(BRIEF_COUNTED, rows, _without_day(view, parameters))


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """The day of the answer, and how blank statuses and timescales are read."""
    day = in_words(parameters["as_at"])
    found = [f"As at {day}: a date strictly before that day, and a status that is not Completed."]
    if any(row["status"] is None for row in rows):
        found.append("A blank status counts as not completed.")
    found.append("An action whose timescale names no date is never overdue.")
    return [*found, *_without_day(view, parameters)]


def _without_day(view: GraphView, parameters: Parameters) -> list[str]:
    """The actions that can never be overdue, and when dates end."""
    return [text for text in (undated(view, parameters["as_at"], completed=False), nothing_due_after(view)) if text]
