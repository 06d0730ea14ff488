"""A book as a Word document: headings, tables and lists that are real, in a board's own styles if it has some."""

from __future__ import annotations

from docx.document import Document

from sscb_graph.errors import BadTemplate
from sscb_graph.formats.page import Book
from sscb_graph.formats.word_frame import add_frame
from sscb_graph.formats.word_looks import LETTER, WIDE_LETTER
from sscb_graph.formats.word_package import document_bytes
from sscb_graph.formats.word_pages import add_pages
from sscb_graph.formats.word_properties import set_properties
from sscb_graph.formats.word_sheet import Sheet
from sscb_graph.formats.word_styles import add_missing_styles, own_document
from sscb_graph.formats.word_template import UNREADABLE, open_template


def word_bytes(book: Book, template: bytes | None = None) -> bytes:
    """A book as a .docx file, the same for the same book and template.

    ``template`` is a Word document or template (.docx, .dotx, .docm, .dotm) whose styles, headers, footers and page
    setup are used; its text, its macros and all that it refers to outside itself are left out. Raises BadTemplate for
    one that cannot be read.
    """
    if template is None:
        return _write(own_document(), book, LETTER)
    try:
        # An empty book first, so that a fault of the template is told apart from one of ours.
        _write(open_template(template), Book("", ()), WIDE_LETTER)
    except UNREADABLE as error:
        raise BadTemplate("a damaged Word document") from error
    # Its typeface may be any.
    return _write(open_template(template), book, WIDE_LETTER)


def _write(document: Document, book: Book, letter: float) -> bytes:
    styles = add_missing_styles(document)
    set_properties(document, book)
    add_frame(document, book, styles)
    add_pages(Sheet(document, styles, letter), book)
    return document_bytes(document)
