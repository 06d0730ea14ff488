"""Lines of text -> labels of Graphviz, escaped by an XML writer and never pasted into markup."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

#: Sizes of type in points; 8 is the smallest anywhere.
NAME, SMALL, TITLE = "9", "8", "14"
#: The least width of a place for a line at the edge of a box, and of a box with such places, in points.
_DOCK, _BROAD = 17, 150
#: The most that a character of a name takes, on average, in points.
_CHARACTER = 5


def markup(element: ET.Element) -> str:
    """An element as an HTML-like label; backslashes are doubled, since Graphviz reads them as escapes."""
    text = ET.tostring(element, encoding="unicode", short_empty_elements=False)
    return f"<{text}>".replace("\\", "\\\\")


def text_label(parts: Iterable[tuple[list[str], str]], docks: int = 0) -> str:
    """A label of centred lines in several sizes: each part is its lines and their size.

    ``docks`` is how many places for lines its lower edge has, from left to right.
    """
    table = ET.Element("TABLE", BORDER="0", CELLBORDER="0", CELLSPACING="0", CELLPADDING="0")
    if docks:
        ET.SubElement(ET.SubElement(table, "TR"), "TD", COLSPAN=str(docks), HEIGHT="3")
    for lines, size in parts:
        if lines:
            put_lines(ET.SubElement(ET.SubElement(table, "TR"), "TD", COLSPAN=str(docks or 1)), [(lines, size)])
    if docks:
        row = ET.SubElement(table, "TR")
        for dock in range(docks):
            ET.SubElement(row, "TD", PORT=f"dock{dock}", WIDTH=str(_dock(docks)), HEIGHT="3")
    return markup(table)


def room_above(docks: int) -> int:
    """How many characters stand in one line above a number of places for lines."""
    return docks * _dock(docks) // _CHARACTER if docks else 0


def _dock(docks: int) -> int:
    return max(_DOCK, _BROAD // docks)


def put_lines(cell: ET.Element, parts: Iterable[tuple[list[str], str]]) -> None:
    """Writes lines into a cell, one below the other."""
    first = True
    for lines, size in parts:
        for line in lines:
            if not first:
                ET.SubElement(cell, "BR")
            put(cell, line, size)
            first = False


def put(cell: ET.Element, text: str, size: str = NAME) -> None:
    """Writes a text into a cell; an empty one becomes a space, which Graphviz needs."""
    font = ET.SubElement(cell, "FONT")
    font.set("POINT-SIZE", size)
    font.text = text or " "
