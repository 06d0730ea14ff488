"""What happens to the bodies between two structures, as tags, borders and colours of their boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sscb_graph.pictures.parts.body_box import NO_LINE, NO_PLACE
from sscb_graph.pictures.picture import Arrow, Border, Box, Picture
from sscb_graph.pictures.wrapping import wrap_text

#: What may happen to a body, and the border and colours by which its box shows it; the first that applies is shown.
CHANGES = {
    "ADDED": (Border.BOLD, "new"),
    "REMOVED": (Border.DOTTED, "former"),
    "MOVED": (Border.DASHED, "under review"),
    "RENAMED": (Border.ROUNDED, "continuing"),
    "CHANGED": (Border.PLAIN, "proposed"),
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
    def latest(self) -> Box:
        """The box as it will be, or as it was where it goes."""
        latest = self.will or self.was
        if latest is None:
            raise ValueError("a pair of nothing")
        return latest


def _twin(key: str) -> str:
    return key.removesuffix(APART) if key.endswith(APART) else f"{key}{APART}"


def mark_changes(pair: BodyPair, before: Picture, after: Picture) -> BodyPair:
    """Both boxes of a body with a label, a border and a colour for each change."""
    key = pair.id
    was = pair.was or next((box for box in before.boxes if box.id == _twin(key)), None)
    will = pair.will or next((box for box in after.boxes if box.id == _twin(key)), None)
    if was is None or will is None:
        change = "REMOVED" if was else "ADDED"
        return BodyPair(_with(pair.was, [(change, change)]), _with(pair.will, [(change, change)]))
    changes = list(_changes(was, will, before, after))
    earlier = [(change, f"{change}: will be {to}") for change, _, to in changes]
    later = [(change, f"{change}: was {old}") for change, old, _ in changes]
    return BodyPair(_with(pair.was, earlier), _with(pair.will, later))


def _changes(was: Box, will: Box, before: Picture, after: Picture) -> Iterator[tuple[str, str, str]]:
    """What changes for a body: the change, and how it was and will be, in words."""
    if _above(was.id, before) != _above(will.id, after) or was.id != will.id:
        yield "MOVED", _place(was.id, before), _place(will.id, after)
    if was.name != will.name:
        yield "RENAMED", was.name, will.name
    for old, new in ((was.kind, will.kind), (_decided(was), _decided(will)), (_statutory(was), _statutory(will))):
        if old != new:
            yield "CHANGED", old, new


def _decided(box: Box) -> str:
    # The other tags follow from its id and from the lines, whose changes are listed as such.
    decided = [tag for tag in box.tags if not tag.startswith("id: ") and tag not in {NO_LINE, NO_PLACE}]
    return "; ".join(decided) or "without a decision"


def _statutory(box: Box) -> str:
    return "a statutory group" if box.doubled else "not called statutory"


def _with(box: Box | None, changes: list[tuple[str, str]]) -> Box | None:
    if box is None:
        return None
    border, colour = CHANGES[changes[0][0]] if changes else (Border.PLAIN, "")
    return replace(box, tags=(*box.tags, *(words for _, words in changes)), border=border, colour=colour)


def _above(key: str, picture: Picture) -> set[str]:
    return {line.near for line in picture.lines if line.far == key != line.near and line.arrow == Arrow.NEAR}


def _place(key: str, picture: Picture) -> str:
    """Where a body stands, in words."""
    names = {box.id: box.name for box in picture.boxes}
    above = [names[one] for one in names if one in _above(key, picture)]
    if above:
        return f"below {' and '.join(above)}"
    return "without a reporting line" if key.endswith(APART) else "at the top"


def make_room(pair: BodyPair) -> BodyPair:
    """Both boxes with room for the words of either, so that a change of words moves no neighbour."""
    width = Picture("", "", "").wrap
    texts = [
        [*wrap_text(box.name, width), *(line for tag in box.tags for line in wrap_text(tag, width + 3))]
        for box in (pair.was, pair.will)
        if box
    ]
    room = (max(len(line) for lines in texts for line in lines), max(map(len, texts)))
    return BodyPair(*(replace(box, room=room) if box else None for box in (pair.was, pair.will)))
