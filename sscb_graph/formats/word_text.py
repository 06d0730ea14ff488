"""Texts in a Word document: whatever they hold is text, and words from right to left reorder nothing beside them."""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from docx.text.run import Run

from sscb_graph.formats.directions import directed
from sscb_graph.formats.xml_text import xml_text


def add_text(paragraph: CT_P, text: str, *, bold: bool = False) -> None:
    """Adds a text at the end of a paragraph, its line feeds as line breaks."""
    for run in text_runs(text, bold=bold):
        paragraph.append(run)


def text_runs(text: str, *, bold: bool = False) -> list[CT_R]:
    """A text as runs, of which each has a single direction."""
    runs = []
    for piece, right_to_left in directed(xml_text(text)) if text else ():
        run: CT_R = OxmlElement("w:r")
        run.text = piece
        if bold or right_to_left:
            font = Run(run, None).font  # type: ignore[arg-type]
            font.bold = font.cs_bold = bold or None
            font.rtl = right_to_left or None
        runs.append(run)
    return runs


def add_field(paragraph: CT_P, instruction: str, result: str) -> None:
    """Adds a field, such as the number of a page, and what it shows until it is computed."""
    field = OxmlElement("w:fldSimple", {qn("w:instr"): f" {instruction} "})
    for run in text_runs(result):
        field.append(run)
    paragraph.append(field)


def add_mark(paragraph: CT_P, number: int, name: str) -> None:
    """Adds a bookmark around what a paragraph holds; ``number`` is unique within the document."""
    start = OxmlElement("w:bookmarkStart", {qn("w:id"): str(number), qn("w:name"): name})
    place = 1 if paragraph.pPr is not None else 0
    paragraph.insert(place, start)
    paragraph.append(OxmlElement("w:bookmarkEnd", {qn("w:id"): str(number)}))
