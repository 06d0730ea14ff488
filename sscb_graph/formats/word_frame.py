"""What stands on every page of a Word document: the word DRAFT above, the plan and the number of the page below."""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.section import Section, _Footer, _Header
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from sscb_graph.formats.page import Book
from sscb_graph.formats.word_looks import DRAFT, FOOTER
from sscb_graph.formats.word_styles import StyleIds
from sscb_graph.formats.word_text import add_field, add_text

#: What makes a header or footer more than blank.
_CONTENT = ("w:t", "w:drawing", "w:pict", "w:object", "w:fldSimple", "w:instrText")


def add_frame(document: Document, book: Book, styles: StyleIds) -> None:
    """Adds to the headers and footers of a document's first section, which all later sections share."""
    for header, footer in _kinds(document, document.sections[0]):
        if book.draft:
            _empty_if_blank(header)
            # Below all that the template's own header holds, where it parts that from the text.
            _add(header, "DRAFT", styles.paragraphs[DRAFT])
        _empty_if_blank(footer)
        _add_plans(footer, book.plans, styles.paragraphs[FOOTER])


def _kinds(document: Document, section: Section) -> list[tuple[_Header, _Footer]]:
    """Every kind of header and footer that some page shows: a template may have others on first and even pages."""
    kinds: list[tuple[_Header, _Footer]] = [(section.header, section.footer)]
    if section.different_first_page_header_footer:
        kinds.append((section.first_page_header, section.first_page_footer))
    if document.settings.odd_and_even_pages_header_footer:
        kinds.append((section.even_page_header, section.even_page_footer))
    return kinds


def _empty_if_blank(place: _Header | _Footer) -> None:
    if not any(True for _ in place._element.iter(*map(qn, _CONTENT))):
        for paragraph in place.paragraphs:
            place._element.remove(paragraph._p)


def _add(place: _Header | _Footer, text: str, style: str) -> CT_P:
    paragraph = place.add_paragraph()._p
    paragraph.style = style
    add_text(paragraph, text)
    return paragraph


def _add_plans(footer: _Footer, sentences: list[str], style: str) -> None:
    """Adds the plans, and "Page 1 of 2" unless the template's own footer numbers the pages."""
    numbered = any(text.split()[:1] == ["PAGE"] for text in _instructions(footer))
    for at, text in enumerate(sentences):
        paragraph = _add(footer, text, style)
        if at == 0:
            # Else the last line of a full page would touch it.
            Paragraph(paragraph, footer).paragraph_format.space_before = Pt(8)
    if not numbered:
        paragraph = _add(footer, "Page ", style)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        add_field(paragraph, "PAGE", "1")
        add_text(paragraph, " of ")
        add_field(paragraph, "NUMPAGES", "1")


def _instructions(footer: _Footer) -> list[str]:
    simple = [field.get(qn("w:instr"), "") for field in footer._element.iter(qn("w:fldSimple"))]
    return [*simple, *(text.text or "" for text in footer._element.iter(qn("w:instrText")))]
