"""What is questionable in the structure of groups."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from sscb_graph.checks.finding import Finding, Severity, about_node, places
from sscb_graph.graph import rules
from sscb_graph.graph.graph import AnyEdge
from sscb_graph.graph.nodes import Node
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.silence import ended_facts


def leads_nothing(view: GraphView) -> Iterator[Finding]:
    """A board or group that leads no action."""
    for body in rules.leads_nothing(view):
        ended = ended_facts(view.ended_out(body, "LEADS"))
        sentence = f"{body.name} leads no action of the plan{f' any more: {ended}' if ended else ''}."
        yield about_node(Severity.NOTICE, "body-leads-nothing", body, sentence)


def without_route(view: GraphView) -> Iterator[Finding]:
    """A group, or a body that leads an action, that no reporting line connects to the Board."""
    board = view.board
    if board is None:
        return
    for body, ended in rules.ended_lines(view, rules.without_line_to_board(view)).items():
        sentence = f"The plan does not say by what line {body.name} would report to {board.name}."
        if ended:
            sentence = f"No line connects {body.name} to {board.name} any more: {ended_facts(ended)}."
        yield about_node(Severity.WARNING, "body-without-route-to-board", body, sentence)


def reporting_cycles(view: GraphView) -> Iterator[Finding]:
    """Bodies that report to each other in a circle."""
    lines = view.typed("REPORTS_TO")
    graph: nx.DiGraph[str] = nx.DiGraph((line.start.id, line.end.id) for line in lines)
    for circle in sorted(sorted(part) for part in nx.strongly_connected_components(graph)):
        if len(circle) > 1 or graph.has_edge(circle[0], circle[0]):
            inside = [line for line in lines if line.start.id in circle and line.end.id in circle]
            yield _circle([view.node(key) for key in circle], inside)


def _circle(bodies: list[Node], lines: list[AnyEdge]) -> Finding:
    words = "reports to itself" if len(bodies) == 1 else "report to each other in a circle"
    sentence = f"{', '.join(body.name for body in bodies)}: {words}."
    sources = "; ".join(dict.fromkeys(line.source for line in lines))
    return about_node(Severity.ERROR, "reporting-cycle", bodies[0], sentence, source=sources, where=places(*lines))


def reviews_without_date(view: GraphView) -> Iterator[Finding]:
    """A group that is under review, without a date for the review."""
    for edge in rules.under_review(view):
        decision, body = edge.start, edge.end
        if decision.review_on is not None:
            continue
        sentence = f"{body.name} is under review; the plan does not say when."
        yield about_node(
            Severity.WARNING,
            "review-without-date",
            body,
            sentence,
            source=decision.source,
            where=places(decision),
        )
