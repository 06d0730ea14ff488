"""Picture -> DOT, by the graphviz package."""

from __future__ import annotations

from graphviz import Digraph

from sscb_graph.render.diagrams.labels import NAME, SMALL, clean, text_label, wrapped
from sscb_graph.render.diagrams.picture import Border, Line, Node, Picture
from sscb_graph.render.diagrams.tables import INK, LINE_STYLES, foot, grid, head, room
from sscb_graph.render.palette import PALETTE, STANDINGS

_STYLES = {
    Border.PLAIN: ("filled", "0.8"),
    Border.BOLD: ("filled,bold", "2.4"),
    Border.ROUNDED: ("filled,rounded", "1.2"),
    Border.DASHED: ("filled,dashed", "1.4"),
    Border.DOTTED: ("filled,dotted", "1.8"),
}


def dot(picture: Picture) -> str:
    """The DOT of a picture."""
    graph = Digraph(picture.name, graph_attr=_page(picture), node_attr=_NODE, edge_attr=_EDGE)
    graph.attr(label=foot(picture))
    with graph.subgraph(name="cluster_page") as page:
        page.attr(label=head(picture), labelloc="t", labeljust="l", peripheries="0", margin="6")
        framed = {key for box in picture.boxes for key in box.nodes}
        # Graphviz lays out a picture that reads to the right from the bottom up.
        turn = reversed if picture.flow == "right" else iter
        for node in turn(picture.nodes):
            if node.id not in framed:
                page.node(node.id, **_node(node, picture))
        for line in turn(picture.lines):
            page.edge(line.near, line.far, **_line(line, hidden=line.id in picture.hidden))
        if picture.grid:
            page.node("grid", label=grid(picture.grid), shape="plain", id="grid")
        if not picture.nodes and not picture.grid:
            page.node("nothing", label="Nothing to draw: the plan does not say.", shape="plain")
    source: str = graph.source
    return source


_NODE = {
    "shape": "box",
    "fontname": "Arial",
    "fontsize": NAME,
    "margin": "0.06,0.04",
    "width": "0.95",
    "height": "0.36",
}
_EDGE = {"fontname": "Arial", "fontsize": SMALL, "arrowsize": "0.7", "color": INK, "fontcolor": INK}


def _page(picture: Picture) -> dict[str, str]:
    spread = {"down": ("TB", "0.1", "0.32"), "right": ("LR", "0.055", "0.34")}[picture.flow]
    rankdir, nodesep, ranksep = spread
    # Where nobody has two lines up, the order of the plan costs no crossing.
    kept_order = {"ordering": "out"} if len({line.far for line in picture.lines}) == len(picture.lines) else {}
    return {
        **kept_order,
        "rankdir": rankdir,
        "nodesep": nodesep,
        "ranksep": ranksep,
        "fontname": "Arial",
        "fontsize": NAME,
        "margin": "0",
        "pad": "0.03",
        "labelloc": "b",
        "labeljust": "l",
        "bgcolor": "white",
        "outputorder": "edgesfirst",
        "charset": "UTF-8",
    }


def _node(node: Node, picture: Picture) -> dict[str, str]:
    if node.id in picture.hidden:
        return {
            "label": _words(node, picture),
            "style": "invis",
            "peripheries": "2" if node.doubled else "1",
            **_fixed(node),
        }
    colours = {**PALETTE, **STANDINGS}[node.colour]
    style, width = _STYLES[node.border]
    return {
        "label": _words(node, picture),
        "id": f"node-{node.id}",
        "style": style,
        "penwidth": width,
        "fillcolor": colours.fill,
        "color": colours.border,
        "fontcolor": colours.text,
        "peripheries": "2" if node.doubled else "1",
        **_fixed(node),
    }


def _fixed(node: Node) -> dict[str, str]:
    sides = {side.lower(): f"{int(points) / 72:.3f}" for side, points in room(node).items()}
    return {**sides, "fixedsize": "true"} if sides else {}


def _words(node: Node, picture: Picture) -> str:
    width = node.wrap or picture.wrap
    tags = [line for tag in node.tags for line in wrapped(tag, width + 3)]
    return text_label([(wrapped(node.name, width), NAME), (tags, SMALL)])


def _line(line: Line, *, hidden: bool) -> dict[str, str]:
    style, head = LINE_STYLES[line.basis]
    ends = {"near": {"dir": "back", "arrowtail": head}, "far": {"dir": "forward", "arrowhead": head}}
    words = [word for word in (line.tag, "confirmed" if line.confirmed else "") if word]
    label = {"label": text_label([([clean(word) for word in words], SMALL)])} if words else {}
    style = "invis" if hidden else style
    return {"id": f"line-{line.id}", "style": style, **ends.get(line.arrow, {"dir": "none"}), **label}
