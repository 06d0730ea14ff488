"""A book of answers as an Excel file: a sheet for the rows of each answer, and a sheet for what stands behind them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from xlsxwriter import Workbook

from sscb_graph.formats.excel_looks import Looks
from sscb_graph.formats.excel_names import sheet_names
from sscb_graph.formats.excel_sheet import Sheet
from sscb_graph.formats.excel_sources import contents_sheet, sources_sheet
from sscb_graph.formats.excel_table import table_sheet
from sscb_graph.formats.excel_writing import write_sheet
from sscb_graph.formats.page import CONTENTS, Book
from sscb_graph.formats.xml_text import xml_text
from sscb_graph.typesetting.document import FIXED_TIME

#: Nothing that is written is a formula, a link or a number because it looks like it.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def excel_bytes(book: Book) -> bytes:
    """The Excel file (.xlsx) of a book, always the same for the same book.

    Raises TooManyRows where an answer has more rows than a sheet of Excel.
    """
    file = BytesIO()
    with Workbook(file, _OPTIONS) as workbook:
        workbook.set_properties(
            {"title": xml_text(book.title), "status": "Draft" if book.draft else "", "created": FIXED_TIME}
        )
        looks = Looks(workbook)
        for sheet in _sheets(book):
            write_sheet(workbook, looks, sheet)
    return file.getvalue()


def _sheets(book: Book) -> Iterator[Sheet]:
    """A list of contents where there are several answers, and two sheets for each."""
    names = sheet_names([page.heading for page in book.pages])
    if len(names) > 1:
        yield contents_sheet(book, CONTENTS, [name for name, _ in names])
    for page, (name, sources) in zip(book.pages, names, strict=True):
        yield table_sheet(page, name, sources)
        yield sources_sheet(page, sources)
