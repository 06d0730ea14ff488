"""What is questionable in the plan itself: each check yields findings, and none edits or saves."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sscb_graph.checks import actions, document, structure
from sscb_graph.checks.finding import Finding, Severity
from sscb_graph.facts import Facts
from sscb_graph.property_graph import Graph

#: Every check, in the order in which findings of one severity are listed.
CHECKS: tuple[Callable[[Facts], Iterator[Finding]], ...] = (
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
COLUMNS = ("severity", "check", "finding", "item", "text", "accepted", "source")


def check_rows(graph: Graph) -> list[dict[str, object]]:
    """Every finding as a row, the severest first; an accepted one says why, by whom and when."""
    facts = Facts(graph)
    accepted = {node["finding"]: node for node in facts.labelled("Acceptance")}
    found = [(number, one) for number, check in enumerate(CHECKS) for one in check(facts)]
    severities = list(Severity)
    found.sort(key=lambda pair: (severities.index(pair[1].severity), pair[0]))
    rows: list[dict[str, object]] = []
    for _, one in found:
        acceptance = accepted.get(one.name)
        rows.append(
            {
                "severity": one.severity.value,
                "check": one.check,
                "finding": one.name,
                "item": one.item,
                "text": one.sentence,
                "accepted": f"{acceptance['reason']} ({acceptance['source']})" if acceptance else None,
                "source": one.source,
            }
        )
    return rows


def stale_acceptances(graph: Graph, rows: list[dict[str, object]]) -> list[str]:
    """The names in accepted.csv that no finding has any more."""
    names = {row["finding"] for row in rows}
    return [node["finding"] for node in Facts(graph).labelled("Acceptance") if node["finding"] not in names]


__all__ = ["COLUMNS", "Finding", "Severity", "check_rows", "stale_acceptances"]
