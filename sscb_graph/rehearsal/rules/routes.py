"""What a proposal does to the lines by which bodies answer to the Board."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sscb_graph.graph.circles import Circle, reporting_circles
from sscb_graph.graph.graph import AnyEdge, Chain
from sscb_graph.graph.nodes import Body
from sscb_graph.graph.rules import without_line_to_board
from sscb_graph.graph.view import GraphView
from sscb_graph.rehearsal.change import Change
from sscb_graph.rehearsal.finding import Finding, Rule, Weight
from sscb_graph.rehearsal.outcome import Outcome
from sscb_graph.rehearsal.rules.support import clauses, found, of_the_plan
from sscb_graph.text import listed, many


def without_route(outcome: Outcome) -> Iterator[Finding]:
    """Bodies that no reporting line connects to the Board in the end, and that had a line, or needed none."""
    lines = lines_from_board(outcome.before)
    for body in lost_routes(outcome):
        line = lines.get(body.id, ())
        facts = line or _reasons_for_a_line(outcome, body)
        changes = route_changes(outcome, body, line)
        why = _until_now(outcome, line, changes) if line else _in_need(outcome, body, facts)
        yield found(WITHOUT_ROUTE, Weight.SERIOUS, body.name, (body.id,), why, changes, facts)


def lost_routes(outcome: Outcome) -> list[Body]:
    """The bodies of the plan in the end that need a line to the Board and have none, unless that was so before."""
    before = without_line_to_board(outcome.before)
    return [body for body in without_line_to_board(outcome.after) if body not in before]


def lines_from_board(view: GraphView) -> Mapping[str, Sequence[AnyEdge]]:
    """The shortest line of reporting from the Board down to each body that has one, by the body's id."""
    chains = view.chains([Chain((view.board.id,))], view.downwards) if view.board else {}
    return {key: chain.edges for key, chain in chains.items() if chain.edges}


def route_changes(outcome: Outcome, body: Body, line: Sequence[AnyEdge]) -> list[Change]:
    """The change that cut a line to the Board nearest to its body; without a line, what makes it need one."""
    ended = [outcome.endings[fact.id].change for fact in line if fact.id in outcome.endings]
    if ended:
        return ended[-1:]
    if body.id in outcome.created:
        return [outcome.created[body.id]]
    facts = _reasons_for_a_line(outcome, body)
    return list(dict.fromkeys(outcome.made[fact.id] for fact in facts if fact.id in outcome.made))


def _reasons_for_a_line(outcome: Outcome, body: Body) -> list[AnyEdge]:
    """Why a body needs a line to the Board that needed none before: it leads, or others report to it, or it is new."""
    view = outcome.after
    own: list[AnyEdge] = [*view.led_by(body), *view.reports_from(body), *view.decisions_on(body)]
    return [fact for fact in own if fact.id in outcome.made] or own


def _until_now(outcome: Outcome, line: Sequence[AnyEdge], changes: Sequence[Change]) -> str:
    """That a body has lost its line to whatever is at the top in the end, by what, and how the line went."""
    top = outcome.after.board or line[0].end
    way = [fact.end.name for fact in reversed(line)][:-1]
    once = f" once {clauses(changes)}" if changes else ""
    until = f"; until then it reports by way of {listed(way)}" if way else ""
    return f"No reporting line leads from it to {top.name}{once}{until}."


def _in_need(outcome: Outcome, body: Body, facts: Sequence[AnyEdge]) -> str:
    """That a body without a line to the Board needs one now, and why."""
    top = outcome.after.board.name if outcome.after.board else ""
    led = sum(fact.type == "LEADS" for fact in facts)
    below = [fact.start.name for fact in facts if fact.type == "REPORTS_TO"]
    tasks = ["it is new"] if body.id in outcome.created else []
    tasks += [f"it leads {many(led, 'action')}"] if led else []
    tasks += [f"{listed(below)} {'reports' if len(below) == 1 else 'report'} to it"] if below else []
    return f"No reporting line leads from it to {top}{f', and {listed(tasks)}' if tasks else ''}."


def in_circles(outcome: Outcome) -> Iterator[Finding]:
    """Circles of reporting lines that were not there before."""
    for circle in reporting_circles(outcome.after):
        new = [line for line in circle.lines if line.id in outcome.made]
        if new:
            yield _about_circle(outcome, circle, [outcome.made[line.id] for line in new])


def _about_circle(outcome: Outcome, circle: Circle, changes: Sequence[Change]) -> Finding:
    bodies = sorted(circle.bodies, key=lambda body: body.order)
    who, ids = listed([body.name for body in bodies]), tuple(body.id for body in bodies)
    why = f"{who} {circle.words} once {clauses(changes)}."
    return found(CIRCLE, Weight.SERIOUS, who, ids, why, changes, of_the_plan(outcome, circle.lines))


WITHOUT_ROUTE = "body-without-route"
CIRCLE = "reporting-cycle"
RULES = (
    Rule(
        WITHOUT_ROUTE,
        "Every board and group, and whatever leads an action, must answer to the Board by a reporting line if it did "
        "so before, or if the proposal makes it new or gives it work.",
        without_route,
    ),
    Rule(CIRCLE, "Reporting lines must lead upwards: no body may report to itself by way of others.", in_circles),
)
