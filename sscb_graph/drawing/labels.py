"""Names -> labels of Graphviz: wrapped, and escaped by an XML writer, never pasted into markup."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from xml.etree import ElementTree as ET

#: Sizes of type in points; 8 is the smallest anywhere.
NAME, SMALL, TITLE = "9", "8", "14"
#: How broad a place for a line at the edge of a box is at least, and a box with such places, in points.
_DOCK, _BROAD = 17, 150
#: How broad a character of a name is at most, on average, in points.
_CHARACTER = 5
#: How many characters the longest word has that is not broken.
_WORD = 24
#: What no XML text can hold.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """A text without the characters that XML cannot hold: they are shown as escapes."""
    return _NOT_XML.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a text; a very long one gets longer lines, so that its box does not become a tower.

    A word is broken only if it is longer than any in a dictionary.
    """
    longest = max(map(len, text.split()), default=0)
    room = max(width, int((len(text) * 2.5) ** 0.5), min(longest, _WORD))
    return textwrap.wrap(clean(text), room, break_on_hyphens=False) or [""]


def markup(element: ET.Element) -> str:
    """An element as an HTML-like label; backslashes are doubled, as Graphviz reads one as the start of an escape."""
    text = ET.tostring(element, encoding="unicode", short_empty_elements=False)
    return f"<{text}>".replace("\\", "\\\\")


def text_label(parts: Iterable[tuple[list[str], str]], docks: int = 0) -> str:
    """A label of centred lines in several sizes: each part is its lines and their size.

    With ``docks``, its lower edge has so many places for lines, from left to right.
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
    """How many characters stand in one line above so many places for lines."""
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
