"""What of a structure fits one picture: the parts of it by root and by depth, with a count of what is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import networkx as nx

from sscb_graph.render.diagrams.picture import Node, Picture, Sign

#: How many boxes stand side by side on A4, and one below the other when a picture reads to the right.
_ACROSS, _DOWN = 9, 24
#: The shape of a picture that reads to the right, and of one for a phone.
_TALL: dict[str, Any] = {"flow": "right", "wrap": 28, "note_wrap": 138}
_NARROW: dict[str, Any] = {"flow": "right", "wrap": 15, "note_wrap": 86}
#: From so many tops on, an overview may show nothing but them.
_MANY_TOPS = 4


def limited(picture: Picture, root: str | None = None, depth: int | None = None, *, narrow: bool = False) -> Picture:
    """The part of a structure at and below one body, or at most so many levels below the top; by default what fits.

    A picture that is too wide for paper, or is to be ``narrow`` as a phone, reads to the right instead of downwards.
    The picture says how many bodies it leaves out, and its ``parts`` name the boxes below which they are.
    """
    tree = _tree(picture)
    levels = _levels(tree, [root] if root else _tops(tree))
    reach = max(levels.values(), default=0)
    limit = min(reach, depth if depth is not None else _fitting(tree, levels))
    kept = {key for key, level in levels.items() if level <= limit}
    context = {above for above in tree.predecessors(root) if above not in kept} if root else set()
    hidden = {key: _hidden_below(tree, key, kept) for key in kept if levels[key] == limit}
    parts = tuple(node.id for node in picture.nodes if hidden.get(node.id))
    boxes = () if root else picture.boxes
    framed = {key for box in boxes for key in box.nodes}
    drawn = kept | context | framed
    circles = _circles(tree)
    widest = max(Counter(level for key, level in levels.items() if key in kept).values(), default=0)
    shape = _TALL if widest > _ACROSS else {}
    if narrow:
        shape = {**_NARROW, "name": f"{picture.name}-narrow"}
    nodes = tuple(
        _tagged(node, hidden.get(node.id, 0), circle=node.id in circles) for node in picture.nodes if node.id in drawn
    )
    return replace(
        _titled(picture, nodes, root),
        nodes=nodes,
        lines=tuple(
            line
            for line in picture.lines
            if {line.near, line.far} <= kept | context and not (line.far in context or line.near == line.far in context)
        ),
        boxes=boxes,
        key=tuple(sign for sign in picture.key if _used(sign, nodes)),
        left_out=_left_out(picture, drawn, parts, root),
        parts=parts,
        **shape,
    )


def _tree(picture: Picture) -> nx.DiGraph[str]:
    """Who is drawn above whom, in the order of the picture."""
    framed = {key for box in picture.boxes for key in box.nodes}
    tree: nx.DiGraph[str] = nx.DiGraph()
    tree.add_nodes_from(node.id for node in picture.nodes if node.id not in framed)
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


def _fitting(tree: nx.DiGraph[str], levels: dict[str, int]) -> int:
    """The greatest depth that fits a page; a few tops always show those directly below them."""
    reach = max(levels.values(), default=0)
    least = 1 if sum(level == 0 for level in levels.values()) < _MANY_TOPS else 0
    for depth in range(reach, least, -1):
        ends = sum(
            level == depth or (level < depth and not any(levels[below] > level for below in tree.successors(key)))
            for key, level in levels.items()
        )
        if ends <= _DOWN:
            return depth
    return least


def _hidden_below(tree: nx.DiGraph[str], key: str, kept: set[str]) -> int:
    return len(set(nx.descendants(tree, key)) - kept)


def _tagged(node: Node, below: int, *, circle: bool) -> Node:
    """The box, with what is hidden below it and whether its lines run in a circle."""
    more = [*([f"+ {below} below"] if below else []), *(["REPORTS IN A CIRCLE"] if circle else [])]
    return replace(node, tags=(*node.tags, *more)) if more else node


def _circles(tree: nx.DiGraph[str]) -> set[str]:
    """The bodies whose lines lead back to themselves."""
    parts = nx.strongly_connected_components(tree)
    return {key for part in parts for key in part if len(part) > 1 or tree.has_edge(key, key)}


def _titled(picture: Picture, nodes: tuple[Node, ...], root: str | None) -> Picture:
    """The picture with the words for its part, where it is one."""
    if not root:
        return picture
    name = next(node.name for node in nodes if node.id == root)
    point = (
        f"{len(nodes)} of {len(picture.nodes)} bodies of the structure: {name}, who is below it and whom it reports to."
    )
    return replace(picture, title=f"{name} in the structure", point=point, notes=())


def _used(sign: Sign, nodes: tuple[Node, ...]) -> bool:
    """Whether a sign for boxes is of any use; one for lines always is."""
    kind, _, words = sign.sample.partition(":")
    if kind == "double":
        return any(node.doubled for node in nodes)
    return kind in {"line", "words"} or any(tag.startswith(words) for node in nodes for tag in node.tags)


def _left_out(picture: Picture, drawn: set[str], parts: tuple[str, ...], root: str | None) -> str:
    out = len(picture.nodes) - len(drawn)
    if not out:
        return ""
    names = {node.id: node.name for node in picture.nodes}
    why = "those elsewhere or further down" if root else "those further down"
    more = (
        f' Draw a part with --root, such as --root "{names[parts[0]]}", or all of them with --pages.' if parts else ""
    )
    return f"Left out: {out} of {len(picture.nodes)} bodies, {why}.{more}"
