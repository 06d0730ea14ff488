"""What of a structure fits one picture: the parts of it by root and by depth, with a count of what is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import networkx as nx

from sscb_graph.errors import BadValue
from sscb_graph.render.diagrams.picture import Arrow, Box, Flow, Line, Node, Picture, Sign
from sscb_graph.text import many

#: How many boxes stand side by side on A4, and with shorter lines; how many below each other; how many levels.
_ACROSS, _CLOSE, _DOWN, _LEVELS = 9, 11, 24, 5
#: The shape of a picture with many boxes side by side, of one that reads to the right, and of one for a phone.
_TIGHT: dict[str, Any] = {"wrap": 12}
_TALL: dict[str, Any] = {"flow": Flow.RIGHT, "wrap": 28, "note_wrap": 138}
_NARROW: dict[str, Any] = {"flow": Flow.RIGHT, "wrap": 15, "note_wrap": 86}
#: From so many tops on, an overview may show nothing but them.
_MANY_TOPS = 4


@dataclass(frozen=True)
class _Cut:
    """Where a structure is cut: the bodies that stay, each with how many are hidden below it."""

    levels: dict[str, int]
    below: dict[str, int]

    @property
    def widest(self) -> int:
        return max(Counter(self.levels.values()).values(), default=0)


def limited(
    picture: Picture,
    root: str | None = None,
    depth: int | None = None,
    *,
    narrow: bool = False,
    whole: bool = False,
    paged: bool = False,
) -> Picture:
    """The part of a structure at and below one body, or at most so many levels below the top; by default what fits.

    A picture that is too wide for paper, or is to be ``narrow`` as a phone, reads to the right instead of downwards;
    ``whole`` is for a text, which needs no paper; ``paged`` parts stand on pages of their own. The picture says how
    many bodies it leaves out, and its ``parts`` name the boxes below which they are. Raises BadValue where the root is
    not in the picture.
    """
    tree = _tree(picture)
    if root and root not in tree:
        return _alone(picture, root)
    cut = _cut(tree, [root] if root else _tops(tree), depth, whole=whole)
    context = {above for above in tree.predecessors(root) if above not in cut.levels} if root else set()
    boxes = () if root else picture.boxes
    kept = {*cut.levels, *context}
    drawn = kept | {key for box in boxes for key in box.nodes}
    lines = tuple(line for line in picture.lines if {line.near, line.far} <= kept and line.far not in context)
    circles = _circles(picture)
    nodes = tuple(_tagged(node, cut, circles) for node in picture.nodes if node.id in drawn)
    parts = tuple(node.id for node in picture.nodes if cut.below.get(node.id))
    part = replace(
        _titled(picture, len(nodes), root),
        nodes=nodes,
        lines=lines,
        boxes=boxes,
        key=tuple(sign for sign in picture.key if _used(sign, nodes, lines)),
        left_out=_left_out(picture, len(nodes), parts, root, paged=paged),
        parts=parts,
    )
    return _shaped(part, cut, narrow=narrow)


def _tree(picture: Picture) -> nx.DiGraph[str]:
    """Who is drawn above whom, in the order of the picture."""
    tree: nx.DiGraph[str] = nx.DiGraph()
    tree.add_nodes_from(node.id for node in picture.nodes if node.id not in picture.framed)
    tree.add_edges_from((line.near, line.far) for line in picture.lines)
    return tree


def _tops(tree: nx.DiGraph[str]) -> list[str]:
    """The bodies with nobody above them, and one of each circle that nobody is above."""
    tops = [key for key in tree if not any(above != key for above in tree.predecessors(key))]
    reached = set(_levels(tree, tops))
    for key in tree:
        if key not in reached:
            tops.append(key)
            reached |= set(_levels(tree, [key]))
    return tops


def _levels(tree: nx.DiGraph[str], starts: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    layer = list(starts)
    level = 0
    while layer:
        found.update((key, level) for key in layer if key not in found)
        layer = list(dict.fromkeys(below for key in layer for below in tree.successors(key) if below not in found))
        level += 1
    return found


def _cut(tree: nx.DiGraph[str], starts: list[str], depth: int | None, *, whole: bool) -> _Cut:
    levels = _levels(tree, starts)
    reach = max(levels.values(), default=0)
    if depth is None:
        depth = reach if whole else _fitting(tree, levels)
    kept = {key: level for key, level in levels.items() if level <= depth}
    ends = [key for key, level in kept.items() if level == depth]
    return _Cut(kept, {key: len(nx.descendants(tree, key) - kept.keys()) for key in ends})


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


def _tagged(node: Node, cut: _Cut, circles: set[str]) -> Node:
    """The box, with what is hidden below it and whether its lines run in a circle."""
    more = [f"+ {cut.below[node.id]} below"] if cut.below.get(node.id) else []
    more += ["REPORTS IN A CIRCLE"] if node.id in circles else []
    return replace(node, tags=(*node.tags, *more)) if more else node


def _titled(picture: Picture, drawn: int, root: str | None) -> Picture:
    """The picture with the words for its part, where it is one."""
    if not root:
        return picture
    name = next(node.name for node in picture.nodes if node.id == root)
    of = many(len(picture.nodes), "body", "bodies")
    point = f"{drawn} of {of} of the structure: {name}, who is below it and above it."
    return replace(picture, name=f"{picture.name}-{root}", title=f"{name} in the structure", point=point, notes=())


def _used(sign: Sign, nodes: tuple[Node, ...], lines: tuple[Line, ...] = ()) -> bool:
    """Whether a sign of the key is of any use."""
    if sign.basis:
        return any(line.basis == sign.basis for line in lines)
    if sign.doubled:
        return any(node.doubled for node in nodes)
    return not sign.border or any(node.colour == sign.sample.lower() for node in nodes)


def _left_out(picture: Picture, drawn: int, parts: tuple[str, ...], root: str | None, *, paged: bool = False) -> str:
    out = len(picture.nodes) - drawn
    if not out:
        return ""
    names = {node.id: node.name for node in picture.nodes}
    others = [names[part] for part in parts if part != root]
    more = ""
    if paged and parts:
        more = " They are on other pages."
    elif others:
        more = f' Draw a part with --root, such as --root "{others[0]}", or all of them with --pages.'
    where = "elsewhere or further down" if root else "further down"
    return f"Left out: {out} of {many(len(picture.nodes), 'body', 'bodies')}, {where}.{more}"


def _alone(picture: Picture, root: str) -> Picture:
    """One body whose place is not stated; raises BadValue where the structure does not draw it at all."""
    node = next((node for node in picture.nodes if node.id == root), None)
    if node is None:
        raise BadValue("--root", root, "the structure does not draw it; '--everyone' draws bodies without a place too")
    apart = _titled(picture, 1, root)
    frame = next(box for box in picture.boxes if root in box.nodes)
    point = f"{node.name}: {frame.title[:1].lower()}{frame.title[1:]}."
    if frame.id == "apart":
        point = f"The plan does not say where {node.name} stands, or only proposes it."
    left_out = _left_out(picture, 1, (), root)
    key = tuple(sign for sign in picture.key if (sign.border or sign.doubled) and _used(sign, (node,)))
    return replace(apart, point=point, nodes=(node,), lines=(), boxes=(), key=key, left_out=left_out)


def _shaped(part: Picture, cut: _Cut, *, narrow: bool) -> Picture:
    """The part in a shape for its paper."""
    if narrow:
        return replace(part, name=f"{part.name}-narrow", **_NARROW)
    if not part.lines and len(cut.levels) > 1:
        tops = Box("tops", "At the top, each with how many are below it", tuple(cut.levels))
        return replace(part, boxes=(tops, *part.boxes))
    if cut.widest <= _ACROSS:
        return part
    return replace(part, **(_TIGHT if cut.widest <= _CLOSE else _TALL))
