"""Two structures -> what changes between them, as three pictures in which whatever stays keeps its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from sscb_graph.pictures.compare_lines import ADDED, BASIS, CONFIRMATION, REMOVED, Pair, change_of, pair_lines
from sscb_graph.pictures.kinds import structure
from sscb_graph.pictures.parts.body_box import NO_LINE, NO_PLACE
from sscb_graph.pictures.picture import Arrow, Border, Box, Flow, Frame, KeyEntry, LeftOut, Picture
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.pictures.wrapping import wrap_text
from sscb_graph.text import fold

#: What may happen to a body, and the border and colours by which its box shows it; the first that applies is shown.
CHANGES = {
    "ADDED": (Border.BOLD, "new"),
    "REMOVED": (Border.DOTTED, "former"),
    "MOVED": (Border.DASHED, "under review"),
    "RENAMED": (Border.ROUNDED, "continuing"),
    "CHANGED": (Border.PLAIN, "proposed"),
}
#: What the id of a box in the frame ends in.
_APART = "~apart"
#: Of more bodies than this, only those that change are drawn, with those that they report to; and how many stand side
#: by side.
_MANY, _ACROSS = 60, 11
#: How many changes are listed.
_LISTED = 40


@dataclass(frozen=True)
class Comparison:
    """Three pictures of one layout: what changes, how it was, and how it will be."""

    changes: Picture
    before: Picture
    after: Picture


@dataclass(frozen=True)
class _Pair:
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


def compare_plans(before: PictureData, after: PictureData, *, everyone: bool = False) -> Comparison:
    """What changes from the structure of one plan to that of another; ``everyone`` as for a structure."""

    def compose(data: PictureData, also: Collection[str]) -> Picture:
        return structure.compose(data, everyone=everyone, also=also, only_reporting=True)

    # A body that one of the two draws is drawn of the other too: only what a plan does not have is added or removed.
    will = compose(after, ())
    was = compose(before, {box.id for box in will.boxes})
    will = compose(after, {box.id for box in was.boxes})
    return compare_structures(was, will)


def compare_structures(before: Picture, after: Picture) -> Comparison:
    """The three pictures of two structures; a body is the same if its id is, or its name where only one has its id."""
    after = _same_ids(before, after)
    # A body that enters or leaves the frame has a box in both places, of which each picture shows its own.
    before, after = _split(before), _split(after)
    old, new = ({box.id: box for box in one.boxes} for one in (before, after))
    pairs = [
        _make_room(_mark_changes(_Pair(old.get(key), new.get(key)), before, after)) for key in _order([*old], [*new])
    ]
    lines = pair_lines(before, after)
    point, changes = _point(pairs, lines), tuple(_list_changes(pairs, lines))
    pairs, lines, left_out = _what_changes(pairs, lines)
    drawn = {pair.id for pair in pairs}
    frames = _frames(before, after, drawn)
    framed = {key for frame in frames for key in frame.boxes}
    widest = max(Counter(line.near for _, line in lines).values(), default=0)
    common = Picture(
        f"{before.name}-changes",
        f"{after.title.removesuffix(': the structure')}: what changes",
        point,
        tuple(pair.latest for pair in pairs),
        tuple(line for _, line in lines),
        frames,
        key=(*_change_entries(pairs), *_other_entries(before, after)),
        notes=changes,
        flow=Flow.RIGHT if widest > _ACROSS or len(drawn - framed) > _MANY else Flow.DOWN,
        left_out=left_out,
    )
    added = {pair.id for pair in pairs if not pair.was} | {
        will.id for was, will in lines if change_of(was, will) == ADDED
    }
    removed = {pair.id for pair in pairs if not pair.will} | {
        will.id for was, will in lines if change_of(was, will) == REMOVED
    }
    return Comparison(
        common,
        replace(
            common,
            name=f"{before.name}-before",
            title=f"{before.title} before",
            boxes=tuple(pair.was or pair.latest for pair in pairs),
            lines=tuple(was for was, _ in lines),
            hidden=frozenset(added),
        ),
        replace(common, name=f"{before.name}-after", title=f"{after.title} after", hidden=frozenset(removed)),
    )


def _same_ids(before: Picture, after: Picture) -> Picture:
    """The later picture, where a body that only got another id keeps the earlier one."""
    known = {box.id for box in before.boxes}
    theirs = {box.id for box in after.boxes}
    gone = {fold(box.name): box.id for box in before.boxes if box.id not in theirs}
    often = Counter(fold(box.name) for one in (before, after) for box in one.boxes)
    names = {
        box.id: gone[fold(box.name)]
        for box in after.boxes
        if box.id not in known and fold(box.name) in gone and often[fold(box.name)] == 2  # once in either
    }
    return _rename_ids(after, names)


def _rename_ids(picture: Picture, ids: dict[str, str]) -> Picture:
    """The picture with other ids for some boxes."""
    return replace(
        picture,
        boxes=tuple(replace(box, id=ids.get(box.id, box.id)) for box in picture.boxes),
        lines=tuple(
            replace(line, near=ids.get(line.near, line.near), far=ids.get(line.far, line.far)) for line in picture.lines
        ),
        frames=tuple(replace(frame, boxes=tuple(ids.get(key, key) for key in frame.boxes)) for frame in picture.frames),
    )


def _split(picture: Picture) -> Picture:
    return _rename_ids(picture, {key: f"{key}{_APART}" for key in picture.framed})


def _twin(key: str) -> str:
    return key.removesuffix(_APART) if key.endswith(_APART) else f"{key}{_APART}"


def _order(old: list[str], new: list[str]) -> list[str]:
    """What is in ``old`` in its order, and each addition after what it follows in ``new``."""
    found = list(old)
    held = set(old)
    last = -1
    for key in new:
        if key in held:
            last = found.index(key)
        else:
            last += 1
            found.insert(last, key)
            held.add(key)
    return found


def _mark_changes(pair: _Pair, before: Picture, after: Picture) -> _Pair:
    """Both boxes of a body with a label, a border and a colour for each change."""
    key = pair.id
    was = pair.was or next((box for box in before.boxes if box.id == _twin(key)), None)
    will = pair.will or next((box for box in after.boxes if box.id == _twin(key)), None)
    if was is None or will is None:
        change = "REMOVED" if was else "ADDED"
        return _Pair(_with(pair.was, [(change, change)]), _with(pair.will, [(change, change)]))
    changes = list(_changes(was, will, before, after))
    earlier = [(change, f"{change}: will be {to}") for change, _, to in changes]
    later = [(change, f"{change}: was {old}") for change, old, _ in changes]
    return _Pair(_with(pair.was, earlier), _with(pair.will, later))


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
    return "without a reporting line" if key.endswith(_APART) else "at the top"


def _make_room(pair: _Pair) -> _Pair:
    """Both boxes with room for the words of either, so that a change of words moves no neighbour."""
    width = Picture("", "", "").wrap
    texts = [
        [*wrap_text(box.name, width), *(line for tag in box.tags for line in wrap_text(tag, width + 3))]
        for box in (pair.was, pair.will)
        if box
    ]
    room = (max(len(line) for lines in texts for line in lines), max(map(len, texts)))
    return _Pair(*(replace(box, room=room) if box else None for box in (pair.was, pair.will)))


def _what_changes(pairs: list[_Pair], lines: list[Pair]) -> tuple[list[_Pair], list[Pair], LeftOut | None]:
    """Everything, or of many bodies only those that change, those they report to, and the lines between."""
    if len(pairs) <= _MANY:
        return pairs, lines, None
    touched = {pair.id for pair in pairs if pair.latest.colour}
    touched |= {end for was, will in lines if change_of(was, will) for end in (will.near, will.far)}
    kept = touched | {line.near for _, line in lines if line.far in touched}
    changing = [pair for pair in pairs if pair.id in kept]
    drawn = changing[:_MANY]
    shown = {pair.id for pair in drawn}
    rest = len(changing) - len(drawn)
    which = f"of which {rest} change or are reported to" if rest else "which do not change"
    left_out = LeftOut(len(pairs) - len(drawn), len(pairs), which)
    return drawn, [pair for pair in lines if {pair[1].near, pair[1].far} <= shown], left_out


def _frames(before: Picture, after: Picture, drawn: set[str]) -> tuple[Frame, ...]:
    """The frame of the bodies without a place, before or after."""
    old, new = ([key for frame in one.frames for key in frame.boxes] for one in (before, after))
    keys = tuple(key for key in _order(old, new) if key in drawn)
    return (Frame("apart", "Without a reporting line, before or after", keys),) if keys else ()


def _change_entries(pairs: Iterable[_Pair]) -> list[KeyEntry]:
    used = {box.colour for pair in pairs for box in (pair.was, pair.will) if box}
    return [
        KeyEntry(border.value, change, border=border) for change, (border, colour) in CHANGES.items() if colour in used
    ]


def _other_entries(before: Picture, after: Picture) -> list[KeyEntry]:
    """The entries of the key for lines and statutory groups; where the two differ, as they will be."""
    entries = {
        (entry.sample, entry.basis, entry.doubled): entry for entry in (*before.key, *after.key) if not entry.border
    }
    return list(entries.values())


def _ids(pairs: Iterable[_Pair], change: str) -> set[str]:
    return {pair.id.removesuffix(_APART) for pair in pairs if any(tag.startswith(change) for tag in pair.latest.tags)}


def _point(pairs: list[_Pair], lines: list[Pair]) -> str:
    bodies = ", ".join(f"{len(_ids(pairs, change))} {change.lower()}" for change in CHANGES)
    counts = Counter(change_of(was, will) for was, will in lines)
    of_lines = ", ".join(f"{counts[change]} {change}" for change in (ADDED, REMOVED, BASIS, CONFIRMATION))
    return f"Bodies: {bodies}. Lines: {of_lines}."


def _list_changes(pairs: list[_Pair], lines: list[Pair]) -> list[str]:
    """Every change in a sentence, each body once although it may have two boxes; of very many, the first."""
    bodies = {}
    for pair in pairs:
        changed = [tag for tag in pair.latest.tags if tag.startswith(tuple(CHANGES))]
        key = pair.id.removesuffix(_APART)
        if changed and (pair.will or key not in bodies):
            bodies[key] = f"{pair.latest.name}: {'; '.join(changed)}."
    of_lines = [f"Line {will.tag}: {will.sentence} ({will.basis})." for was, will in lines if change_of(was, will)]
    every = [*bodies.values(), *of_lines]
    more = [f"And {len(every) - _LISTED} more changes."] if len(every) > _LISTED else []
    return [*every[:_LISTED], *more] or ["Nothing changes."]
