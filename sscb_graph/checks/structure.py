"""What is questionable in the structure of groups."""

from __future__ import annotations

from collections.abc import Iterator

from sscb_graph.checks.finding import Finding, about_fact, about_node, places
from sscb_graph.graph import rules
from sscb_graph.graph.circles import reporting_circles
from sscb_graph.graph.nodes import Body
from sscb_graph.graph.view import GraphView, by_start
from sscb_graph.model.vocabulary import BodyKind, Severity, words_of
from sscb_graph.questions.silence import ended_facts
from sscb_graph.text import fold

_BOARDS = frozenset({BodyKind.BOARD.value, BodyKind.OUTSIDE_BOARD.value})


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
    for circle in reporting_circles(view):
        sentence = f"{', '.join(body.name for body in circle.bodies)}: {circle.words}."
        sources = "; ".join(dict.fromkeys(line.source for line in circle.lines))
        where = places(*circle.lines)
        yield about_node(Severity.ERROR, "reporting-cycle", circle.bodies[0], sentence, source=sources, where=where)


def board_not_at_the_top(view: GraphView) -> Iterator[Finding]:
    """The body that the plan puts at the top, where it reports to another or no reporting line ends at it."""
    board = view.board
    lines = [line for line in view.typed("REPORTS_TO") if line.start != line.end]
    if board is None:
        if lines:
            sentence = "The plan names no body at the top of its structure, so that no line to it can be told."
            yield about_node(Severity.ERROR, "board-not-at-the-top", view.plan, sentence)
        return
    upwards = [edge for edge in view.out(board, "REPORTS_TO", "SUBGROUP_OF") if edge.end != board]
    for edge in upwards:
        words = f"{board.name} is at the top of the plan's structure, and {words_of(edge.type)} {edge.end.name}."
        yield about_fact(Severity.ERROR, "board-not-at-the-top", edge, words)
    if lines and not any(line.end == board for line in lines):
        tops = dict.fromkeys(line.end.name for line in lines if not view.out(line.end, "REPORTS_TO"))
        ends = f" They end at: {', '.join(tops)}." if tops else ""
        sentence = f"{board.name} is at the top of the plan's structure, and no reporting line ends at it.{ends}"
        yield about_node(Severity.ERROR, "board-not-at-the-top", view.plan, sentence)


def boards_among_subgroups(view: GraphView) -> Iterator[Finding]:
    """A sub group that is a board, by its kind or by its name."""
    for edge in by_start(view.typed("SUBGROUP_OF")):
        body = edge.start
        if isinstance(body, Body) and (body.kind in _BOARDS or "board" in fold(body.name).split()):
            words = f"{body.name} is called a board, and stands among the sub groups of {edge.end.name}."
            yield about_fact(Severity.NOTICE, "board-among-subgroups", edge, words)


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
