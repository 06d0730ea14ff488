"""A sheet -> a worksheet of XlsxWriter: widths, frozen headings, filters, print setup, and every text as text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from sscb_graph.errors import TooManyRows
from sscb_graph.formats.excel_looks import CELL_SIZE, DAY, LINES, NUMBER, Looks, page_footer, page_header
from sscb_graph.formats.excel_pieces import MOST_LINES, in_pieces
from sscb_graph.formats.excel_sheet import Cell, Sheet, spread
from sscb_graph.formats.excel_widths import BOLD, EDGES, MEASURED, Measure, line_count, measure, share_out
from sscb_graph.formats.xml_text import xml_text

#: The most rows of a sheet.
MOST_ROWS = 1_048_576
#: The pixels that a landscape A4 page shows at nine tenths of its size, and the fewest that a heading runs over.
_ROOM, _LEAST, _ADDED_COLUMN = 1150, 800, 64
#: The height in points of a line of a cell, and the space above and below its lines. A program finds the height of a
#: row only where a file gives none, and LibreOffice not even then.
_LINE, _SPACE = 14.25, 2.5
#: More points than this above the rows would leave too little room to scroll in.
_HIGHEST_FROZEN = 240
_A4 = 9
_BEHIND_ESCAPES = re.compile("(?<=_)|(?<=^r)")


def write_sheet(workbook: Any, looks: Looks, sheet: Sheet) -> None:
    """Writes a sheet; raises TooManyRows where it has more rows than Excel."""
    widths = _widths(sheet)
    worksheet = workbook.add_worksheet(sheet.name)
    worksheet.hide_gridlines(2)
    for at, width in enumerate(widths):
        worksheet.set_column_pixels(at, at, width)
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
    """The widths of the columns in pixels: those that are given, and of the others what their texts need."""
    measures = []
    for at, heading in enumerate(sheet.headings):
        if heading.width:
            measures.append(Measure(heading.width, heading.width, heading.width))
        else:
            measures.append(measure(heading.text, [row[at].text for row in sheet.rows], rigid=heading.rigid))
    return share_out(measures, _ROOM) or [_ROOM]


def _write_lines(worksheet: Any, looks: Looks, sheet: Sheet, widths: Sequence[int]) -> tuple[int, float]:
    """Writes the lines over the whole width; returns the row below them, and their height in points."""
    last, total = len(widths) - 1, sum(widths)
    while total < _LEAST:
        last, total = last + 1, total + _ADDED_COLUMN
    top, heights = 0, 0.0
    for style, line in sheet.lines:
        size = LINES[style]["font_size"]
        room = int((total - EDGES) * MEASURED / size / BOLD)
        most = int(MOST_LINES * CELL_SIZE / size)
        for piece in in_pieces(xml_text(line), room, most):
            height = size * (1.4 * line_count(piece, room) + 0.4)
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
    rooms = [int((width - EDGES) * MEASURED / CELL_SIZE) for width in widths]
    for number, cells in enumerate(sheet.rows):
        for row in spread(cells, rooms):
            at += 1
            if at >= MOST_ROWS:
                raise TooManyRows(sheet.name, len(sheet.rows), MOST_ROWS)
            lines = max(line_count(cell.text, room) for cell, room in zip(row, rooms, strict=True))
            worksheet.set_row(at, lines * _LINE + _SPACE)
            for place, cell in enumerate(row):
                right, begins = sheet.headings[place].right, number in sheet.begins
                _write_cell(worksheet, looks, (at, place), cell, right=right, begins=begins)
    return at


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
        # XlsxWriter takes this for the markup of a text in several types, and would write it as it is. Of such a text
        # it escapes an escape such as _x0041_ twice, unless it stands in two pieces.
        pieces = [piece for piece in _BEHIND_ESCAPES.split(text[1:]) if piece]
        worksheet.write_rich_string(row, column, "<", *pieces, look)
    elif text:
        worksheet.write_string(row, column, text, look)
    else:
        worksheet.write_blank(row, column, None, look)
