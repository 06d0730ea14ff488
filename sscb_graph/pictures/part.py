"""What of a structure fits a picture: a part of it by root and by depth, with a count of what is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any

import networkx as nx

from sscb_graph.errors import NotInPicture
from sscb_graph.pictures.below import Below
from sscb_graph.pictures.names_of_files import picture_name
from sscb_graph.pictures.picture import Arrow, Box, Flow, Frame, KeyEntry, LeftOut, Line, Picture
from sscb_graph.text import many

#: How many boxes stand side by side on A4, and with shorter lines; how many below each other; how many levels.
_ACROSS, _CLOSE, _DOWN, _LEVELS = 9, 11, 24, 5
#: The shape of a picture with many boxes side by side, of one that reads to the right, and of one for a phone.
_TIGHT: dict[str, Any] = {"wrap": 12}
_TALL: dict[str, Any] = {"flow": Flow.RIGHT, "wrap": 28, "note_wrap": 138}
_NARROW: dict[str, Any] = {"flow": Flow.RIGHT, "wrap": 15, "note_wrap": 86}
#: How the name of a picture for a phone ends.
NARROW = "-narrow"
#: An overview of at least this many tops may show nothing but them.
_MANY_TOPS = 4


@dataclass(frozen=True)
class _Cut:
    """Where a structure is cut: the bodies that stay, each with how many are hidden below it."""

    levels: dict[str, int]
    below: dict[str, int]

    @property
    def widest(self) -> int:
        return max(Counter(self.levels.values()).values(), default=0)


def take_part(
    picture: Picture,
    root: str | None = None,
    depth: int | None = None,
    *,
    narrow: bool = False,
    whole: bool = False,
    paged: bool = False,
) -> Picture:
    """The part of a structure at and below the body with the id ``root``, at most ``depth`` levels down.

    Without ``depth`` it is what fits on paper, or everything with ``whole``, which is for a text. A picture that is
    too wide for paper, or is to be ``narrow`` as a phone, reads to the right instead of downwards; ``paged`` parts are
    pages of one document. The picture counts what it leaves out, and its ``parts`` are the ids of the boxes below
    which that is. Raises NotInPicture where the picture has no box of that id.
    """
    return Whole(picture).part(root, depth, narrow=narrow, whole=whole, paged=paged)


class Whole:
    """A structure that is made ready once, for any number of its parts: each part costs what it shows."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._tree = _tree(picture)
        self._below = Below(self._tree)
        self._circles = _circles(picture)
        self._boxes = {box.id: (at, box) for at, box in enumerate(picture.boxes)}
        self._lines: dict[str, list[tuple[int, Line]]] = {}
        for at, line in enumerate(picture.lines):
            self._lines.setdefault(line.near, []).append((at, line))

    def part(
        self,
        root: str | None = None,
        depth: int | None = None,
        *,
        narrow: bool = False,
        whole: bool = False,
        paged: bool = False,
    ) -> Picture:
        """A part of it, as ``take_part`` describes."""
        picture, tree = self._picture, self._tree
        if root and root not in tree:
            return self._take_alone(root)
        cut = _cut(tree, [root] if root else _tops(tree), depth, self._below, whole=whole)
        context = {above for above in tree.predecessors(root) if above not in cut.levels} if root else set()
        frames = () if root else picture.frames
        kept = {*cut.levels, *context}
        boxes = self._in_order(kept.union(*(frame.boxes for frame in frames)))
        lines = self._lines_between(kept, context)
        parts = tuple(box.id for box in boxes if cut.below.get(box.id) and box.id != root)
        part = replace(
            picture,
            **self._titles(len(boxes), root),
            boxes=tuple(_add_tags(box, cut, self._circles) for box in boxes),
            lines=lines,
            frames=frames,
            key=tuple(entry for entry in picture.key if _used(entry, boxes, lines)),
            left_out=_left_out(picture, len(boxes), parts, root, paged=paged),
            parts=parts,
        )
        return _shape(part, cut, narrow=narrow)

    def _in_order(self, keys: Iterable[str]) -> tuple[Box, ...]:
        # By place alone: boxes themselves have no order.
        return tuple(box for _, box in sorted((self._boxes[key] for key in keys), key=itemgetter(0)))

    def _lines_between(self, kept: set[str], context: set[str]) -> tuple[Line, ...]:
        """The lines between boxes that stay, without those to the boxes above a root."""
        found = [
            (at, line)
            for key in kept
            for at, line in self._lines.get(key, ())
            if line.far in kept and line.far not in context
        ]
        return tuple(line for _, line in sorted(found, key=itemgetter(0)))

    def _titles(self, drawn: int, root: str | None) -> dict[str, Any]:
        """The words for a part of it, where there is a root."""
        if not root:
            return {}
        name = self._boxes[root][1].name
        of = many(len(self._boxes), "body", "bodies")
        return {
            "name": picture_name(self._picture.name, root),
            "title": f"{name} in the structure",
            "point": f"{drawn} of {of} of the structure: {name}, who is below it and above it.",
            "notes": (),
            "not_drawn": 0,
        }

    def _take_alone(self, root: str) -> Picture:
        """A body that no line places, without its frame; raises NotInPicture."""
        if root not in self._boxes:
            raise NotInPicture(root)
        picture, box = self._picture, self._boxes[root][1]
        frame = next(frame for frame in picture.frames if root in frame.boxes)
        return replace(
            picture,
            **{**self._titles(1, root), "point": f"{box.name}: {frame.single or frame.title}."},
            boxes=(box,),
            lines=(),
            frames=(),
            key=tuple(entry for entry in picture.key if (entry.border or entry.doubled) and _used(entry, (box,))),
            left_out=_left_out(picture, 1, (), root),
        )


def _tree(picture: Picture) -> nx.DiGraph[str]:
    """Who is drawn above whom, in the order of the picture."""
    tree: nx.DiGraph[str] = nx.DiGraph()
    tree.add_nodes_from(box.id for box in picture.boxes if box.id not in picture.framed)
    tree.add_edges_from((line.near, line.far) for line in picture.lines)
    return tree


def _tops(tree: nx.DiGraph[str]) -> list[str]:
    """The bodies with nobody above them, and the first body of each circle that nobody is above."""
    tops = [key for key in tree if not any(above != key for above in tree.predecessors(key))]
    reached: set[str] = set()
    _reach(tree, tops, reached)
    for key in tree:
        if key not in reached:
            tops.append(key)
            _reach(tree, [key], reached)
    return tops


def _reach(tree: nx.DiGraph[str], starts: Iterable[str], reached: set[str]) -> None:
    """Adds the starts and all below them to what is reached, without walking on from what already is."""
    waiting = list(starts)
    while waiting:
        key = waiting.pop()
        if key not in reached:
            reached.add(key)
            waiting += tree.successors(key)


def _levels(tree: nx.DiGraph[str], starts: Iterable[str], deepest: int | None) -> dict[str, int]:
    """How deep each body stands below the nearest start, no deeper than ``deepest``."""
    found: dict[str, int] = {}
    layer = list(starts)
    level = 0
    while layer and (deepest is None or level <= deepest):
        found.update((key, level) for key in layer if key not in found)
        layer = list(dict.fromkeys(below for key in layer for below in tree.successors(key) if below not in found))
        level += 1
    return found


def _cut(tree: nx.DiGraph[str], starts: list[str], depth: int | None, below: Below, *, whole: bool) -> _Cut:
    deepest = None if whole and depth is None else _LEVELS if depth is None else depth
    levels = _levels(tree, starts, deepest)
    if depth is None:
        depth = max(levels.values(), default=0) if whole else _fitting(tree, levels)
    kept = {key: level for key, level in levels.items() if level <= depth}
    return _Cut(kept, {key: below.count(key, kept) for key, level in kept.items() if level == depth})


def _fitting(tree: nx.DiGraph[str], levels: dict[str, int]) -> int:
    """The greatest depth that fits a page; a few tops always show those directly below them."""
    reach = min(max(levels.values(), default=0), _LEVELS)
    least = 1 if sum(level == 0 for level in levels.values()) < _MANY_TOPS else 0
    for depth in range(reach, least, -1):
        ends = sum(
            level == depth or (level < depth and not any(levels[below] > level for below in tree.successors(key)))
            for key, level in levels.items()
        )
        if ends <= _DOWN:
            return depth
    return least


def _circles(picture: Picture) -> set[str]:
    """The bodies whose reporting lines lead back to themselves."""
    lines: nx.DiGraph[str] = nx.DiGraph((line.near, line.far) for line in picture.lines if line.arrow == Arrow.NEAR)
    parts = nx.strongly_connected_components(lines)
    return {key for part in parts for key in part if len(part) > 1 or lines.has_edge(key, key)}


def _add_tags(box: Box, cut: _Cut, circles: set[str]) -> Box:
    """The box, with what is hidden below it and whether its lines run in a circle."""
    more = [f"+ {cut.below[box.id]} below"] if cut.below.get(box.id) else []
    more += ["REPORTS IN A CIRCLE"] if box.id in circles else []
    return replace(box, tags=(*box.tags, *more)) if more else box


def _used(entry: KeyEntry, boxes: tuple[Box, ...], lines: tuple[Line, ...] = ()) -> bool:
    """Whether an entry of the key explains anything that is drawn."""
    if entry.basis:
        return any(line.basis == entry.basis for line in lines)
    if entry.doubled:
        return any(box.doubled for box in boxes)
    return not entry.border or any(box.colour == entry.sample.lower() for box in boxes)


def _left_out(
    picture: Picture, drawn: int, parts: tuple[str, ...], root: str | None, *, paged: bool = False
) -> LeftOut | None:
    out = len(picture.boxes) - drawn
    where = "elsewhere or further down" if root else "further down"
    return LeftOut(out, len(picture.boxes), where, paged=paged and bool(parts)) if out else None


def _shape(part: Picture, cut: _Cut, *, narrow: bool) -> Picture:
    """The part in a shape for its paper."""
    if narrow:
        return replace(part, name=f"{part.name}{NARROW}", **_NARROW)
    if not part.lines and len(cut.levels) > 1:
        tops = Frame("tops", "At the top, each with how many are below it", tuple(cut.levels))
        return replace(part, frames=(tops, *part.frames))
    if cut.widest <= _ACROSS:
        return part
    return replace(part, **(_TIGHT if cut.widest <= _CLOSE else _TALL))
