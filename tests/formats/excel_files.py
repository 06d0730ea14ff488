"""What an Excel file says, read by openpyxl: cells as Excel would show them, and the file's own XML."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from xml.etree import ElementTree

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from sscb_graph.formats.excel_pieces import GOES_ON, GOES_ON_FROM
from sscb_graph.model.dates import in_words

_NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_MARKED = re.compile(r'(?:0|d mmmm yyyy)(?:"([^"]*)")?')
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def opened(file: bytes) -> Workbook:
    return load_workbook(io.BytesIO(file))


def shown(cell: Cell | MergedCell) -> str:
    """A cell as Excel shows it: a number or a day by its format."""
    if cell.value is None or isinstance(cell.value, str):
        return cell.value or ""
    form = _MARKED.fullmatch(cell.number_format)
    assert form, cell.number_format
    value = cell.value
    text = in_words(value.date().isoformat()) if isinstance(value, datetime) else str(value)
    return f"{text}{form[1] or ''}"


def header_row(sheet: Worksheet) -> int:
    """The row of the headings, from which the filter runs."""
    return int(re.findall(r"\d+", sheet.auto_filter.ref)[0])


def lines(sheet: Worksheet) -> list[str]:
    """The texts above the table."""
    bottom = header_row(sheet) if sheet.auto_filter.ref else sheet.max_row + 1
    return [shown(row[0]) for row in sheet.iter_rows(max_row=bottom - 1)] if bottom > 1 else []


def cells(sheet: Worksheet) -> list[tuple[Cell | MergedCell, ...]]:
    """The headings and the rows under them, as far as the filter goes."""
    _, top, last, bottom = range_boundaries(sheet.auto_filter.ref)
    return list(sheet.iter_rows(top, bottom, 1, last))


def table(sheet: Worksheet) -> list[dict[str, str]]:
    """The rows under their headings, each as Excel shows it."""
    heads, *rows = cells(sheet)
    return [{shown(head): shown(cell) for head, cell in zip(heads, row, strict=True)} for row in rows]


def joined(pieces: list[str]) -> str:
    """A text that was continued from row to row."""
    assert all(piece.endswith(GOES_ON) for piece in pieces[:-1])
    assert all(piece.startswith(GOES_ON_FROM) for piece in pieces[1:])
    return "".join(piece.removesuffix(GOES_ON).removeprefix(GOES_ON_FROM) for piece in pieces)


def parts(file: bytes) -> dict[str, bytes]:
    """The files inside an Excel file."""
    with zipfile.ZipFile(io.BytesIO(file)) as opened_zip:
        return {name: opened_zip.read(name) for name in opened_zip.namelist()}


def strings(file: bytes) -> Iterator[str]:
    """Every text in its cells, as the format defines it and without openpyxl, which unescapes less than Excel."""
    tree = ElementTree.fromstring(parts(file)["xl/sharedStrings.xml"])  # noqa: S314 - a file of our own
    for item in tree.iter(f"{_NAMESPACE}si"):
        yield "".join(_unescaped(part.text or "") for part in item.iter(f"{_NAMESPACE}t"))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
