"""The contents of a Word document: a field that Word can make anew, and its lines as Word would make them.

The lines name answers by number and have no numbers of pages: only a layout knows these, and Word makes them up only
when somebody asks it to, so that a printed file would show wrong ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from sscb_graph.formats.page import CONTENTS, Page
from sscb_graph.formats.word_looks import CONTENTS_HEADING, CONTENTS_LINE, HEADINGS
from sscb_graph.formats.word_sheet import Sheet
from sscb_graph.formats.word_text import made, text_runs

#: Headings of the first level, as links, without numbers of pages.
_FIELD = 'TOC \\o "1-1" \\h \\n \\z'
_BLOCK = (
    f'<w:sdt {nsdecls("w")}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
    "</w:docPartObj></w:sdtPr><w:sdtContent/></w:sdt>"
)


@dataclass(frozen=True)
class Title:
    """The heading of an answer, its number, and the bookmark around it."""

    number: int
    words: str
    mark: str
    #: Whether the style of headings numbers them itself.
    numbered_by_style: bool

    @property
    def text(self) -> str:
        """The heading as it is written: with its number unless that comes by itself."""
        return self.words if self.numbered_by_style else f"{self.number}. {self.words}"


def headings(pages: Sequence[Page], sheet: Sheet) -> list[Title]:
    """The headings of answers."""
    by_style = sheet.numbers_itself(HEADINGS[0])
    return [Title(at, page.heading or page.headline, f"_Toc{at:09}", by_style) for at, page in enumerate(pages, 1)]


def add_contents(sheet: Sheet, titles: Sequence[Title]) -> None:
    """Adds a heading and a line for each answer, which leads to it; nothing where there are none."""
    if not titles:
        return
    block = parse_xml(_BLOCK)
    content = block[-1]
    start = len(sheet.document.element.body) - 1
    sheet.add(CONTENTS, CONTENTS_HEADING)
    lines = [sheet.add("", CONTENTS_LINE) for _ in titles]
    lines[0].extend([_mark("begin"), _instruction(), _mark("separate")])
    for line, title in zip(lines, titles, strict=True):
        line.append(_link(title))
    lines[-1].append(_mark("end"))
    body = sheet.document.element.body
    content.extend(body[start:-1])
    body.insert(start, block)


def _link(title: Title) -> BaseOxmlElement:
    return made("w:hyperlink", *text_runs(f"{title.number}. {title.words}"), anchor=title.mark, history=1)


def _mark(kind: str) -> BaseOxmlElement:
    return made("w:r", made("w:fldChar", fldCharType=kind))


def _instruction() -> BaseOxmlElement:
    instruction = made("w:instrText")
    instruction.text = _FIELD
    return made("w:r", instruction)
