"""What happens to each body that a proposal names: a signed line for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sscb_graph.graph.nodes import Body
from sscb_graph.graph.rules import groups
from sscb_graph.model.vocabulary import ChangeKind
from sscb_graph.rehearsal.change import Change
from sscb_graph.rehearsal.outcome import Outcome

#: What a sign means, in the order of counts.
SIGNS = {"+": "new", "-": "ends", "~": "changes", "=": "unchanged"}


@dataclass(frozen=True)
class ChangedBody:
    """A body that a proposal names: its sign, its id, its name in the end, its earlier name, and its changes."""

    sign: str
    id: str
    name: str
    was: str | None
    changes: tuple[Change, ...]


def changed_bodies(outcome: Outcome) -> list[ChangedBody]:
    """Every body that a change names, in the order of the changes."""
    by_body: dict[str, list[Change]] = {}
    for change in outcome.changes:
        for key in change.touched:
            own = by_body.setdefault(key, [])
            if change not in own:
                own.append(change)
    return [_changed(outcome, key, changes) for key, changes in by_body.items()]


def _changed(outcome: Outcome, key: str, changes: list[Change]) -> ChangedBody:
    earlier = outcome.before.reader.node(key)
    name = outcome.name(key)
    was = earlier.name if earlier is not None and earlier.name != name else None
    return ChangedBody(_sign(outcome, key, changes), key, name, was, tuple(changes))


def _sign(outcome: Outcome, key: str, changes: list[Change]) -> str:
    if key in outcome.closed:
        return "-"
    if key in outcome.created:
        return "+"
    return "=" if all(_leaves_alone(change) for change in changes) else "~"


def _leaves_alone(change: Change) -> bool:
    """Whether nothing changes for the bodies that a change names: they are kept, or go to every area alike."""
    division = change.division
    return change.kind is ChangeKind.KEEP or (division is not None and division.everywhere and not division.top)


def to_be_reviewed(outcome: Outcome) -> list[Body]:
    """The boards and groups of the structure that no row names, in the plan's order."""
    return [body for body in groups(outcome.before) if body.id not in outcome.settled]


@dataclass(frozen=True)
class Counts:
    """How many bodies are new, changed, renamed, merged, closed, split, kept as they are, and not looked at yet."""

    new: int
    changed: int
    renamed: int
    merged: int
    closed: int
    split: int
    unchanged: int
    to_be_reviewed: int


def counts(outcome: Outcome) -> Counts:
    """How many bodies each thing happens to; a body that is renamed counts as such, and not as changed too."""
    bodies = changed_bodies(outcome)
    ended = [outcome.closed[body.id].kind for body in bodies if body.sign == "-"]
    changed = [body for body in bodies if body.sign == "~"]
    renamed = sum(body.was is not None for body in changed)
    return Counts(
        new=sum(body.sign == "+" for body in bodies),
        changed=len(changed) - renamed,
        renamed=renamed,
        merged=ended.count(ChangeKind.MERGE),
        closed=ended.count(ChangeKind.CLOSE) + ended.count(ChangeKind.SPLIT_PLAN),
        split=ended.count(ChangeKind.SPLIT),
        unchanged=sum(body.sign == "=" for body in bodies),
        to_be_reviewed=len(to_be_reviewed(outcome)),
    )


def withdrawn(outcome: Outcome) -> Iterator[str]:
    """The withdrawn rows in words, struck through as a text can show it."""
    for row in outcome.proposal.rows:
        if row.withdrawn:
            said = "; ".join(name for cell in (row.body, row.into, row.other) for name in cell)
            yield f"row {row.row}: {row.change} {said}".rstrip()
