"""What is questionable in the structure of groups."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from sscb_graph.checks.finding import Finding, Severity, finding
from sscb_graph.facts import Chain, Facts, Node, standing_of
from sscb_graph.ontology import GROUPS


def groups(facts: Facts) -> list[Node]:
    """The boards and groups of the structure that exist: neither former ones nor ones that are only proposed."""
    return [
        body
        for body in facts.labelled("Body")
        if not GROUPS.isdisjoint(body["labels"]) and standing_of(facts, body) not in {"former", "proposed"}
    ]


def leads_nothing(facts: Facts) -> Iterator[Finding]:
    """A board or group that leads no action."""
    for body in groups(facts):
        if not facts.out(body, "LEADS"):
            yield finding(Severity.NOTICE, "body-leads-nothing", body, f"{body['name']} leads no action of the plan.")


def without_route(facts: Facts) -> Iterator[Finding]:
    """A group, or a body that leads an action, that no reporting line connects to the Board."""
    board = str(facts.plan.get("board", ""))
    if board not in facts:
        return
    reached = facts.chains([Chain((board,))], facts.downwards)
    grouped = {body["id"] for body in groups(facts)}
    for body in facts.labelled("Body"):
        if body["id"] not in reached and (body["id"] in grouped or facts.out(body, "LEADS")):
            sentence = f"The plan does not say by what line {body['name']} would report to {facts.node(board)['name']}."
            yield finding(Severity.WARNING, "body-without-route-to-board", body, sentence)


def reporting_cycles(facts: Facts) -> Iterator[Finding]:
    """Bodies that report to each other in a circle."""
    lines = facts.typed("REPORTS_TO")
    graph: nx.DiGraph[str] = nx.DiGraph((line.start["id"], line.end["id"]) for line in lines)
    for circle in sorted(sorted(part) for part in nx.strongly_connected_components(graph)):
        if len(circle) > 1 or graph.has_edge(circle[0], circle[0]):
            names = ", ".join(facts.node(key)["name"] for key in circle)
            inside = [line for line in lines if line.start["id"] in circle and line.end["id"] in circle]
            sources = "; ".join(dict.fromkeys(line.data["source"] for line in inside))
            words = "reports to itself" if len(circle) == 1 else "report to each other in a circle"
            yield finding(
                Severity.ERROR, "reporting-cycle", facts.node(circle[0]), f"{names}: {words}.", source=sources
            )


def reviews_without_date(facts: Facts) -> Iterator[Finding]:
    """A group that is under review, without a date for the review."""
    for decision in facts.labelled("Decision"):
        if decision["standing"] == "under review" and "review_on" not in decision:
            for fact in facts.out(decision, "DECIDES_ON"):
                sentence = f"{fact.end['name']} is under review; the plan does not say when."
                yield finding(Severity.WARNING, "review-without-date", fact.end, sentence, source=decision["source"])
