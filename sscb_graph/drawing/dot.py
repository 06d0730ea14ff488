"""Picture -> DOT, by the graphviz package."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import networkx as nx
from graphviz import Digraph

from sscb_graph.drawing.html_labels import INK, foot, grid, head, room
from sscb_graph.drawing.labels import NAME, SMALL, room_above, text_label
from sscb_graph.drawing.palette import colours
from sscb_graph.pictures.below import Below
from sscb_graph.pictures.picture import STROKES, Arrow, Border, Box, Flow, Line, Picture
from sscb_graph.pictures.wrapping import MORE_FOR_TAGS, wrap_text, xml_safe

_STYLES = {
    Border.PLAIN: ("filled", "0.8"),
    Border.BOLD: ("filled,bold", "2.4"),
    Border.ROUNDED: ("filled,rounded", "1.2"),
    Border.DASHED: ("filled,dashed", "1.4"),
    Border.DOTTED: ("filled,dotted", "1.8"),
}
#: The attributes of boxes and lines that have none of their own.
_NODE = {
    "shape": "box",
    "fontname": "Arial",
    "fontsize": NAME,
    "margin": "0.06,0.04",
    "height": "0.36",
    "style": "filled",
    "penwidth": "0.8",
    "fillcolor": "#ffffff",
    "color": INK,
    "fontcolor": INK,
    "peripheries": "1",
}
_EDGE = {
    "fontname": "Arial",
    "fontsize": SMALL,
    "arrowsize": "0.7",
    "arrowhead": "onormal",
    "arrowtail": "onormal",
    "color": INK,
    "fontcolor": INK,
    "dir": "back",
    "penwidth": "0.9",
}
_PAGE = {"fontname": "Arial", "fontsize": NAME, "bgcolor": "white", "outputorder": "nodesfirst", "charset": "UTF-8"}
#: Boxes whose lines have at least this many characters leave room for elbows between them.
_ROOMY = 15
#: A box has places of their own for lines where at least this many lead to it.
_MANY_BELOW = 3
#: By the way that a picture reads: the direction of its ranks, and the inches between boxes and between ranks.
_SPREAD = {Flow.DOWN: ("TB", "0.13", "0.32"), Flow.RIGHT: ("LR", "0.055", "0.34")}


def dot(picture: Picture) -> str:
    """The DOT of a picture."""
    rankdir, nodesep, ranksep = _SPREAD[picture.flow]
    spread = {
        "rankdir": rankdir,
        "nodesep": nodesep,
        "ranksep": ranksep,
        "ordering": _ordering(picture),
        "splines": _splines(picture),
    }
    page = {**_PAGE, **spread, "margin": "0", "pad": "0.03", "label": head(picture), "labelloc": "t", "labeljust": "l"}
    boxes = {**_NODE, "width": f"{min(0.95, picture.wrap * 0.06):.2f}"}
    graph = Digraph(picture.name, graph_attr=page, node_attr=boxes, edge_attr=_EDGE)
    with graph.subgraph(name="cluster_page") as body:
        body.attr(label=foot(picture), labelloc="b", labeljust="l", peripheries="0", margin="6")
        _boxes_and_lines(body, picture)
        if picture.grid:
            body.node("grid", label=grid(picture.grid), shape="plain", id="grid")
        if not picture.grid and len(picture.framed) == len(picture.boxes):
            # A page without any box would not be drawn, nor its words.
            body.node("nothing", label="", shape="point", style="invis")
    source: str = graph.source
    return source


def _ordering(picture: Picture) -> str:
    """Where nobody has two lines up, the order of the plan costs no crossing."""
    return "out" if len({line.far for line in picture.lines}) == len(picture.lines) else ""


def _splines(picture: Picture) -> str:
    """Elbows where the picture is a roomy tree without words on its lines, which Graphviz cannot set beside elbows."""
    if picture.flow == Flow.RIGHT or picture.hidden or any(box.room for box in picture.boxes):
        return "true"
    labelled = any(line.tag or line.confirmed for line in picture.lines)
    roomy = picture.wrap >= _ROOMY
    return "ortho" if _ordering(picture) and roomy and not labelled else "polyline"


def _boxes_and_lines(body: Digraph, picture: Picture) -> None:
    framed = picture.framed
    boxes = [box for box in picture.boxes if box.id not in framed]
    lines = list(picture.lines)
    if picture.flow == Flow.RIGHT:
        # Graphviz lays out a picture that reads to the right from the bottom up.
        boxes, lines = boxes[::-1], lines[::-1]
    else:
        lines = _balanced(lines)
    broad = _broad(picture)
    for box in boxes:
        body.node(box.id, **_box(box, picture, broad.get(box.id, 0)))
    # Elbows find places of their own, and would cross the box to reach given ones.
    docks = {} if _splines(picture) == "ortho" else _docks(lines, broad)
    for line in lines:
        body.edge(docks.get(line.id, line.near), line.far, **_line(line, hidden=line.id in picture.hidden))
    for column in sorted({box.column for box in boxes} - {0}):
        with body.subgraph() as same:
            same.attr(rank="same")
            for box in boxes:
                if box.column == column:
                    same.node(box.id)


def _balanced(lines: list[Line]) -> list[Line]:
    """The lines in an order that puts the child with most below it in the middle, under its parent."""
    tree: nx.DiGraph[str] = nx.DiGraph()
    tree.add_edges_from((line.near, line.far) for line in lines)
    sizes_below = Below(tree)
    below: dict[str, list[Line]] = {}
    for line in lines:
        below.setdefault(line.near, []).append(line)
    found = []
    for family in below.values():
        sizes = [sizes_below.count(line.far) for line in family]
        largest = max(range(len(family)), key=sizes.__getitem__)
        others = [line for at, line in enumerate(family) if at != largest]
        middle = len(others) // 2 if sizes[largest] else largest
        found += [*others[:middle], family[largest], *others[middle:]]
    return found


def _box(box: Box, picture: Picture, docks: int) -> dict[str, str]:
    shape = {"label": _words(box, picture, docks), "peripheries": "2" if box.doubled else "1", **_fixed(box)}
    if docks:
        shape |= {"margin": "0"}
    if box.id in picture.hidden:
        return {**shape, "style": "invis"}
    look = colours(box.colour)
    style, width = _STYLES[box.border]
    whole = {
        **shape,
        "id": f"node-{box.id}",
        "style": style,
        "penwidth": width,
        "fillcolor": look.fill,
        "color": look.border,
        "fontcolor": look.text,
    }
    return {key: value for key, value in whole.items() if _NODE.get(key) != value}


def _broad(picture: Picture) -> dict[str, int]:
    """The boxes that have places for the lines below them, so that their arrows stand apart; and how many.

    Only where the boxes below keep their order are the places in order too.
    """
    if picture.flow == Flow.RIGHT or not _ordering(picture):
        return {}
    fixed = {box.id for box in picture.boxes if box.room}
    below = Counter(line.near for line in picture.lines)
    return {key: number for key, number in below.items() if number >= _MANY_BELOW and key not in fixed}


def _docks(lines: Iterable[Line], broad: dict[str, int]) -> dict[str, str]:
    """By line, its place at the lower edge of the box above it, where that has such places: from left to right."""
    taken: Counter[str] = Counter()
    docks = {}
    for line in lines:
        if line.near in broad:
            docks[line.id] = f"{line.near}:dock{taken[line.near]}:s"
            taken[line.near] += 1
    return docks


def _fixed(box: Box) -> dict[str, str]:
    sides = {side.lower(): f"{int(points) / 72:.3f}" for side, points in room(box).items()}
    return {**sides, "fixedsize": "true"} if sides else {}


def _words(box: Box, picture: Picture, docks: int) -> str:
    width = max(box.wrap or picture.wrap, room_above(docks))
    tags = [line for tag in box.tags for line in wrap_text(tag, width + MORE_FOR_TAGS)]
    return text_label([(wrap_text(box.name, width), NAME), (tags, SMALL)], docks)


def _line(line: Line, *, hidden: bool) -> dict[str, str]:
    style, filled = STROKES[line.basis]
    tip = "normal" if filled else "onormal"
    arrows: dict[Arrow, dict[str, str]] = {
        Arrow.NEAR: {"dir": "back", "arrowtail": tip},
        Arrow.FAR: {"dir": "forward", "arrowhead": tip},
        Arrow.NONE: {"dir": "none"},
    }
    look = {"id": f"line-{line.id}", "style": "invis" if hidden else style, "penwidth": "1.3" if filled else "0.9"}
    words = _label(word for word in (line.tag, "confirmed" * bool(line.confirmed)) if word)
    whole = {**look, **arrows[line.arrow], **words}
    return {key: value for key, value in whole.items() if _EDGE.get(key) != value}


def _label(words: Iterable[str]) -> dict[str, str]:
    lines = [xml_safe(word) for word in words]
    return {"label": text_label([(lines, SMALL)])} if lines else {}
