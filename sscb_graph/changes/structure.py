"""What a difference means to the structure of a plan: what happens to each body, and to each fact about bodies.

The words for a change stand here, for every picture and answer that tells of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sscb_graph.changes.difference import Difference, EdgeChange, difference
from sscb_graph.graph.graph import AnyEdge, Edge
from sscb_graph.graph.nodes import Body, Decision
from sscb_graph.graph.rules import in_force, is_gone
from sscb_graph.graph.standings import standing_words
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import basis_words


class What(StrEnum):
    """What may happen to a body, as words that stand in its box."""

    ADDED = "ADDED"
    REMOVED = "REMOVED"
    MOVED = "MOVED"
    RENAMED = "RENAMED"
    CHANGED = "CHANGED"


class OfFact(StrEnum):
    """What may happen to a fact."""

    ADDED = "added"
    REMOVED = "removed"
    BASIS = "with another basis"
    CONFIRMATION = "with another confirmation"


@dataclass(frozen=True)
class BodyChange:
    """A change of a body, with how it was and how it will be in words; both are "" where it comes or goes.

    ``decision`` is true of what the plan decides or proposes about it.
    """

    what: What
    was: str = ""
    will: str = ""
    decision: bool = False

    @property
    def earlier(self) -> str:
        """What is said of the body as it was: "MOVED: will be below QA&P"."""
        return f"{self.what}: will be {self.will}" if self.will else str(self.what)

    @property
    def later(self) -> str:
        """What is said of the body as it will be: "MOVED: was below Business Group"."""
        return f"{self.what}: was {self.was}" if self.was else str(self.what)


@dataclass(frozen=True)
class FactChange:
    """A fact that stays and is supported otherwise, with the words for it."""

    what: OfFact
    words: str


@dataclass(frozen=True)
class StructureChanges:
    """What happens to the bodies that change, and to facts that hold: which come, which go, which change; by ids.

    A fact with the same id and another end or type goes in the earlier graph and comes in the later.
    """

    bodies: Mapping[str, tuple[BodyChange, ...]]
    come: frozenset[str]
    gone: frozenset[str]
    facts: Mapping[str, FactChange]

    def happens_to(self, body: str, what: What) -> bool:
        """Whether a change happens to the body of an id."""
        return any(change.what == what for change in self.bodies.get(body, ()))


def structure_changes(before: GraphView, after: GraphView) -> StructureChanges:
    """What changes for bodies and facts between two graphs of a plan, the later with the ids of the earlier."""
    found = difference(before.reader, after.reader).meaning
    come, gone = _come(found), _gone(found)
    stay = [change for change in found.changed_edges if not _place_changes(change)]
    touched = _touched(found, [*come, *gone, *(change.after for change in stay)], (before, after))
    bodies = {}
    for key in dict.fromkeys(touched):
        if changes := tuple(_body_changes(_body(before, key), _body(after, key), before, after)):
            bodies[key] = changes
    return StructureChanges(
        bodies,
        frozenset(edge.id for edge in come),
        frozenset(edge.id for edge in gone),
        {change.after.id: fact for change in stay if (fact := _fact_change(change))},
    )


def _body(view: GraphView, key: str) -> Body | None:
    node = view.reader.node(key)
    return node if isinstance(node, Body) else None


# -- facts


def _place_changes(change: EdgeChange) -> bool:
    return change.moved or change.ended or change.resumed


def _come(found: Difference) -> list[AnyEdge]:
    """The facts that hold only afterwards."""
    changed = [change.after for change in found.changed_edges if _place_changes(change)]
    return [edge for edge in (*found.added_edges, *changed) if in_force(edge)]


def _gone(found: Difference) -> list[AnyEdge]:
    """The facts that held only before."""
    changed = [change.before for change in found.changed_edges if _place_changes(change)]
    return [edge for edge in (*found.removed_edges, *changed) if in_force(edge)]


def _fact_change(change: EdgeChange) -> FactChange | None:
    was, will = change.before, change.after
    if not in_force(will):
        return None
    if change.basis:
        return FactChange(OfFact.BASIS, f"was {_supported(was)}, will be {_supported(will)}")
    if not change.confirmed:
        return None
    if bool(was.confirmed_by) == bool(will.confirmed_by):
        return FactChange(OfFact.CONFIRMATION, "confirmed anew")
    return FactChange(OfFact.CONFIRMATION, "now confirmed" if will.confirmed_by else "no longer confirmed")


def _supported(edge: AnyEdge) -> str:
    return basis_words(edge.basis, confirmed=edge.confirmed_by is not None)


# -- bodies


def _touched(found: Difference, edges: Iterable[AnyEdge], views: Iterable[GraphView]) -> Iterator[str]:
    """The ids of all that a change may concern: what changes, both ends of a fact, and what a decision is about."""
    for node in (*found.added_nodes, *found.removed_nodes):
        yield node.id
    for change in found.changed_nodes:
        yield change.after.id
        yield from (key for key in change.values("board") or () if key)
        if isinstance(change.after, Decision):
            yield from (edge.end.id for view in views for edge in view.out(change.after, "DECIDES_ON"))
    for edge in edges:
        yield from (edge.start.id, edge.end.id)


def _body_changes(was: Body | None, will: Body | None, before: GraphView, after: GraphView) -> Iterator[BodyChange]:
    """What changes for a body, the change of most weight first; nothing for what is no body at all."""
    held, holds = was and not is_gone(before, was), will and not is_gone(after, will)
    if was is None or will is None or held != holds:
        # A body that is no more may still be known, as the plan's former bodies are.
        if was or will:
            yield BodyChange(What.REMOVED if will is None or held else What.ADDED)
        return
    if _standing_place(before, was) != _standing_place(after, will):
        yield BodyChange(What.MOVED, _place_words(before, was), _place_words(after, will))
    if was.name != will.name:
        yield BodyChange(What.RENAMED, was.name, will.name)
    pairs = zip(_qualities(before, was), _qualities(after, will), strict=True)
    for place, (old, new) in enumerate(pairs):
        if old != new:
            yield BodyChange(What.CHANGED, old, new, decision=place == _DECISION)


def _above(view: GraphView, body: Body) -> list[Body]:
    """Whom a body reports to, the Board first."""
    above = {edge.end.id: edge.end for edge in view.reports_to(body) if edge.end != body}
    return sorted(above.values(), key=lambda other: other != view.board)


def _at_the_top(view: GraphView, body: Body) -> bool:
    """Whether a body that reports to nobody has a place all the same."""
    return body == view.board or any(edge.start != body for edge in view.reports_from(body))


def _standing_place(view: GraphView, body: Body) -> tuple[set[str], bool]:
    above = {other.id for other in _above(view, body)}
    return above, bool(above) or _at_the_top(view, body)


def _place_words(view: GraphView, body: Body) -> str:
    """Where a body stands."""
    if above := _above(view, body):
        return f"below {' and '.join(other.name for other in above)}"
    return "at the top" if _at_the_top(view, body) else "without a reporting line"


#: Which of the qualities of a body is what the plan decides about it.
_DECISION = 1


def _qualities(view: GraphView, body: Body) -> tuple[str, str, str]:
    """What a body is: its kind, what the plan decides about it, and whether it is statutory."""
    decided = "; ".join(_decision_words(edge) for edge in view.decisions_on(body)) or "without a decision"
    return body.kind, decided, "a statutory group" if body.statutory else "not called statutory"


def _decision_words(edge: Edge[Decision, Body]) -> str:
    decision = edge.start
    return standing_words(decision.standing, decision.review_on, edge.basis, decision.proposed_by)
