"""What a proposal does to statutory groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sscb_graph.graph.graph import AnyEdge, Chain
from sscb_graph.graph.nodes import Body, Node
from sscb_graph.graph.rules import chain_basis, stands
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED, weakest
from sscb_graph.model.vocabulary import TAKES_PLACE, ChangeKind
from sscb_graph.rehearsal.change import Change
from sscb_graph.rehearsal.finding import Finding, Rule, Weight
from sscb_graph.rehearsal.outcome import Outcome
from sscb_graph.rehearsal.rules.routes import lines_from_board, lost_routes, route_changes
from sscb_graph.rehearsal.rules.support import clauses, single
from sscb_graph.text import listed


def removed(outcome: Outcome) -> Iterator[Finding]:
    """Statutory groups that are no more, or statutory no more, and that no statutory group replaces."""
    for body in outcome.before.all(Body):
        if not (body.statutory and stands(outcome.before, body)):
            continue
        places = _in_its_place(outcome.after, body.id)
        if not any(place.statutory for place in places):
            changes = _removing(outcome, body)
            why = f"{_is_statutory(body)}; {clauses(changes)}{_no_successor(body, places)}."
            yield _finding(REMOVED, body, outcome.name(body.id), why, changes)


def _in_its_place(view: GraphView, key: str) -> list[Body]:
    """What there is in the end of a body: itself, or what takes its place, or the place of that."""
    reached = view.chains([Chain((key,))], lambda node: _heirs(view, node))
    return [body for body in view.all(Body) if body.id in reached and stands(view, body)]


def _heirs(view: GraphView, node: Node) -> Iterator[tuple[AnyEdge, Node]]:
    """What takes the place of a body that is no more."""
    if isinstance(node, Body) and not stands(view, node):
        yield from ((edge, edge.start) for edge in view.into(node, *TAKES_PLACE))


def _removing(outcome: Outcome, body: Body) -> list[Change]:
    """The change that ends a statutory group, or its being statutory."""
    if body.id in outcome.closed:
        return [outcome.closed[body.id]]
    own = [change for change in outcome.changes if change.kind is ChangeKind.NOT_STATUTORY and body.id in change.bodies]
    return own[-1:]


def _no_successor(body: Body, places: Sequence[Body]) -> str:
    if body in places:
        return ""
    names = listed([place.name for place in places])
    verb = "is no statutory group" if len(places) == 1 else "are no statutory groups"
    return f", and what is in its place, {names}, {verb}" if places else ", and no statutory group takes its place"


def _is_statutory(body: Body) -> str:
    if body.statutory_basis == STATED:
        return "The plan calls it a statutory group"
    return f"It is a statutory group ({body.statutory_basis})"


def without_line(outcome: Outcome) -> Iterator[Finding]:
    """Statutory groups that no reporting line connects to the Board in the end, unless none did before."""
    lines = lines_from_board(outcome.before)
    for body in lost_routes(outcome):
        if body.statutory:
            line = lines.get(body.id, ())
            changes = route_changes(outcome, body, line)
            once = f" once {clauses(changes)}" if changes else ""
            board = outcome.after.board.name if outcome.after.board else ""
            why = f"{_is_statutory(body)}, and no reporting line leads from it to {board}{once}."
            yield _finding(WITHOUT_LINE, body, body.name, why, changes, line)


def _finding(
    rule: str, body: Body, name: str, why: str, changes: Sequence[Change], facts: Sequence[AnyEdge] = ()
) -> Finding:
    """A finding that rests on what calls a body statutory, and perhaps on other facts, which may be less known."""
    own = body.statutory_basis or STATED
    basis = weakest([own, chain_basis(facts)]) or own
    weaker = [fact.reason for fact in facts if fact.basis == basis and fact.reason]
    reason = body.statutory_reason if basis == own else "; ".join(dict.fromkeys(weaker)) or None
    source = body.statutory or body.source
    return Finding(rule, Weight.SERIOUS, name, (body.id,), why, single(changes), basis, reason, source)


REMOVED = "statutory-group-removed"
WITHOUT_LINE = "statutory-group-without-line"
RULES = (
    Rule(
        REMOVED,
        "A statutory group must not end, nor cease to be statutory, unless a statutory group takes its place.",
        removed,
    ),
    Rule(WITHOUT_LINE, "A statutory group must answer to the Board by a reporting line.", without_line),
)
