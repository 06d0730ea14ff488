"""A sheet -> a worksheet of XlsxWriter: widths, frozen headings, filters, print setup, and every text as text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sscb_graph.errors import TooManyRows
from sscb_graph.formats import grid
from sscb_graph.formats.excel_looks import DAY, LINES, NUMBER, Looks, page_footer, page_header
from sscb_graph.formats.excel_pieces import in_pieces
from sscb_graph.formats.excel_sheet import Cell, Heading, Sheet, spread
from sscb_graph.formats.text_width import fold_lines
from sscb_graph.formats.xml_text import xml_text

#: The most rows of a sheet.
MOST_ROWS = 1_048_576
#: The characters that fit on a landscape A4 page, and the fewest over which the lines above a table run.
_ROOM, _LEAST = 135, 100
_WIDEST, _ADDED_COLUMN = 80, 9
#: What the button of a filter, the edges of a cell and its indent take of a column.
_BUTTON, _EDGES, _INDENT = 4, 3, 2
#: The height in points of a line of a cell, and the space above and below its lines. A program finds the height of a
#: row only where a file gives none, and LibreOffice not even then.
_LINE, _SPACE = 14.25, 2.5
#: How many letters, and capitals, of Calibri take the room of a digit; few capitals are fewer than one letter in six.
_OF_LETTERS, _OF_CAPITALS, _FEW_CAPITALS = 1.12, 0.9, 6
#: More points than this above the rows would leave too little room to scroll in.
_HIGHEST_FROZEN = 240
_A4 = 9


def write_sheet(workbook: Any, looks: Looks, sheet: Sheet) -> None:
    """Writes a sheet; raises TooManyRows where it has more rows than Excel."""
    widths = _widths(sheet)
    worksheet = workbook.add_worksheet(sheet.name)
    worksheet.hide_gridlines(2)
    for at, width in enumerate(widths):
        worksheet.set_column(at, at, width)
    top, height = _write_lines(worksheet, looks, sheet, widths)
    bottom = _write_rows(worksheet, looks, sheet, widths, top) if sheet.headings else top
    if sheet.headings:
        if height <= _HIGHEST_FROZEN:
            worksheet.freeze_panes(top + 1, 0)
        worksheet.repeat_rows(top)
        worksheet.autofilter(top, 0, bottom, len(widths) - 1)
    # Numbers such as that of action 2.10 are names, and no mistake that Excel need point at.
    worksheet.ignore_errors({"number_stored_as_text": f"A1:XFD{MOST_ROWS}"})
    _set_page(worksheet, sheet)


def _set_page(worksheet: Any, sheet: Sheet) -> None:
    worksheet.set_landscape()
    worksheet.set_paper(_A4)
    worksheet.fit_to_pages(1, 0)
    worksheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    worksheet.set_header(page_header(draft=sheet.draft))
    worksheet.set_footer(page_footer(sheet.plan))


def _widths(sheet: Sheet) -> list[int]:
    """The widths of the columns, within a page: as their words need, and what is left shared as their texts do.

    A number or a day always has its whole width, since Excel shows nothing else of it.
    """
    if not sheet.headings:
        return [_ROOM]
    columns = [
        grid.Column(heading.text, [row[at].text for row in sheet.rows], rigid=heading.rigid)
        for at, heading in enumerate(sheet.headings)
    ]
    pairs = list(zip(sheet.headings, columns, strict=True))
    least = [heading.width or _least(heading, column) for heading, column in pairs]
    wanted = [
        max(heading.width or min(column.widest + _EDGES, _WIDEST), low)
        for (heading, column), low in zip(pairs, least, strict=True)
    ]
    wider = sum(wanted) - sum(least)
    share = min(max(_ROOM - sum(least), 0) / wider, 1) if wider else 0
    return [low + int((high - low) * share) for low, high in zip(least, wanted, strict=True)]


def _least(heading: Heading, column: grid.Column) -> int:
    """The width that the button of its filter leaves its heading, and that breaks no word of usual length."""
    words = max(map(len, heading.text.split()), default=0) + _BUTTON
    return max(words, (column.widest if heading.rigid else column.longest_word) + _EDGES)


def _write_lines(worksheet: Any, looks: Looks, sheet: Sheet, widths: Sequence[int]) -> tuple[int, float]:
    """Writes the lines over the whole width; returns the row below them, and their height in points."""
    last, total = len(widths) - 1, sum(widths)
    while total < _LEAST:
        last, total = last + 1, total + _ADDED_COLUMN
    top, heights = 0, 0.0
    for style, line in sheet.lines:
        size = LINES[style]["font_size"]
        width = int(total * 11 / size)
        for piece in in_pieces(xml_text(line), width):
            height = size * (1.4 * len(fold_lines(piece, width)) + 0.4)
            # Excel finds no height for merged cells.
            worksheet.set_row(top, height)
            if last:
                worksheet.merge_range(top, 0, top, last, "", looks.line(style))
            _write_text(worksheet, top, 0, piece, looks.line(style))
            top, heights = top + 1, heights + height
    return top, heights


def _write_rows(worksheet: Any, looks: Looks, sheet: Sheet, widths: Sequence[int], top: int) -> int:
    """Writes the headings and the rows; returns the last row."""
    for at, heading in enumerate(sheet.headings):
        _write_text(worksheet, top, at, xml_text(heading.text), looks.header(right=heading.right))
    at = top
    rooms = [width - _INDENT for width in widths]
    for number, cells in enumerate(sheet.rows):
        for row in spread(cells, rooms):
            at += 1
            if at >= MOST_ROWS:
                raise TooManyRows(sheet.name, len(sheet.rows), MOST_ROWS)
            lines = max(_lines(cell.text, room) for cell, room in zip(row, rooms, strict=True))
            worksheet.set_row(at, lines * _LINE + _SPACE)
            for place, cell in enumerate(row):
                right, begins = sheet.headings[place].right, number in sheet.begins
                _write_cell(worksheet, looks, (at, place), cell, right=right, begins=begins)
    return at


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column ``width`` digits wide; most letters are narrower, capitals wider."""
    if len(text) <= width and "\n" not in text:
        return 1
    capitals = sum(map(str.isupper, text)) * _FEW_CAPITALS > len(text)
    return len(fold_lines(text, int(width * (_OF_CAPITALS if capitals else _OF_LETTERS))))


def _write_cell(worksheet: Any, looks: Looks, place: tuple[int, int], cell: Cell, *, right: bool, begins: bool) -> None:
    """A number or a day as what it is, its basis behind it; anything else as text."""
    shown = f'"{cell.mark}"' if cell.mark else ""
    if isinstance(cell.value, date):
        worksheet.write_datetime(*place, cell.value, looks.cell(number=f"{DAY}{shown}", begins=begins))
    elif cell.value is not None:
        worksheet.write_number(*place, cell.value, looks.cell(number=f"{NUMBER}{shown}", right=True, begins=begins))
    else:
        _write_text(worksheet, *place, cell.text, looks.cell(fill=cell.fill, right=right, begins=begins))


def _write_text(worksheet: Any, row: int, column: int, text: str, look: Any) -> None:
    """Writes a text as text."""
    if text.startswith("<r>") and text.endswith("</r>"):
        # XlsxWriter takes this for the markup of a text in several types, and would write it as it is.
        worksheet.write_rich_string(row, column, "<", "r", text[2:], look)
    elif text:
        worksheet.write_string(row, column, text, look)
    else:
        worksheet.write_blank(row, column, None, look)
