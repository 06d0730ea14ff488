"""Two structures -> what changes between them, as three pictures in which whatever stays keeps its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from sscb_graph.pictures.compare_boxes import APART, CHANGES, BodyPair, make_room, mark_changes
from sscb_graph.pictures.compare_lines import ADDED, BASIS, CONFIRMATION, REMOVED, Pair, change_of, pair_lines
from sscb_graph.pictures.kinds import structure
from sscb_graph.pictures.picture import Flow, Frame, KeyEntry, LeftOut, Picture
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.text import fold

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
        make_room(mark_changes(BodyPair(old.get(key), new.get(key)), before, after)) for key in _order([*old], [*new])
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
    return _rename_ids(picture, {key: f"{key}{APART}" for key in picture.framed})


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


def _what_changes(pairs: list[BodyPair], lines: list[Pair]) -> tuple[list[BodyPair], list[Pair], LeftOut | None]:
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


def _change_entries(pairs: Iterable[BodyPair]) -> list[KeyEntry]:
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


def _ids(pairs: Iterable[BodyPair], change: str) -> set[str]:
    return {pair.id.removesuffix(APART) for pair in pairs if any(tag.startswith(change) for tag in pair.latest.tags)}


def _point(pairs: list[BodyPair], lines: list[Pair]) -> str:
    bodies = ", ".join(f"{len(_ids(pairs, change))} {change.lower()}" for change in CHANGES)
    counts = Counter(change_of(was, will) for was, will in lines)
    of_lines = ", ".join(f"{counts[change]} {change}" for change in (ADDED, REMOVED, BASIS, CONFIRMATION))
    return f"Bodies: {bodies}. Lines: {of_lines}."


def _list_changes(pairs: list[BodyPair], lines: list[Pair]) -> list[str]:
    """Every change in a sentence, each body once although it may have two boxes; of very many, the first."""
    bodies = {}
    for pair in pairs:
        changed = [tag for tag in pair.latest.tags if tag.startswith(tuple(CHANGES))]
        key = pair.id.removesuffix(APART)
        if changed and (pair.will or key not in bodies):
            bodies[key] = f"{pair.latest.name}: {'; '.join(changed)}."
    of_lines = [f"Line {will.tag}: {will.sentence} ({will.basis})." for was, will in lines if change_of(was, will)]
    every = [*bodies.values(), *of_lines]
    more = [f"And {len(every) - _LISTED} more changes."] if len(every) > _LISTED else []
    return [*every[:_LISTED], *more] or ["Nothing changes."]
