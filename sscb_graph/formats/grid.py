"""Columns of texts -> lines of a table that fits the terminal.

No library, since a whole answer has 0.2 s: rich's Table takes 0.7 s for 1,818 rows of 7 columns and 0.4 s for the list
of their sources, this takes 0.03 s for both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from sscb_graph.formats.terminal import Terminal
from sscb_graph.formats.text_width import fold_lines, widest_line, width_of, without_controls
from sscb_graph.formats.widths import LONGEST_WORD, narrowed, widest_word
from sscb_graph.model.basis import split_mark

#: Between two columns.
_GAP = "  "
#: The end of a text that is cut, and the least room that such a text has.
CUT, SHORTEST_CUT = " ..", 20


@dataclass(frozen=True)
class Column:
    """A heading and the cells under it; a cell may have several lines."""

    heading: str
    cells: Sequence[str]
    #: Whether cells stand at the right edge, as numbers do.
    right: bool = False
    #: Whether its lines stay whole even where the table is too wide.
    rigid: bool = False
    #: Whether its cells name a basis, which has a colour.
    basis: bool = False
    #: Whether each cell stands on a single line and is cut where there is no room.
    single: bool = False
    #: Whether it is left out where there is no room for every column, and how late; 0 is never.
    spare: int = 0

    @cached_property
    def texts(self) -> set[str]:
        """Its distinct texts: most columns repeat themselves, so each text is measured once."""
        return {self.heading, *self.cells}

    @property
    def widest(self) -> int:
        """The columns of a terminal that its widest line takes."""
        return max(map(widest_line, map(without_controls, self.texts)))

    @property
    def longest_word(self) -> int:
        """The columns that it needs so that no word of usual length is broken."""
        return min(LONGEST_WORD, widest_word(self.texts, width_of) or 1)


def left_out(columns: Sequence[Column], terminal: Terminal) -> list[int]:
    """The places of the columns to leave out, so that no word of usual length is broken; empty where all fit.

    ``spare`` says which may go and in which order; where all of these are gone, lines break where they must.
    """
    gone: list[int] = []
    if _least_width(columns) <= terminal.width:
        return gone
    for at in sorted(
        (at for at, column in enumerate(columns) if column.spare), key=lambda at: (columns[at].spare, -at)
    ):
        gone.append(at)
        if _least_width([column for at, column in enumerate(columns) if at not in gone]) <= terminal.width:
            break
    return gone


def _least_width(columns: Sequence[Column]) -> int:
    """The width of a table that breaks no word of usual length; less, where all its texts are shorter."""
    return sum(_least(column) for column in columns) + len(_GAP) * (len(columns) - 1)


def _least(column: Column) -> int:
    """The width at which a column loses nothing but the end of what may be cut."""
    if column.rigid:
        return column.widest
    return min(column.widest, SHORTEST_CUT) if column.single else column.longest_word


def grid_lines(columns: Sequence[Column], terminal: Terminal) -> list[str]:
    """The lines of a table: headings, a rule and the rows, within the width of the terminal."""
    between = len(_GAP) * (len(columns) - 1)
    widths = _widths(columns, terminal.width - between)
    laid = [_lay(column, width, terminal) for column, width in zip(columns, widths, strict=True)]
    blanks = [" " * width for width in widths]
    heads = [lines[column.heading] for lines, column in zip(laid, columns, strict=True)]
    table = [terminal.bold(line) for line in _row(heads, blanks)]
    table.append("─" * (sum(widths) + between))
    cells = [[lines[cell] for cell in column.cells] for lines, column in zip(laid, columns, strict=True)]
    for row in zip(*cells, strict=True):
        table += _row(row, blanks)
    return table


def list_lines(items: Sequence[tuple[str, str]], widest_mark: int, terminal: Terminal) -> list[str]:
    """The lines of a list: each item a mark at the right edge of its place, and a text beside it."""
    room = min(widest_mark, max(len(mark) for mark, _ in items))
    lines = []
    for mark, text in items:
        marks = fold_lines(mark, room) if len(mark) > room else [mark]
        texts = terminal.fold(text, room + 1)
        if len(marks) == len(texts) == 1:
            lines.append(f"{mark:>{room}} {texts[0]}")
            continue
        pairs = zip_longest(marks, texts, fillvalue="")
        lines += [f"{beside:>{room}} {line}" for beside, line in pairs]
    return lines


def _row(cells: Sequence[tuple[str, ...]], blanks: Sequence[str]) -> list[str]:
    """The lines of a row whose cells have any number of lines."""
    height = max(map(len, cells))
    if height == 1:
        return [_GAP.join([cell[0] for cell in cells])]
    filled = [(*cell, *[blank] * (height - len(cell))) for cell, blank in zip(cells, blanks, strict=True)]
    return [_GAP.join(line) for line in zip(*filled, strict=True)]


def _lay(column: Column, width: int, terminal: Terminal) -> dict[str, tuple[str, ...]]:
    """The lines of every text of a column, each as wide as the column."""
    laid = {}
    for text in column.texts:
        lines = []
        for line in _cell_lines(column, without_controls(text), width):
            space = " " * (width - width_of(line))
            lines.append(f"{space}{line}" if column.right else f"{line}{space}")
        laid[text] = tuple(map(terminal.colour_basis, lines) if column.basis else lines)
    return laid


def _cell_lines(column: Column, text: str, width: int) -> list[str]:
    """The lines of a cell; of a single line, as many whole words as there is room for, and the mark of its basis."""
    if not column.single:
        return fold_lines(text, width)
    line = " ".join(text.split())
    if width_of(line) <= width:
        return [line]
    words, mark = split_mark(line)
    room = max(width - width_of(CUT) - width_of(mark), 1)
    return [f"{fold_lines(words, room)[0].rstrip(' ,;:')}{CUT}{mark}"]


def _widths(columns: Sequence[Column], room: int) -> list[int]:
    """The width of each column: that of its texts; where they do not fit, the widest columns shrink first."""
    widths = [min(column.widest, room) for column in columns]
    if sum(widths) <= room:
        return widths
    # What is cut gives way first, since the other columns say all that they have to say.
    cut = [min(width, SHORTEST_CUT) if column.single else width for width, column in zip(widths, columns, strict=True)]
    widths = narrowed(cut, widths, room)
    words = [width if _stays(column) else column.longest_word for width, column in zip(widths, columns, strict=True)]
    widths = narrowed(words, widths, room)
    # Where words of usual length do not fit, they are broken too.
    return narrowed([1] * len(columns), widths, room)


def _stays(column: Column) -> bool:
    """Whether a column keeps its width while there are words to break lines at in other columns."""
    return column.rigid or column.single
