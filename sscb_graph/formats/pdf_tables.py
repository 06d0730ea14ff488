"""Tables of a PDF: how wide each column is, so that short cells stay on a line, and which tables need a wide sheet."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sscb_graph.formats.page import PageTable
from sscb_graph.formats.pdf_text import SIZES, Sheet, lay_out, sheet_room
from sscb_graph.formats.status_fills import cell_fill
from sscb_graph.formats.widths import narrowed, widest_word
from sscb_graph.questions.columns import Number
from sscb_graph.typesetting.characters import Characters
from sscb_graph.typesetting.font import text_width

#: Bold type, which heads a column, is wider by about so much.
_BOLD = 1.1
#: How wide a line of a cell is at most wished to be, in points: about 60 characters.
_LONGEST = 260.0
#: How much more than a sheet's width the wished widths of a table are, at most, for it to be upright.
_CROWDED = 1.35
#: The height in points up to which a row stays on its page; a taller one may break, since a page must hold it.
_WHOLE = 220.0
_LINE = 1.4

#: The width of a text.
Measured: TypeAlias = Callable[[str], float]


@dataclass(frozen=True)
class MeasuredTable:
    """A table that can be printed; for each column the width of its widest word and of its widest line, in points."""

    title: str
    headings: Sequence[str]
    right: Sequence[bool]
    rows: Sequence[Sequence[str]]
    #: The fill of each cell of a row, "" for none.
    fills: Sequence[Sequence[str]]
    words: Sequence[float]
    lines: Sequence[float]

    @property
    def wide(self) -> bool:
        """Whether it needs a sheet on its side."""
        upright = self._room(sheet_room(landscape=False))
        return sum(self.words) > upright or sum(min(line, _LONGEST) for line in self.lines) > _CROWDED * upright

    def fitted(self, sheet: Sheet) -> dict[str, Any]:
        """What pdf.typ prints on a sheet."""
        widths = share(self.words, self.lines, self._room(sheet.room))
        columns = [
            {"heading": lay_out(heading, width / _BOLD, SIZES["cell"]), "width": _padded(width), "right": right}
            for heading, width, right in zip(self.headings, widths, self.right, strict=True)
        ]
        rows = [
            {"cells": _cells(row, widths), "fills": fills, "whole": _height(row, widths) <= _WHOLE}
            for row, fills in zip(self.rows, self.fills, strict=True)
        ]
        title = sheet.show(self.title, SIZES["subheading"])
        return {"kind": "table", "title": title, "columns": columns, "rows": rows}

    def _room(self, width: float) -> float:
        return width - _padded(0) * len(self.headings)


def measure(table: PageTable, characters: Characters) -> MeasuredTable:
    """A table with its characters as a PDF shows them, the numbers of its rows first where it has any."""
    numbers = [[str(number)] for number in table.numbers] or [[] for _ in table.rows]
    rows = [[*number, *map(characters.show, row)] for number, row in zip(numbers, table.rows, strict=True)]
    headings = [*(["#"] if table.numbers else []), *(characters.show(column.heading) for column in table.columns)]
    right = [*([True] if table.numbers else []), *(isinstance(column, Number) for column in table.columns)]
    columns = list(zip(*rows, strict=True)) or [()] * len(headings)
    return MeasuredTable(
        table.title,
        headings,
        right,
        rows,
        _fills(table),
        [_widest(heading, cells, widest_word) for heading, cells in zip(headings, columns, strict=True)],
        [_widest(heading, cells, _widest_line) for heading, cells in zip(headings, columns, strict=True)],
    )


def _fills(table: PageTable) -> list[list[str]]:
    """The fill of each cell of each row, the number of the row first where it has any."""
    number = [""] if table.numbers else []
    values = table.values or [[None] * len(table.columns) for _ in table.rows]
    return [
        [*number, *(cell_fill(*pair, table.statuses) or "" for pair in zip(table.columns, row, strict=True))]
        for row in values
    ]


def _widest(heading: str, cells: Sequence[str], widest: Callable[[Iterable[str], Measured], float]) -> float:
    """The width in points of what is widest in a column, such as ``widest_word``."""

    def width(text: str) -> float:
        return text_width(text, SIZES["cell"])

    return max(widest(cells, width), widest([heading], width) * _BOLD) + 1


def _widest_line(texts: Iterable[str], width: Measured) -> float:
    return max(map(width, {line for text in set(texts) for line in text.split("\n")}), default=0)


def share(words: Sequence[float], lines: Sequence[float], room: float) -> list[float]:
    """Widths for a room, all in points: each column has its widest line, or else at least its widest word.

    Where the words alone are too wide, the widest are cut.

    >>> share([10, 10], [20, 30], 100), share([10, 10], [20, 90], 100), share([10, 80], [20, 90], 60)
    ([20.0, 30.0], [20.0, 80.0], [10.0, 50.0])
    """
    least = narrowed([0] * len(words), _tenths(words), int(room * 10))
    wanted = list(map(max, least, _tenths(lines)))
    return [width / 10 for width in narrowed(least, wanted, int(room * 10))]


def _tenths(widths: Sequence[float]) -> list[int]:
    return [math.ceil(width * 10) for width in widths]


def _cells(row: Sequence[str], widths: Sequence[float]) -> list[str]:
    return [lay_out(cell, width, SIZES["cell"]) for cell, width in zip(row, widths, strict=True)]


def _height(row: Sequence[str], widths: Sequence[float]) -> float:
    """About how high a row is, in points."""
    counts = [
        sum(math.ceil(text_width(line, SIZES["cell"]) * _BOLD / width) or 1 for line in cell.split("\n"))
        for cell, width in zip(row, widths, strict=True)
    ]
    return max(counts, default=0) * SIZES["cell"] * _LINE


def _padded(width: float) -> float:
    return width + 2 * SIZES["padding"]
