"""What each kind of change does to a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import product

from sscb_graph.model.vocabulary import COMPLIANCE, LASTING, LINES, ChangeKind, Standing
from sscb_graph.rehearsal.change import Change
from sscb_graph.rehearsal.draft import Draft, Held

#: What a body does, which others can take over: the actions that it leads and its functions.
WORK = ("LEADS", "HAS_FUNCTION")
#: Everything that ends when a body does.
ENDING = ("LEADS", "HAS_FUNCTION", *COMPLIANCE.values(), *sorted(LASTING))


def make(draft: Draft, change: Change) -> None:
    """Makes a change in a draft."""
    _EFFECTS[change.kind](draft, change)


def _create(draft: Draft, change: Change) -> None:
    for body, above in product(change.bodies, change.other):
        draft.add(change, "REPORTS_TO", body, above)


def _close(draft: Draft, change: Change) -> None:
    end_bodies(draft, change, change.bodies)


def end_bodies(draft: Draft, change: Change, bodies: Iterable[str]) -> None:
    """Ends bodies with all that holds of them, by a change."""
    for body in bodies:
        _end_all(draft, change, body)
        draft.decide(change, body, Standing.FORMER)


def _end_all(draft: Draft, change: Change, body: str) -> list[Held]:
    """Ends a body and all that holds of it; returns what ended."""
    ending = draft.around(body, *ENDING)
    for held in ending:
        draft.end(held, change)
    draft.close(change, body)
    return ending


def merge(draft: Draft, change: Change) -> None:
    """Lets bodies become part of another, which goes on with all that holds of them."""
    [target] = change.into
    sources = [body for body in change.bodies if body != target]
    placed = target == draft.board or any(held.end not in sources for held in draft.out(target, *LINES))
    for body in sources:
        for held in _end_all(draft, change, body):
            upwards = held.type in LINES and held.start == body
            if not (upwards and placed):
                _move(draft, change, held, body, [target])
    for body in sources:
        draft.decide(change, body, Standing.FORMER)
        draft.add(change, "REPLACES", target, body)
    if draft.board in sources:
        draft.board = target


def _move(draft: Draft, change: Change, held: Held, body: str, heirs: Sequence[str]) -> None:
    """Lets others go on with a fact of a body that ended; nothing is related to itself, and nobody above the Board."""
    for heir in heirs:
        start, end = (heir, held.end) if held.start == body else (held.start, heir)
        if start != end and not _closing(change, held.other(body)):
            draft.add(change, held.type, start, end, held)


def _closing(change: Change, other: str) -> bool:
    """Whether the other end of a fact ends with the same change."""
    return other in change.bodies and other not in change.into


def _split(draft: Draft, change: Change) -> None:
    [body] = change.bodies
    parts = [part for part in change.into if part != body]
    ending = [] if body in change.into else _end_all(draft, change, body)
    lines = ending or draft.out(body, *LINES)
    for held in lines:
        if held.type in LINES and held.start == body:
            for part in parts:
                if part in draft.created and draft.created[part] == change:
                    draft.add(change, held.type, part, held.end, held if ending else None)
    if ending:
        draft.decide(change, body, Standing.FORMER)
        for part in parts:
            draft.add(change, "REPLACES", part, body)


def _divide(draft: Draft, change: Change) -> None:
    """What goes to no area ends; whatever goes to areas stays, until the plan of each is made."""
    if change.division and not change.division.areas:
        end_bodies(draft, change, change.bodies)
        for kind, keys in (("LEADS", change.actions), ("HAS_FUNCTION", change.functions)):
            for held in (held for key in keys or () for held in draft.into(key, kind)):
                draft.end(held, change)


def _rename(draft: Draft, change: Change) -> None:
    """Nothing but the name changes, and names are given before a change is made."""


def _line_to(draft: Draft, change: Change) -> None:
    for body in change.bodies:
        ending = [held for held in draft.out(body, "REPORTS_TO") if held.end not in change.other]
        for held in ending:
            draft.end(held, change)
        lines: list[Held | None] = [*ending] or [None]
        for above, line in product(change.other, lines):
            draft.add_line(change, "REPORTS_TO", body, above, line)


def _add_line(draft: Draft, change: Change) -> None:
    for body, other in product(change.bodies, change.other):
        draft.add_line(change, change.relation, body, other)


def _end_line(draft: Draft, change: Change) -> None:
    for body, other in product(change.bodies, change.other):
        if held := draft.find(change.relation, body, other):
            draft.end(held, change)


def _hand_over(draft: Draft, change: Change) -> None:
    for body in change.bodies:
        for held in work_of(draft, body):
            wanted = change.actions if held.type == "LEADS" else change.functions
            if wanted is None or held.end in wanted:
                if held.id not in draft.ended and body not in change.into:
                    draft.end(held, change)
                _move(draft, change, held, body, [into for into in change.into if into != body])


def work_of(draft: Draft, body: str) -> list[Held]:
    """What a body does and can hand over: also what it did when it was split, unless somebody took it over already."""
    closed = draft.closed.get(body)
    if closed is None or closed.kind is not ChangeKind.SPLIT:
        return draft.out(body, *WORK)
    ended = [held for held in draft.out_ever(body, *WORK) if draft.ended[held.id].change == closed]
    return [held for held in ended if not draft.heirs.get(held.id)]


def _statutory(draft: Draft, change: Change) -> None:
    for body in change.bodies:
        draft.statutory[body] = change.kind is ChangeKind.STATUTORY


def _meet(draft: Draft, change: Change) -> None:
    meets = change.kind is ChangeKind.MEET
    for body, duty in product(change.bodies, change.other):
        if contrary := draft.find(COMPLIANCE[not meets], body, duty):
            draft.end(contrary, change)
        draft.add(change, COMPLIANCE[meets], body, duty)


def _keep(draft: Draft, change: Change) -> None:
    """Nothing changes: the body was looked at."""


_EFFECTS: dict[ChangeKind, Callable[[Draft, Change], None]] = {
    ChangeKind.CREATE: _create,
    ChangeKind.CLOSE: _close,
    ChangeKind.MERGE: merge,
    ChangeKind.SPLIT: _split,
    ChangeKind.SPLIT_PLAN: _divide,
    ChangeKind.RENAME: _rename,
    ChangeKind.MOVE: _line_to,
    ChangeKind.ADD_LINE: _add_line,
    ChangeKind.END_LINE: _end_line,
    ChangeKind.HAND_OVER: _hand_over,
    ChangeKind.JOIN: _add_line,
    ChangeKind.LEAVE: _end_line,
    ChangeKind.STATUTORY: _statutory,
    ChangeKind.NOT_STATUTORY: _statutory,
    ChangeKind.MEET: _meet,
    ChangeKind.NOT_MEET: _meet,
    ChangeKind.KEEP: _keep,
}
