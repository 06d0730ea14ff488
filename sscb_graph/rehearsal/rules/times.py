"""What does not fit in time: what ends before its successor begins, or begins before the other ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sscb_graph.graph.nodes import Body
from sscb_graph.model.basis import Basis
from sscb_graph.model.dates import before, first_day, last_day, when
from sscb_graph.model.vocabulary import ChangeKind
from sscb_graph.rehearsal.change import Change
from sscb_graph.rehearsal.finding import Finding, Rule, Weight
from sscb_graph.rehearsal.outcome import Outcome
from sscb_graph.rehearsal.rules.support import clauses, single
from sscb_graph.text import listed, sentences


@dataclass(frozen=True)
class _Misfit:
    """That the day of a change does not fit when a body begins or ends, in a sentence; with the change of each."""

    change: Change
    bound: Change
    sentence: str


def gaps(outcome: Outcome) -> Iterator[Finding]:
    """Bodies that a change names on a day when they have not begun, or are no more."""
    for body in outcome.after.all(Body):
        misfits = [*_before_it_begins(outcome, body), *_after_it_ended(outcome, body)]
        yield from _finding(GAP, Weight.WARNING, outcome, body, misfits)


def overlaps(outcome: Outcome) -> Iterator[Finding]:
    """Bodies that begin before those close whose place they take, or that hand over before they close."""
    for body in outcome.after.all(Body):
        begun = list(_begun_already(outcome, body))
        # A body that hands over before it closes doubles nobody's work; that is only to be known.
        severity = Weight.WARNING if begun else Weight.NOTICE
        yield from _finding(OVERLAP, severity, outcome, body, [*begun, *_handed_over_already(outcome, body)])


def _naming(outcome: Outcome, body: Body, bound: Change | None) -> Iterator[tuple[Change, Change]]:
    """The change by which a body begins or ends, with each other change that names the body."""
    if bound is not None:
        named = (each for each in outcome.changes if body.id in (*each.touched, *each.other))
        yield from ((bound, each) for each in named if each != bound and each.kind is not ChangeKind.KEEP)


def _before_it_begins(outcome: Outcome, body: Body) -> Iterator[_Misfit]:
    for begins, change in _naming(outcome, body, outcome.created.get(body.id)):
        if _is_before(change, begins):
            yield _Misfit(change, begins, f"{clauses([change])}, but {body.name} only begins {_day(begins)}.")


def _after_it_ended(outcome: Outcome, body: Body) -> Iterator[_Misfit]:
    for ends, change in _naming(outcome, body, outcome.closed.get(body.id)):
        if _is_before(ends, change):
            handed_over = change.kind is ChangeKind.HAND_OVER and body.id in change.bodies
            what = "nobody has that work in between" if handed_over else f"{body.name} is no more then"
            yield _Misfit(change, ends, f"{clauses([ends])}, but {clauses([change])}: {what}.")


def _begun_already(outcome: Outcome, body: Body) -> Iterator[_Misfit]:
    for begins, change in _naming(outcome, body, outcome.created.get(body.id)):
        if change.kind in _REPLACING and body.id in change.into and _is_before(begins, change):
            between = f"until then {body.name} stands beside what it is to replace"
            yield _Misfit(change, begins, f"{body.name} begins {_day(begins)}, but {clauses([change])}: {between}.")


def _handed_over_already(outcome: Outcome, body: Body) -> Iterator[_Misfit]:
    for ends, change in _naming(outcome, body, outcome.closed.get(body.id)):
        if change.kind is ChangeKind.HAND_OVER and body.id in change.bodies and _is_before(change, ends):
            between = f"until then {body.name} stands without that work"
            yield _Misfit(change, ends, f"{clauses([change])}, but {clauses([ends])}: {between}.")


def _is_before(first: Change, second: Change) -> bool:
    """Whether a change is in effect before another, with at least a day between them, whichever days are meant.

    Who closes a body on 31 March and begins another on 1 April leaves no gap. Days that nobody gives tell nothing.
    """
    if not (first.effective and second.effective):
        return False
    return last_day(first.effective) < before(first_day(second.effective))


def _day(change: Change) -> str:
    return when(change.effective) if change.effective else ""


def _finding(
    rule: str, severity: Weight, outcome: Outcome, body: Body, misfits: Sequence[_Misfit]
) -> Iterator[Finding]:
    """The finding on a body whose days do not fit, if any do not; it rests on nothing but the proposal."""
    if misfits:
        why = sentences(dict.fromkeys(misfit.sentence[:1].upper() + misfit.sentence[1:] for misfit in misfits))
        changes = dict.fromkeys(change for misfit in misfits for change in (misfit.change, misfit.bound))
        source = listed([change.place for change in changes if change.place]) or outcome.proposal.name
        cause, basis = single(misfit.change for misfit in misfits), Basis.ASSUMED.value
        yield Finding(rule, severity, body.name, (body.id,), why, cause, basis, _PROPOSED, source)


#: Why the days of changes are believed.
_PROPOSED = "The days are those that are proposed."
#: The changes that put others in the place of what they end.
_REPLACING = frozenset({ChangeKind.MERGE, ChangeKind.SPLIT})
GAP = "gap-in-time"
OVERLAP = "overlap-in-time"
RULES = (
    Rule(
        GAP,
        "What takes over must begin as soon as the other ends, and a body that a change names must exist on that day.",
        gaps,
    ),
    Rule(OVERLAP, "What takes over should not begin, nor work be handed over, before the other ends.", overlaps),
)
