"""What is questionable in the plan itself: each check yields findings, and no check edits or saves."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sscb_graph.checks import actions, cells, document, leads, reader, schedule, structure
from sscb_graph.checks.brief import brief_findings, listed_findings
from sscb_graph.checks.finding import Finding
from sscb_graph.graph.nodes import Acceptance
from sscb_graph.graph.view import GraphView
from sscb_graph.model.vocabulary import Severity
from sscb_graph.questions.columns import SOURCE, CheckName, Columns, FindingName, Group, Hidden, Place, Text, Words
from sscb_graph.questions.kinds import FINDINGS, find_kind, place_of
from sscb_graph.questions.rows import Row
from sscb_graph.text import fold

#: Every check; the order in which findings are listed is that of their kinds.
CHECKS: tuple[Callable[[GraphView], Iterator[Finding]], ...] = (
    leads.gone_bodies_that_lead,
    leads.gone_bodies_that_report,
    leads.led_by_nobody,
    leads.without_record,
    leads.against_words,
    leads.under_review,
    leads.several,
    structure.board_not_at_the_top,
    structure.reporting_cycles,
    structure.without_route,
    structure.reviews_without_date,
    structure.boards_among_subgroups,
    structure.leads_nothing,
    schedule.due_before_dependency,
    schedule.nothing_due_at_the_end,
    schedule.titles_without_dates,
    schedule.without_date,
    actions.numbers_used_twice,
    actions.citations_in_text,
    actions.links_not_returned,
    actions.blank_cells,
    actions.statuses_of_another_word,
    cells.texts_that_break_off,
    cells.lists_of_numbers,
    cells.leads_run_together,
    cells.bodies_in_many_forms,
    document.titles_disagree,
    document.priorities_worded_twice,
    document.uncited_recommendations,
    document.abbreviations_never_expanded,
    reader.observations,
)
COLUMNS: Columns = (
    Group("severity"),
    CheckName("check"),
    FindingName("finding"),
    Hidden("item"),
    Words("text", place=Place.TABLE),
    Text("accepted"),
    Text("where"),
    SOURCE,
)


def check_rows(view: GraphView) -> list[Row]:
    """Every finding as a row with the cells of COLUMNS; ``accepted`` is None or says why.

    Errors come first, and of equal severity the kinds that FINDINGS puts first.
    """
    accepted = {acceptance.finding: acceptance for acceptance in view.all(Acceptance)}
    found = [each for check in CHECKS for each in check(view)]
    severities = list(Severity)
    found.sort(key=lambda each: (severities.index(each.severity), place_of(each.check, FINDINGS)))
    return [_row(each, accepted.get(each.name)) for each in found]


def rows_of(rows: list[Row], typed: str) -> list[Row]:
    """The findings of a severity ("errors") or of a kind, in any case; raises BadValue with all that may be typed."""
    words = {f"{severity.value}s": severity.value for severity in Severity}
    folded = fold(typed)
    if severity := words.get(folded) or (folded if folded in words.values() else None):
        return [row for row in rows if row["severity"] == severity]
    kind = find_kind(typed, FINDINGS, "kind", list(words))
    return [row for row in rows if row["check"] == kind.name]


def _row(found: Finding, acceptance: Acceptance | None) -> Row:
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


def stale_acceptances(view: GraphView, rows: list[Row]) -> list[str]:
    """The names in accepted.csv that no longer belong to a finding."""
    names = {row["finding"] for row in rows}
    return [acceptance.finding for acceptance in view.all(Acceptance) if acceptance.finding not in names]


__all__ = [
    "COLUMNS",
    "Finding",
    "Severity",
    "brief_findings",
    "check_rows",
    "listed_findings",
    "rows_of",
    "stale_acceptances",
]
