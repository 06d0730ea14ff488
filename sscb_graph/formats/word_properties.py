"""What a Word document says of itself: its title, subject, author and language, and no time of day."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.ns import qn

from sscb_graph.formats.page import Book
from sscb_graph.formats.xml_text import xml_text
from sscb_graph.text import sentences, shortened
from sscb_graph.typesetting.document import FIXED_TIME

LANGUAGE = "en-GB"
_AUTHOR = "sscb-graph"
#: The most characters that such a property holds.
_LONGEST = 255


def set_properties(document: Document, book: Book) -> None:
    """Sets the core properties, and British English as the language of every text."""
    core = document.core_properties
    core.title = _property(book.title)
    core.subject = _property(sentences(book.plans))
    core.author = core.last_modified_by = _AUTHOR
    core.language = LANGUAGE
    core.comments = core.keywords = core.category = ""
    core.revision = 1
    core.created = core.modified = FIXED_TIME
    for part in (document.styles.element, document.settings.element):
        for language in part.iter(qn("w:lang"), qn("w:themeFontLang")):
            language.set(qn("w:val"), LANGUAGE)


def _property(text: str) -> str:
    return shortened(xml_text(text), _LONGEST)
