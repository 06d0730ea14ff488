"""The ledger: what becomes of every action, function, membership and line of the bodies that close, merge or split."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from sscb_graph.graph.graph import AnyEdge
from sscb_graph.graph.nodes import Action, Body, Node
from sscb_graph.graph.rules import is_completed, stands
from sscb_graph.graph.view import GraphView
from sscb_graph.model.vocabulary import LINES, MEMBERSHIPS, NAMES_FOR_SEVERAL, ChangeKind, words_of
from sscb_graph.rehearsal.change import Change
from sscb_graph.rehearsal.parts import all_leads, latest_ending
from sscb_graph.text import listed

if TYPE_CHECKING:
    from sscb_graph.rehearsal.outcome import Outcome


class Kind(StrEnum):
    """What a row of the ledger is about."""

    #: Only where the plan is split: see ``shares``.
    BODY = "body"
    ACTION = "action"
    FUNCTION = "function"
    MEMBERSHIP = "membership"
    LINE = "line"


#: The words for several rows of a kind.
SEVERAL: dict[Kind, str] = {kind: "bodies" if kind is Kind.BODY else f"{kind.value}s" for kind in Kind}


class Result(StrEnum):
    """What becomes of it."""

    MOVED = "moved"
    ENDED = "ended"
    NO_HOME = "no home"
    STAYS = "stays"


#: The kind of a row, by the type of its fact.
KINDS: dict[str, Kind] = {
    "LEADS": Kind.ACTION,
    "HAS_FUNCTION": Kind.FUNCTION,
    **dict.fromkeys(MEMBERSHIPS, Kind.MEMBERSHIP),
    **dict.fromkeys(LINES, Kind.LINE),
}


@dataclass(frozen=True)
class Entry:
    """A row of the ledger: a fact of the plan about a body that closes, merges or splits, and what becomes of it.

    ``body`` is that body's id, ``to`` holds the ids of those who go on with it, and ``change`` is what ends it; None
    where it stays.
    """

    kind: Kind
    fact: AnyEdge
    body: str
    to: tuple[str, ...]
    change: Change | None
    result: Result


class Row(Protocol):
    """A row of a ledger, whatever it is about."""

    @property
    def result(self) -> Result:
        """What becomes of it."""


def ledger(outcome: Outcome) -> list[Entry]:
    """Every action, function, membership and line of the bodies that close, merge or split: each once."""
    entries: dict[str, Entry] = {}
    for body in _bodies(outcome):
        for kind in KINDS:
            for fact in (*outcome.before.out(body, kind), *outcome.before.into(body, kind)):
                if fact.id not in entries:
                    entries[fact.id] = _entry(outcome, body, fact)
    order = list(Kind)
    return sorted(entries.values(), key=lambda entry: (order.index(entry.kind), entry.fact.end.order, entry.fact.id))


def totals(entries: Iterable[Row]) -> Counter[Result]:
    """How many rows of a ledger there are of each result."""
    return Counter(entry.result for entry in entries)


def _bodies(outcome: Outcome) -> list[Body]:
    """The bodies of the plan that close, merge or split, in its order."""
    split = {body for change in outcome.changes if change.kind is ChangeKind.SPLIT for body in change.bodies}
    return [body for body in outcome.before.all(Body) if body.id in outcome.closed or body.id in split]


def _entry(outcome: Outcome, body: Body, fact: AnyEdge) -> Entry:
    ending = outcome.endings.get(fact.id)
    if ending is None:
        return Entry(KINDS[fact.type], fact, body.id, (), None, Result.STAYS)
    goes_on = [*outcome.goes_on_as(fact.id), *_with_successors(outcome, body, fact)]
    to = tuple(dict.fromkeys(_holder(fact, body, other) for other in goes_on))
    result = Result.MOVED if to else _without_heir(outcome, body, fact, ending.change)
    return Entry(KINDS[fact.type], fact, body.id, to, ending.change, result)


def _holder(fact: AnyEdge, body: Body, heir: AnyEdge) -> str:
    """Who has in the end what a body had."""
    return heir.start.id if fact.start == body else heir.end.id


def _with_successors(outcome: Outcome, body: Body, fact: AnyEdge) -> Iterator[AnyEdge]:
    """The same fact of what takes the body's place, however it came to have it."""
    for replaced in outcome.after.into(outcome.after.node(body.id), "REPLACES"):
        if fact.start == body:
            yield from (edge for edge in outcome.after.out(replaced.start, fact.type) if edge.end == fact.end)
        else:
            yield from (edge for edge in outcome.after.into(replaced.start, fact.type) if edge.start == fact.start)


def _without_heir(outcome: Outcome, body: Body, fact: AnyEdge, change: Change) -> Result:
    """Whether a fact that nobody goes on with has ended, or lacks a home."""
    if change.kind in {ChangeKind.END_LINE, ChangeKind.LEAVE}:
        return Result.ENDED
    match fact.type:
        case "LEADS":
            home = not in_trouble(outcome, outcome.before.get(Action, fact.end.id))
        case "HAS_FUNCTION":
            # Others may have had it all the time.
            home = bool(outcome.after.into(fact.end, "HAS_FUNCTION"))
        case _:
            # A body that is no more needs no place and no seat; whoever reported to it, or sat on it, does.
            home = dependent(fact) == body or has_place(outcome, fact)
    return Result.ENDED if home else Result.NO_HOME


def dependent(fact: AnyEdge) -> Node:
    """Who has a place by a line, or a seat by a membership."""
    return fact.end if fact.type == "MEMBERSHIP_DRAWN_FROM" else fact.start


def in_trouble(outcome: Outcome, action: Action) -> bool:
    """Whether the proposal leaves an action without a lead: its last lead ends before it is due, and it is not done.

    An action that is due before that is led until it is due; one without a date is never known to be.
    """
    if outcome.after.leads(action) or is_completed(outcome.before, action):
        return False
    last = latest_ending(outcome, all_leads(outcome, action))
    return last is not None and not due_before(action, last.change)


def due_before(action: Action, change: Change) -> bool:
    """Whether everything about an action is due before a change takes effect; False where either day is unknown."""
    return bool(change.first_day and action.due_last and max(action.due_last) < change.first_day)


def has_place(outcome: Outcome, fact: AnyEdge) -> bool:
    """Whether who reported to a body, or sat on it, has another line or seat in the end, or is no more itself."""
    who = outcome.after.node(dependent(fact).id)
    if who.id in outcome.closed:
        return True
    if fact.type in LINES:
        return bool(outcome.after.out(who, *LINES))
    seats = [edge.end for edge in outcome.after.out(who, "MEMBER_OF")]
    seats += [edge.start for edge in outcome.after.into(who, "MEMBERSHIP_DRAWN_FROM")]
    return any(_is_seat(outcome, seat) for seat in seats)


def _is_seat(outcome: Outcome, body: Node) -> bool:
    """Whether somebody can sit on a body: it exists in the end, and is no name for several, such as "All partners"."""
    return isinstance(body, Body) and body.kind not in NAMES_FOR_SEVERAL and stands(outcome.after, body)


def item_words(entry: Entry) -> str:
    """What a row is about, in words: the number of an action, the words of a function, a line as a sentence."""
    fact = entry.fact
    if isinstance(fact.end, Action):
        return fact.end.with_priority
    if entry.kind is Kind.FUNCTION:
        return fact.end.name
    return f"{fact.start.name} {words_of(fact.type)} {fact.end.name}"


def names(view: GraphView, keys: Sequence[str]) -> str:
    """Some things by their names, as a list within a sentence."""
    return listed([view.node(key).name for key in keys]) if keys else ""
