"""What is questionable in the dates of the action plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from sscb_graph.checks.finding import Finding, about_fact, about_node
from sscb_graph.graph import rules
from sscb_graph.graph.nodes import Action, Title
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED
from sscb_graph.model.dates import first_day, in_words, last_day
from sscb_graph.model.vocabulary import Severity
from sscb_graph.questions.silence import nothing_due_after
from sscb_graph.text import sentence

if TYPE_CHECKING:
    from sscb_graph.graph.graph import Edge

#: How many months without a date at the end of a plan are worth a finding: a quarter.
_QUARTER = 3


def nothing_due_at_the_end(view: GraphView) -> Iterator[Finding]:
    """A plan that goes on for a quarter or more after the last of its dates."""
    if rules.months_after_last_due(view) >= _QUARTER:
        yield about_node(Severity.WARNING, "nothing-due-at-the-end", view.plan, nothing_due_after(view))


def titles_without_dates(view: GraphView) -> Iterator[Finding]:
    """A title of a period in which nothing is due."""
    days = [day for action in view.all(Action) for day in action.due_last]
    for title in view.all(Title):
        if not (days and title.starts and title.until):
            continue
        first, last = first_day(title.starts), last_day(title.until)
        if not any(first <= day <= last for day in days):
            words = f'Nothing is due in the period that the title "{title.text}" gives.'
            yield about_node(Severity.WARNING, "title-without-dates", title, words)


def without_date(view: GraphView) -> Iterator[Finding]:
    """An action whose timescale names no date."""
    for action in rules.without_date(view):
        printed = f'prints "{action.timescale_printed}"' if action.timescale_printed else "is blank"
        words = f"Action {action.number} has no date: its timescale {printed}."
        yield about_node(Severity.WARNING, "action-without-date", action, words)


def due_before_dependency(view: GraphView) -> Iterator[Finding]:
    """An action that is due before another that it depends on, or on the very day.

    Of several dates of the action the first counts, since work is due by then; of the other the last.
    """
    for edge in cast("list[Edge[Action, Action]]", view.typed("DEPENDS_ON")):
        mine, theirs = edge.start.due_last, edge.end.due_last
        if not (mine and theirs):
            continue
        due = "first due" if len(mine) > 1 else "due"
        why = f" {sentence(edge.reason)}" if edge.reason else ""
        depends = f"{edge.end.number}, on which it depends"
        if min(mine) < max(theirs):
            words = f"{edge.start.number} is {due} by {in_words(min(mine))}, before {depends}"
            severity = Severity.ERROR if edge.basis == STATED else Severity.WARNING
            yield about_fact(severity, "due-before-dependency", edge, f"{words} ({in_words(max(theirs))}).{why}")
        elif min(mine) == max(theirs):
            words = f"{edge.start.number} is {due} on the same day as {depends}: {in_words(min(mine))}.{why}"
            yield about_fact(Severity.WARNING, "due-with-dependency", edge, words)
