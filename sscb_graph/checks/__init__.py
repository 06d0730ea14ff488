"""What is questionable in the plan itself: each check yields findings, and none edits or saves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sscb_graph.checks import actions, document, structure
from sscb_graph.checks.finding import Finding, Severity
from sscb_graph.graph.nodes import Acceptance
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.columns import SOURCE, Columns, FindingName, Group, Hidden, Place, Text, Words

#: Every check, in the order in which findings of one severity are listed.
CHECKS: tuple[Callable[[GraphView], Iterator[Finding]], ...] = (
    actions.numbers_used_twice,
    actions.citations_in_text,
    actions.due_before_dependency,
    actions.links_not_returned,
    structure.reporting_cycles,
    document.titles_disagree,
    document.priorities_worded_twice,
    structure.without_route,
    structure.reviews_without_date,
    actions.blank_cells,
    actions.statuses_of_another_word,
    document.uncited_recommendations,
    structure.leads_nothing,
    document.abbreviations_never_expanded,
)
COLUMNS: Columns = (
    Group("severity"),
    Group("check"),
    FindingName("finding"),
    Hidden("item"),
    Words("text", place=Place.TABLE),
    Text("accepted"),
    Text("where"),
    SOURCE,
)


def check_rows(view: GraphView) -> list[dict[str, Any]]:
    """Every finding as a row with the cells of COLUMNS, the severest first; an accepted finding says why."""
    accepted = {acceptance.finding: acceptance for acceptance in view.all(Acceptance)}
    found = [(number, each) for number, check in enumerate(CHECKS) for each in check(view)]
    severities = list(Severity)
    found.sort(key=lambda pair: (severities.index(pair[1].severity), pair[0]))
    return [_row(each, accepted.get(each.name)) for _, each in found]


def _row(found: Finding, acceptance: Acceptance | None) -> dict[str, Any]:
    return {
        "severity": found.severity.value,
        "check": found.check,
        "finding": found.name,
        "item": found.item,
        "text": found.sentence,
        "accepted": f"{acceptance.reason} ({acceptance.source})" if acceptance else None,
        "where": found.where or None,
        "source": found.source,
    }


def stale_acceptances(view: GraphView, rows: list[dict[str, Any]]) -> list[str]:
    """The names in accepted.csv that no finding has any more."""
    names = {row["finding"] for row in rows}
    return [acceptance.finding for acceptance in view.all(Acceptance) if acceptance.finding not in names]


__all__ = ["COLUMNS", "Finding", "Severity", "check_rows", "stale_acceptances"]
