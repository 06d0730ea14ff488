"""The sheets beside an answer's rows: what stands behind them, and the contents of a book."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sscb_graph.formats.excel_sheet import Cell, Heading, Sheet, Style, text_cell
from sscb_graph.formats.excel_widths import measure
from sscb_graph.formats.page import PICTURE_IN_WORDS, Book, Page, PageList, PageTable

#: What the lines are under that say which rows these are and where they come from.
ABOUT = "About this answer"
#: Of a list of row numbers, how many characters stand in a line.
_WIDEST_MARK = 18
#: The width in pixels of a column of sentences, about 110 characters, and of what a list of contents says of each.
_WORDS, _HEADINGS, _HEADLINES = 750, 360, 480


def sources_sheet(page: Page, name: str) -> Sheet:
    """The sheet of what stands below a page's table, with the numbers of the rows that it is about."""
    lines = [(Style.HEADING, page.heading), (Style.SMALL, page.plan)]
    sections = list(_sections(page))
    marks = measure("rows", [mark[:_WIDEST_MARK] for _, mark, _ in sections], rigid=True).wanted
    headings = [Heading("what"), Heading("rows", width=marks), Heading("text", width=_WORDS)]
    rows = [[text_cell(text) for text in row] for row in sections]
    begins = [at for at, row in enumerate(sections) if at and row[0] != sections[at - 1][0]]
    return Sheet(name, [line for line in lines if line[1]], headings, rows, page.plan, page.draft, frozenset(begins))


def _sections(page: Page) -> Iterator[tuple[str, str, str]]:
    for part in page.parts:
        if isinstance(part, PageList):
            yield from ((part.title, mark, text) for mark, text in part.items)
        elif not isinstance(part, PageTable):
            yield from ((ABOUT, "", sentence) for sentence in part.sentences)
    if page.picture:
        shown = (page.picture.title, page.picture.description, page.picture.outline)
        yield from ((PICTURE_IN_WORDS, "", text) for text in shown if text)
    yield from ((ABOUT, "", sentence) for sentence in page.closing)


def contents_sheet(book: Book, name: str, names: Sequence[str]) -> Sheet:
    """The sheet that lists the answers of a book, and the sheet of each."""
    lines = [(Style.HEADING, book.title), *((Style.SMALL, plan) for plan in book.plans)]
    headings = [
        Heading("#", right=True, rigid=True),
        Heading("answer", width=_HEADINGS),
        Heading("in short", width=_HEADLINES),
    ]
    rows = [
        [Cell(str(number), number), text_cell(page.heading), text_cell(page.headline), text_cell(sheet)]
        for number, (page, sheet) in enumerate(zip(book.pages, names, strict=True), 1)
    ]
    foot = book.plans[0] if len(book.plans) == 1 else book.title
    return Sheet(name, lines, [*headings, Heading("sheet")], rows, foot, book.draft)
