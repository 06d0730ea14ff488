"""What happens to the lines between two structures."""

from __future__ import annotations

from dataclasses import replace

from sscb_graph.pictures.picture import Line, Picture

ADDED, REMOVED = "added", "removed"
#: What may happen to a line that stays.
BASIS, CONFIRMATION = "with another basis", "with another confirmation"
_CONFIRMED, _NO_LONGER = "now confirmed", "no longer confirmed"

#: A line as it was and as it will be.
Pair = tuple[Line, Line]


def pair_lines(before: Picture, after: Picture) -> list[Pair]:
    """Every line as it was and as it will be, with the same words on both, in a stable order."""
    old, new = _by_ends(before), _by_ends(after)
    found: list[Pair] = []
    for ends in dict.fromkeys((*old, *new)):
        was, will = old.get(ends, []), new.get(ends, [])
        found += [_changed(*pair) for pair in zip(was, will, strict=False)]
        # A line that goes is not the line of the same id that comes elsewhere: each has its place.
        gone = [replace(line, id=f"{line.id}--removed", tag=_join_words(line, REMOVED)) for line in was[len(will) :]]
        come = [replace(line, tag=_join_words(line, ADDED)) for line in will[len(was) :]]
        found += [(line, line) for line in (*gone, *come)]
    return found


def change_of(was: Line, will: Line) -> str:
    """What happens to a line; "" where nothing does."""
    for change in (ADDED, REMOVED):
        if will.tag.endswith(change):
            return change
    if was.basis != will.basis:
        return BASIS
    return CONFIRMATION if will.tag in {_CONFIRMED, _NO_LONGER} else ""


def _by_ends(picture: Picture) -> dict[tuple[str, str, str], list[Line]]:
    found: dict[tuple[str, str, str], list[Line]] = {}
    for line in picture.lines:
        found.setdefault((line.near, line.far, line.arrow), []).append(line)
    return found


def _join_words(line: Line, change: str) -> str:
    """The words on a line, with what happens to it."""
    return f"{line.tag}, {change}" if line.tag else change


def _changed(was: Line, will: Line) -> Pair:
    """A line that stays, with a label where its basis or its confirmation changes."""
    will = replace(will, id=was.id)
    if was.basis_words == will.basis_words:
        return was, will
    if was.basis == will.basis:
        tag = _CONFIRMED if will.confirmed else _NO_LONGER
    else:
        tag = f"was {was.basis_words}, will be {will.basis_words}"
    # Both carry the same words, so that the line keeps its place in all three pictures.
    return replace(was, tag=tag, confirmed=None), replace(will, tag=tag, confirmed=None)
