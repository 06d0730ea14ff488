"""The boxes of two structures in pairs, with what happens to a body as tags, borders and colours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sscb_graph.changes.structure import BodyChange, StructureChanges, What
from sscb_graph.model.vocabulary import Standing
from sscb_graph.pictures.picture import Border, Box, Picture
from sscb_graph.pictures.wrapping import MORE_FOR_TAGS, wrap_text

#: The border and the colours by which a box shows what happens to its body; the first change is shown.
CHANGES = {
    What.ADDED: (Border.BOLD, Standing.NEW),
    What.REMOVED: (Border.DOTTED, Standing.FORMER),
    What.MOVED: (Border.DASHED, Standing.UNDER_REVIEW),
    What.RENAMED: (Border.ROUNDED, Standing.CONTINUING),
    What.CHANGED: (Border.PLAIN, Standing.PROPOSED),
}
#: What the id of a box in the frame ends in.
APART = "~apart"


@dataclass(frozen=True)
class BodyPair:
    """The box of a body as it was and as it will be; one of the two may be missing."""

    was: Box | None
    will: Box | None

    @property
    def id(self) -> str:
        """The id of the box."""
        return self.latest.id

    @property
    def body(self) -> str:
        """The id of the body: it has two boxes where it enters or leaves the frame."""
        return self.id.removesuffix(APART)

    @property
    def latest(self) -> Box:
        """The box as it will be, or as it was where it goes."""
        latest = self.will or self.was
        if latest is None:
            raise ValueError("a pair of nothing")
        return latest


def pair_boxes(before: Picture, after: Picture, changes: StructureChanges) -> list[BodyPair]:
    """Every box as it was and as it will be, marked with what happens to its body, and room for the words of both."""
    old, new = ({box.id: box for box in one.boxes} for one in (before, after))
    pairs = (BodyPair(old.get(key), new.get(key)) for key in in_order([*old], [*new]))
    return [_make_room(_mark(pair, changes.bodies.get(pair.body, ()))) for pair in pairs]


def in_order(old: Iterable[str], new: Iterable[str]) -> list[str]:
    """What is in ``old`` in its order, and each addition after what it follows in ``new``."""
    held = dict.fromkeys(old)
    following: dict[str | None, list[str]] = {}
    last = None
    for key in new:
        if key in held:
            last = key
        else:
            following.setdefault(last, []).append(key)
    return [*following.get(None, []), *(one for key in held for one in (key, *following.get(key, [])))]


def _mark(pair: BodyPair, changes: tuple[BodyChange, ...]) -> BodyPair:
    look = CHANGES[changes[0].what] if changes else (Border.PLAIN, "")
    return BodyPair(
        _with(pair.was, [change.earlier for change in changes], look),
        _with(pair.will, [change.later for change in changes], look),
    )


def _with(box: Box | None, words: list[str], look: tuple[Border, str]) -> Box | None:
    border, colour = look
    return replace(box, tags=(*box.tags, *words), border=border, colour=colour) if box else None


def _make_room(pair: BodyPair) -> BodyPair:
    """Both boxes with room for the words of either, so that a change of words moves no neighbour."""
    width = Picture("", "", "").wrap
    texts = [
        [*wrap_text(box.name, width), *(line for tag in box.tags for line in wrap_text(tag, width + MORE_FOR_TAGS))]
        for box in (pair.was, pair.will)
        if box
    ]
    room = (max(len(line) for lines in texts for line in lines), max(map(len, texts)))
    return BodyPair(*(replace(box, room=room) if box else None for box in (pair.was, pair.will)))
