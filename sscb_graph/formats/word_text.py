"""Texts in a Word document: whatever they hold is text, and words from right to left reorder nothing beside them."""

from __future__ import annotations

import re
from functools import cache

from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement

from sscb_graph.formats.directions import directed
from sscb_graph.formats.xml_text import xml_text

_BREAK = re.compile("([\n\t])")
_BREAKS = {"\n": "w:br", "\t": "w:tab"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_W = {"w": nsmap["w"]}
#: Makes elements of python-docx's classes ten times as fast as OxmlElement, which counts in a table of 5,000 rows.
_make = OxmlElement("w:p").makeelement
_name = cache(qn)


def made(tag: str, *children: BaseOxmlElement, **attributes: str | int) -> BaseOxmlElement:
    """An element of Word's own namespace with its children, and attributes of the same namespace."""
    named = {_name(f"w:{name}"): str(value) for name, value in attributes.items()}
    element: BaseOxmlElement = _make(_name(tag), named, _W)
    element.extend(children)
    return element


def add_text(paragraph: CT_P, text: str, *, bold: bool = False) -> None:
    """Adds a text at the end of a paragraph, its line feeds as line breaks."""
    paragraph.extend(text_runs(text, bold=bold))


def text_runs(text: str, *, bold: bool = False) -> list[BaseOxmlElement]:
    """A text as runs, of which each has a single direction."""
    pieces = directed(xml_text(text)) if text else ()
    return [_run(piece, bold=bold, right_to_left=right_to_left) for piece, right_to_left in pieces]


def _run(text: str, *, bold: bool, right_to_left: bool) -> BaseOxmlElement:
    run = made("w:r")
    if bold or right_to_left:
        weight = [made("w:b"), made("w:bCs")] if bold else []
        run.append(made("w:rPr", *weight, *([made("w:rtl")] if right_to_left else [])))
    for part in filter(None, _BREAK.split(text)):
        run.append(made(_BREAKS.get(part, "w:t")))
        if part not in _BREAKS:
            run[-1].text = part
            run[-1].set(_SPACE, "preserve")
    return run


def add_field(paragraph: CT_P, instruction: str, result: str) -> None:
    """Adds a field, such as the number of a page, and what it shows until it is computed."""
    paragraph.append(made("w:fldSimple", *text_runs(result), instr=f" {instruction} "))


def add_mark(paragraph: CT_P, number: int, name: str) -> None:
    """Adds a bookmark around what a paragraph holds; ``number`` is unique within the document."""
    place = 1 if paragraph.pPr is not None else 0
    paragraph.insert(place, made("w:bookmarkStart", id=number, name=name))
    paragraph.append(made("w:bookmarkEnd", id=number))
