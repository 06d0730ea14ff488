"""Colours of labels: one palette for diagrams and for Neo4j Browser.

Text on every fill has a contrast of 7 to 1 or better (WCAG 2.2 asks for 4.5 to 1), and the hues are those of the
Okabe-Ito palette, which colour-blind readers tell apart, made light; nothing is told by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Colours:
    """The fill, border and text of a node, as hexadecimal RGB."""

    fill: str
    border: str = "#1a1a1a"
    text: str = "#1a1a1a"


#: By label; a node takes the first of its labels that is listed.
PALETTE: dict[str, Colours] = {
    "Board": Colours("#cfe3f5"),
    "Executive": Colours("#e3d3ea"),
    "Panel": Colours("#d5efe6"),
    "TaskAndFinishGroup": Colours("#fbe3c2"),
    "Subgroup": Colours("#d5efe6"),
    "Group": Colours("#d5efe6"),
    "Body": Colours("#ededed"),
    "Action": Colours("#fff3b8"),
    "Priority": Colours("#f7d9e6"),
    "Recommendation": Colours("#f9d8c6"),
    "Report": Colours("#f1e6da"),
    "Status": Colours("#ffffff"),
    "Decision": Colours("#f5f5f5"),
    "Document": Colours("#f5f5f5"),
    "Event": Colours("#f5f5f5"),
    "Passage": Colours("#ffffff"),
    "Plan": Colours("#ffffff"),
}

#: By what the plan decides about a body, always beside the same in words and in the border; "" for nothing.
STANDING_COLOURS: dict[str, Colours] = {
    "": Colours("#ffffff"),
    "new": Colours("#cfe3f5"),
    "continuing": Colours("#d5efe6"),
    "under review": Colours("#fbe3c2"),
    "proposed": Colours("#e3d3ea"),
    "former": Colours("#ededed"),
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
