"""A Word document in the making: paragraphs in its styles, and pages that turn where something needs the room."""

from __future__ import annotations

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from sscb_graph.formats.word_looks import CLOSING, NORMAL
from sscb_graph.formats.word_styles import StyleIds
from sscb_graph.formats.word_text import add_text

#: A4 with margins of 2 cm, in points, where a template does not say.
_PAGE, _MARGIN = (595.3, 841.9), 56.7
#: Above what is spaced, in points.
_SPACE = 10


class Sheet:
    """The pages of a document, to which everything is added at the end."""

    def __init__(self, document: Document, styles: StyleIds, letter: float) -> None:
        self.document = document
        self.styles = styles
        #: How wide a digit or a usual letter is in a table, in points.
        self.letter = letter
        section = document.sections[0]
        #: The width and height of its pages, and the same turned, as they are before any is.
        self._size = section.page_width, section.page_height
        self._turned = False
        self._marks = 0

    @property
    def room(self) -> tuple[float, float]:
        """The width and height of a page between its margins, in points, as pages are now."""
        return self.room_of(wide=self._turned)

    def room_of(self, *, wide: bool) -> tuple[float, float]:
        """The width and height of an upright or a wide page between its margins, in points."""
        section = self.document.sections[-1]
        sides = [_points(size, least) for size, least in zip(self._size, _PAGE, strict=True)]
        width, height = (max(sides), min(sides)) if wide else sides
        across = _points(section.left_margin, _MARGIN) + _points(section.right_margin, _MARGIN)
        along = _points(section.top_margin, _MARGIN) + _points(section.bottom_margin, _MARGIN)
        return max(width - across, 72.0), max(height - along, 72.0)

    def turn(self, *, wide: bool) -> bool:
        """Goes on with wide or with upright pages, on a new page; returns whether a new page begins so."""
        width, height = self._size
        if wide == self._turned or not (width and height) or (wide and width >= height):
            return False
        body = self.document.element.body
        begun = len(body) > 1
        section = self.document.add_section() if begun else self.document.sections[0]
        if begun:
            self._end_section(body.p_lst[-1])
            # Only the first page of a document is its first page.
            section.different_first_page_header_footer = False
        section.page_width, section.page_height = (height, width) if wide else (width, height)
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        self._turned = wide
        return begun

    def _end_section(self, mark: CT_P) -> None:
        """Lets the last paragraph end a section, since one of its own would begin a page where the last is full."""
        last = mark.getprevious()
        if isinstance(last, CT_P):
            (section,) = mark.xpath("w:pPr/w:sectPr")
            last.set_sectPr(section)
            mark.getparent().remove(mark)
        else:
            mark.style = self.styles.paragraphs[CLOSING]

    def add(
        self,
        text: str,
        style: str = NORMAL,
        *,
        new_page: bool = False,
        spaced: bool = False,
        indent: float = 0,
        hanging: float = 0,
    ) -> CT_P:
        """Adds a paragraph in one of LOOKS.

        A ``new_page`` begins with it, or it is ``spaced`` from what is above it; all its lines have an ``indent``, and
        all but the first are ``hanging`` further in, in points.
        """
        paragraph: CT_P = OxmlElement("w:p")
        # The last element is the setup of the section; python-docx would look for it among all the others.
        self.document.element.body[-1].addprevious(paragraph)
        look = Paragraph(paragraph, self.document._body).paragraph_format
        if style != NORMAL:
            paragraph.style = self.styles.paragraphs[style]
        if new_page:
            look.page_break_before = True
        if spaced:
            look.space_before = Pt(_SPACE)
        if indent or hanging:
            look.left_indent = Pt(indent + hanging)
        if hanging:
            look.first_line_indent = -Pt(hanging)
        add_text(paragraph, text)
        return paragraph

    def keep_last(self) -> None:
        """Keeps the last paragraph on the page of what is added next; a table stays as it is."""
        last = self.document.element.body[-1].getprevious()
        if isinstance(last, CT_P):
            Paragraph(last, self.document._body).paragraph_format.keep_with_next = True

    def numbers_itself(self, style: str) -> bool:
        """Whether a style numbers its paragraphs, as headings do in some templates; list 0 is none."""
        key = self.styles.paragraphs[style]
        numbers = self.document.styles.element.xpath(f"w:style[@w:styleId='{key}']/w:pPr/w:numPr/w:numId/@w:val")
        return any(number != "0" for number in numbers)

    def add_element(self, element: BaseOxmlElement) -> None:
        """Adds a table or another whole element; two tables in a row would become one."""
        body = self.document.element.body
        last = body[-1].getprevious()
        if last is not None and last.tag == qn("w:tbl"):
            self.add("", CLOSING)
        body[-1].addprevious(element)

    def next_mark(self) -> int:
        """The number of the next bookmark."""
        self._marks += 1
        return self._marks


def _points(length: int | None, unknown: float) -> float:
    return length / 12700 if length else unknown
