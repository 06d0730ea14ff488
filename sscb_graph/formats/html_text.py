"""Elements of an HTML page and the texts in them: no text becomes markup, and none reorders what stands beside it.

The standard library's ElementTree writes the elements and escapes the texts, so that a page needs no package that a
machine may lack.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from sscb_graph.formats.directions import directed
from sscb_graph.formats.xml_text import xml_text


def add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """A new last child that holds a text; an attribute aria-label is written aria_label, and class class_."""
    named = {name.strip("_").replace("_", "-"): plain_text(value) for name, value in attributes.items()}
    child = SubElement(parent, tag, named)
    add_text(child, text)
    return child


def add_text(element: Element, text: str) -> None:
    """Adds a text at the end of an element: its lines each on a line, its control characters as visible escapes."""
    if text.isascii() and text.isprintable():
        _add_plain(element, text)
        return
    for at, line in enumerate(xml_text(text).split("\n")):
        if at:
            SubElement(element, "br")
        _add_line(element, line)


def plain_text(text: str) -> str:
    """A text on a single line without elements, as an attribute or the title of a window holds it."""
    return text if text.isascii() and text.isprintable() else " ".join(xml_text(text).split("\n"))


def _add_line(element: Element, line: str) -> None:
    """Adds a line, its right-to-left words isolated: else a number after them would stand before them."""
    for piece, right_to_left in directed(line):
        if right_to_left:
            # A mark alone has no direction of its own that the browser could find.
            SubElement(element, "bdi", {"dir": "rtl"}).text = piece
        else:
            _add_plain(element, piece)


def _add_plain(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
