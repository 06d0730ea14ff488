"""How wide the columns of a table on paper are: as short as it gets, and no word of usual length broken."""

from __future__ import annotations

from collections.abc import Sequence

from sscb_graph.formats.grid import Column
from sscb_graph.formats.text_width import width_of
from sscb_graph.formats.widths import widest_word

#: A column of texts is no narrower than this many letters, where its texts are longer: else rows become towers.
_LEAST_TEXT, _MORE = 16, 1.25
#: What is no longer than this is never broken between words.
_SHORT = 10
#: How many letters a word of bold type needs more than one of plain type.
_BOLD = 1
#: So many letters are given to a column at a time, by the heights of so many rows at most.
_STEP, _ROWS = 2, 60


def least_widths(columns: Sequence[Column]) -> list[int]:
    """How many letters each column needs at least."""
    return [
        column.widest if column.rigid else max(column.longest_word, _least(column), _heading(column))
        for column in columns
    ]


def _heading(column: Column) -> int:
    """Room for the widest word of a heading, whose bold letters are wider than those of the cells."""
    return widest_word([column.heading], width_of) + _BOLD


def _least(column: Column) -> int:
    """Room for whole short texts, and otherwise for a little more than a usual text."""
    usual = sum(map(width_of, column.cells)) / max(len(column.cells), 1)
    return min(column.widest, max(_SHORT, min(_LEAST_TEXT, round(usual * _MORE))))


def best_widths(columns: Sequence[Column], room: int) -> list[int]:
    """The width of each column in letters, together at most ``room`` unless words would be broken.

    What is left over the least goes, step by step, to the column that makes the rows lowest. That is no matter of how
    wide texts are, as in ``widths.narrowed``: a row of Word never breaks over two pages, so that a high one leaves the
    page before it half empty, and two columns of the same widest line need not be as wide where one is mostly short.
    """
    widths = least_widths(columns)
    rows = _rows(columns)
    while sum(widths) + _STEP <= room:
        heights = [[_height(cell, width) for cell, width in zip(row, widths, strict=True)] for row in rows]
        gains = {
            at: _gain(rows, heights, at, widths[at] + _STEP)
            for at, column in enumerate(columns)
            if widths[at] < column.widest
        }
        if not gains:
            break
        widths[max(gains, key=gains.__getitem__)] += _STEP
    return widths


def _rows(columns: Sequence[Column]) -> list[tuple[tuple[int, int], ...]]:
    """Some rows: how many lines each cell has, and how many letters."""
    step = len(columns[0].cells) // _ROWS + 1
    cells = [[(text.count("\n") + 1, width_of(text)) for text in column.cells[::step]] for column in columns]
    return list(zip(*cells, strict=True))


def _height(cell: tuple[int, int], width: int) -> float:
    lines, letters = cell
    return max(lines, letters / width)


def _gain(
    rows: Sequence[Sequence[tuple[int, int]]], heights: Sequence[Sequence[float]], at: int, width: int
) -> tuple[float, float]:
    """How much lower all rows become with a wider column; and where none does, how much lower its own cells do."""
    low, own = 0.0, 0.0
    for row, old in zip(rows, heights, strict=True):
        new = _height(row[at], width)
        low += max(old) - max(new, *old[:at], *old[at + 1 :], 0)
        own += old[at] - new
    return low, own
