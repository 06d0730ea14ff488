"""Colours of labels: one palette for diagrams and for Neo4j Browser.

Text on every fill has a contrast of 7 to 1 or better (WCAG 2.2 asks for 4.5 to 1), and the hues are those of the
Okabe-Ito palette, which colour-blind readers tell apart, made light; nothing is told by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from sscb_graph.model.vocabulary import BodyKind, Label, Standing, kind_label


@dataclass(frozen=True)
class Colours:
    """The fill, border and text of a node, as hexadecimal RGB."""

    fill: str
    border: str = "#1a1a1a"
    text: str = "#1a1a1a"


#: By label; a node takes the first of its labels that is listed.
PALETTE: dict[str, Colours] = {
    kind_label(BodyKind.BOARD): Colours("#cfe3f5"),
    kind_label(BodyKind.EXECUTIVE): Colours("#e3d3ea"),
    kind_label(BodyKind.PANEL): Colours("#d5efe6"),
    kind_label(BodyKind.TASK_AND_FINISH_GROUP): Colours("#fbe3c2"),
    kind_label(BodyKind.SUBGROUP): Colours("#d5efe6"),
    kind_label(BodyKind.GROUP): Colours("#d5efe6"),
    Label.BODY: Colours("#ededed"),
    Label.ACTION: Colours("#fff3b8"),
    Label.PRIORITY: Colours("#f7d9e6"),
    Label.RECOMMENDATION: Colours("#f9d8c6"),
    Label.REPORT: Colours("#f1e6da"),
    Label.STATUS: Colours("#ffffff"),
    Label.DECISION: Colours("#f5f5f5"),
    Label.CHANGE_EVENT: Colours("#f5f5f5"),
    Label.DOCUMENT: Colours("#f5f5f5"),
    Label.EVENT: Colours("#f5f5f5"),
    Label.PASSAGE: Colours("#ffffff"),
    Label.PLAN: Colours("#ffffff"),
}

#: By what the plan decides about a body, always beside the same in words and in the border; "" for nothing.
STANDING_COLOURS: dict[str, Colours] = {
    "": Colours("#ffffff"),
    Standing.NEW: Colours("#cfe3f5"),
    Standing.CONTINUING: Colours("#d5efe6"),
    Standing.PROPOSED_TO_CONTINUE: Colours("#e3d3ea"),
    Standing.UNDER_REVIEW: Colours("#fbe3c2"),
    Standing.PROPOSED: Colours("#e3d3ea"),
    Standing.FORMER: Colours("#ededed"),
}


def colours(key: str) -> Colours:
    """The colours of a label or of a standing."""
    return STANDING_COLOURS[key] if key in STANDING_COLOURS else PALETTE[key]


def grass() -> str:
    """A style sheet for Neo4j Browser: captions are names, colours are the diagrams'."""
    node = "node {\n  diameter: 65px;\n  color: #ededed;\n  border-color: #1a1a1a;\n  border-width: 2px;\n"
    node += "  text-color-internal: #1a1a1a;\n  font-size: 11px;\n  caption: '{name}';\n}\n"
    line = "relationship {\n  color: #595959;\n  shaft-width: 2px;\n  font-size: 9px;\n  padding: 3px;\n"
    line += "  text-color-external: #1a1a1a;\n  text-color-internal: #ffffff;\n  caption: '<type>';\n}\n"
    parts = [node, line]
    for label, colours in PALETTE.items():
        body = f"  color: {colours.fill};\n  border-color: {colours.border};\n  text-color-internal: {colours.text};\n"
        parts.append(f"node.{label} {{\n{body}  caption: '{{name}}';\n}}\n")
    return "\n".join(parts)
