"""Two plans -> what changes between their structures, as three pictures in which whatever stays keeps its place.

What changes is the difference of the two graphs; here boxes and lines only get their places and their marks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sscb_graph.changes.matching import Ids, match
from sscb_graph.changes.structure import OfFact, StructureChanges, What, structure_changes
from sscb_graph.graph.view import GraphView
from sscb_graph.pictures.compare_boxes import APART, CHANGES, BodyPair, in_order, pair_boxes
from sscb_graph.pictures.compare_lines import LinePair, pair_lines
from sscb_graph.pictures.kinds import structure
from sscb_graph.pictures.picture import Flow, Frame, KeyEntry, LeftOut, Picture
from sscb_graph.pictures.picture_data import PictureData

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


def compare_plans(
    before: PictureData, after: PictureData, *, everyone: bool = False, also_listed: Sequence[str] = ()
) -> Comparison:
    """What changes from the structure of one plan to that of another; ``everyone`` as for a structure.

    A body or line that only got another id is the same. ``also_listed`` are sentences on changes that no box or line
    shows; they stand below those that one does.
    """
    matching = match(before.graph.reader, after.graph.reader)
    changes = structure_changes(before.graph, GraphView(matching.apply(after.graph.reader)))
    later = {earlier: key for key, earlier in matching.nodes.items()}

    def compose_before(also: Collection[str]) -> Picture:
        return structure.compose(before, everyone=everyone, also=also, only_reporting=True)

    def compose_after(also: Iterable[str]) -> Picture:
        keys = {later.get(key, key) for key in also}
        drawn = structure.compose(after, everyone=everyone, also=keys, only_reporting=True)
        return _rename_ids(drawn, matching.nodes, matching.edges)

    # A body that one of the two draws is drawn of the other too, and whatever changes is drawn.
    was = compose_before({*changes.bodies, *(box.id for box in compose_after(()).boxes)})
    will = compose_after({*changes.bodies, *(box.id for box in was.boxes)})
    return _lay_out(_without(was, changes, What.ADDED), _without(will, changes, What.REMOVED), changes, also_listed)


def _without(picture: Picture, changes: StructureChanges, what: What) -> Picture:
    """The picture without the bodies that are not there yet, or no more, though the plan knows of them."""
    lined = {end for line in picture.lines for end in (line.near, line.far)}
    gone = {box.id for box in picture.boxes if changes.happens_to(box.id, what)} - lined
    return replace(
        picture,
        boxes=tuple(box for box in picture.boxes if box.id not in gone),
        frames=tuple(
            replace(frame, boxes=tuple(key for key in frame.boxes if key not in gone)) for frame in picture.frames
        ),
    )


def _lay_out(before: Picture, after: Picture, changes: StructureChanges, also_listed: Sequence[str]) -> Comparison:
    """The three pictures of two structures, from what changes between them."""
    # A body that enters or leaves the frame has a box in both places, of which each picture shows its own.
    before, after = _split(before, after, changes), _split(after, before, changes)
    pairs, lines = pair_boxes(before, after, changes), pair_lines(before, after, changes)
    point, listed = _point(pairs, lines, changes), (*_list_changes(pairs, lines, changes), *also_listed)
    pairs, lines, left_out = _what_changes(pairs, lines, changes)
    drawn = {pair.id for pair in pairs}
    frames = _frames(before, after, drawn)
    framed = {key for frame in frames for key in frame.boxes}
    widest = max(Counter(line.will.near for line in lines).values(), default=0)
    common = Picture(
        f"{before.name}-changes",
        f"{after.title.removesuffix(': the structure')}: what changes",
        point,
        tuple(pair.latest for pair in pairs),
        tuple(line.will for line in lines),
        frames,
        key=(*_change_entries(pairs), *_other_entries(before, after)),
        notes=listed,
        flow=Flow.RIGHT if widest > _ACROSS or len(drawn - framed) > _MANY else Flow.DOWN,
        left_out=left_out,
    )
    added = {pair.id for pair in pairs if not pair.was} | _ids(lines, OfFact.ADDED)
    removed = {pair.id for pair in pairs if not pair.will} | _ids(lines, OfFact.REMOVED)
    return Comparison(
        common,
        replace(
            common,
            name=f"{before.name}-before",
            title=f"{before.title} before",
            boxes=tuple(pair.was or pair.latest for pair in pairs),
            lines=tuple(line.was for line in lines),
            hidden=frozenset(added),
        ),
        replace(common, name=f"{before.name}-after", title=f"{after.title} after", hidden=frozenset(removed)),
    )


def _ids(lines: Iterable[LinePair], what: OfFact) -> set[str]:
    return {line.will.id for line in lines if line.what == what}


def _rename_ids(picture: Picture, boxes: Ids, lines: Ids) -> Picture:
    """The picture with other ids for some boxes and lines."""
    return replace(
        picture,
        boxes=tuple(replace(box, id=boxes.get(box.id, box.id)) for box in picture.boxes),
        lines=tuple(
            replace(
                line,
                id=lines.get(line.id, line.id),
                near=boxes.get(line.near, line.near),
                far=boxes.get(line.far, line.far),
            )
            for line in picture.lines
        ),
        frames=tuple(
            replace(frame, boxes=tuple(boxes.get(key, key) for key in frame.boxes)) for frame in picture.frames
        ),
    )


def _split(picture: Picture, other: Picture, changes: StructureChanges) -> Picture:
    """The picture with ids of their own for the boxes in its frames.

    A body that only the other picture places, and that is not moved, stands where that does.
    """
    elsewhere = {box.id for box in other.boxes} - other.framed
    loose = {key for key in picture.framed & elsewhere if not changes.happens_to(key, What.MOVED)}
    frames = tuple(
        replace(frame, boxes=tuple(key for key in frame.boxes if key not in loose)) for frame in picture.frames
    )
    picture = replace(picture, frames=frames)
    return _rename_ids(picture, {key: f"{key}{APART}" for key in picture.framed}, {})


def _what_changes(
    pairs: list[BodyPair], lines: list[LinePair], changes: StructureChanges
) -> tuple[list[BodyPair], list[LinePair], LeftOut | None]:
    """Everything, or of many bodies only those that change, those they report to, and the lines between."""
    if len(pairs) <= _MANY:
        return pairs, lines, None
    touched = {pair.id for pair in pairs if pair.body in changes.bodies}
    touched |= {end for line in lines if line.what for end in (line.will.near, line.will.far)}
    kept = touched | {line.will.near for line in lines if line.will.far in touched}
    changing = [pair for pair in pairs if pair.id in kept]
    drawn = changing[:_MANY]
    shown = {pair.id for pair in drawn}
    rest = len(changing) - len(drawn)
    which = f"of which {rest} change or are reported to" if rest else "which do not change"
    left_out = LeftOut(len(pairs) - len(drawn), len(pairs), which)
    return drawn, [line for line in lines if {line.will.near, line.will.far} <= shown], left_out


def _frames(before: Picture, after: Picture, drawn: set[str]) -> tuple[Frame, ...]:
    """The frame of the bodies without a place, before or after."""
    old, new = ([key for frame in one.frames for key in frame.boxes] for one in (before, after))
    keys = tuple(key for key in in_order(old, new) if key in drawn)
    return (Frame("apart", "Without a reporting line, before or after", keys),) if keys else ()


def _change_entries(pairs: Iterable[BodyPair]) -> list[KeyEntry]:
    used = {box.colour for pair in pairs for box in (pair.was, pair.will) if box}
    return [
        KeyEntry(border.value, str(what), border=border) for what, (border, colour) in CHANGES.items() if colour in used
    ]


def _other_entries(before: Picture, after: Picture) -> list[KeyEntry]:
    """The entries of the key for lines and statutory groups; where the two differ, as they will be."""
    entries = {
        (entry.sample, entry.basis, entry.doubled): entry for entry in (*before.key, *after.key) if not entry.border
    }
    return list(entries.values())


def _point(pairs: list[BodyPair], lines: list[LinePair], changes: StructureChanges) -> str:
    drawn = {pair.body for pair in pairs}
    counts = {what: sum(changes.happens_to(key, what) for key in drawn) for what in What}
    bodies = ", ".join(f"{number} {what.lower()}" for what, number in counts.items())
    of_facts = Counter(line.what for line in lines)
    return f"Bodies: {bodies}. Lines: {', '.join(f'{of_facts[what]} {what}' for what in OfFact)}."


def _list_changes(pairs: list[BodyPair], lines: list[LinePair], changes: StructureChanges) -> list[str]:
    """Every change in a sentence, each body once although it may have two boxes; of very many, the first."""
    names: dict[str, str] = {}
    for pair in pairs:
        if pair.body in changes.bodies and (pair.will or pair.body not in names):
            names[pair.body] = pair.latest.name
    bodies = [f"{name}: {'; '.join(change.later for change in changes.bodies[key])}." for key, name in names.items()]
    of_lines = [f"Line {line.will.tag}: {line.will.sentence} ({line.will.basis})." for line in lines if line.what]
    every = [*bodies, *of_lines]
    more = [f"And {len(every) - _LISTED} more changes."] if len(every) > _LISTED else []
    return [*every[:_LISTED], *more] or ["Nothing changes."]
