"""The lines of two structures in pairs, with what happens to them as words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sscb_graph.changes.structure import OfFact, StructureChanges
from sscb_graph.pictures.picture import Line, Picture


@dataclass(frozen=True)
class LinePair:
    """A line as it was and as it will be, with the same words on both, and what happens to it."""

    was: Line
    will: Line
    what: OfFact | None = None


def pair_lines(before: Picture, after: Picture, changes: StructureChanges) -> list[LinePair]:
    """Every line as it was and as it will be, those between the same boxes together, in a stable order."""
    new = {line.id: line for line in after.lines}
    found = []
    for was in before.lines:
        will = new.get(was.id)
        if was.id in changes.gone or will is None:
            # A line that goes is not the line of the same id that comes elsewhere: each has its place.
            found.append(_alone(replace(was, id=f"{was.id}--removed"), OfFact.REMOVED))
        else:
            found.append(_staying(was, will, changes))
    old = {line.id for line in before.lines} - changes.gone
    found += [_alone(line, OfFact.ADDED) for line in after.lines if line.id in changes.come or line.id not in old]
    places = {ends: at for at, ends in enumerate(dict.fromkeys(_ends(pair.was) for pair in found))}
    return sorted(found, key=lambda pair: places[_ends(pair.was)])


def _ends(line: Line) -> tuple[str, str, str]:
    return line.near, line.far, line.arrow


def _alone(line: Line, what: OfFact) -> LinePair:
    line = replace(line, tag=f"{line.tag}, {what}" if line.tag else str(what))
    return LinePair(line, line, what)


def _staying(was: Line, will: Line, changes: StructureChanges) -> LinePair:
    """A line that stays, with words where its basis or its confirmation changes."""
    change = changes.facts.get(will.id)
    if change is None:
        return LinePair(was, will)
    # Both carry the same words, so that the line keeps its place in all three pictures.
    was, will = (replace(line, tag=change.words, confirmed=None) for line in (was, will))
    return LinePair(was, will, change.what)
