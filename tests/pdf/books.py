"""Books for the tests of PDF: of real answers, and of made-up text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sscb_graph.drawing.outline import outline
from sscb_graph.drawing.render import render_picture
from sscb_graph.formats.files import book_of
from sscb_graph.formats.json import json_text
from sscb_graph.formats.page import Book, Page, PageList, PagePicture, PageTable, PageText, Part
from sscb_graph.formats.pdf import pdf_bytes
from sscb_graph.pictures.picture import Picture
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.columns import Dates, Names, Number, Status, Text
from tests.formats import books

COLUMNS = (Text("action"), Number("priority"), Names("leads"), Dates("due"), Status("status"))
#: What would be markup, escapes, or the end of a text in Typst or in a PDF, beside what means harm to any form.
HOSTILE = (
    *books.HOSTILE,
    '#import "@preview/example:0.1.0": *', '#read("/etc/passwd")', "#sys.inputs", "$x^2$ and `raw` and ```raw```",
    "// nothing after this", "/* nothing */ here", r"\u{41} \x41 \\ \n", "= Heading", "*bold* _emphasis_ <label> @ref",
    "- item", "+ item", "/ term: item", "https://example.org/#a", "~ -- --- ... 'quoted' \"quoted\"",
    "(a) Tj ET <</A 1>>", "\ufffe \U0010ffff \ue000 \U000e0000 \ufe0f", "a\u20e3 \ufdfa",
    "\u0141\u00f3d\u017a \u1e9e \u20ac \u2713 \u2192", "e\u0301" * 50, "W" * 300, "word " * 400, "one\ntwo\n\nfour",
)  # fmt: skip


def pdf_of(answers: Sequence[Answer], title: str = "", pictures: Sequence[PagePicture | None] = ()) -> bytes:
    """The PDF of answers as the command line makes it."""
    book = book_of(answers, pictures or [None] * len(answers), title)
    return pdf_bytes(book, json_text(answers).encode())


def page_picture(picture: Picture) -> PagePicture:
    """A picture as a page has it."""
    svg = render_picture(picture, "svg")
    words = outline(picture, wrapped=False)
    return PagePicture(picture.title, picture.description, svg.data, svg.width or 0, svg.height or 0, words)


def page(text: str, *, rows: int = 1, draft: bool = False) -> Page:
    """A page with a text in every place that holds one, and as often as it has rows in each cell."""
    table = PageTable(COLUMNS, [[text] * len(COLUMNS)] * rows, text, range(1, rows + 1))
    parts: list[Part] = [
        table,
        PageList(text, [("1, 2", text), ("3", text)]),
        PageList("Notes", [("-", text)]),
        PageText([text]),
    ]
    return Page(text, [text], text, parts, [text], plan=text, draft=draft)


def book(*pages: Page, title: str = "") -> Book:
    """A book; the title is by default that of its only page."""
    return Book(title or pages[0].heading, pages)


def draft(whole: Book) -> Book:
    """The same of a draft."""
    return replace(whole, pages=[replace(page, draft=True) for page in whole.pages])
