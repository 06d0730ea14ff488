"""A page as text for a person: at most 80 columns wide where it is piped; in colour only on a terminal."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from sscb_graph.formats import grid
from sscb_graph.formats.grid import list_lines
from sscb_graph.formats.page import Page, PageList, PageTable, PageText, Part
from sscb_graph.formats.terminal import WIDTH, Terminal
from sscb_graph.questions.columns import (
    PRIORITY,
    BasisOfRow,
    Column,
    Date,
    Dates,
    Number,
    Relation,
    Status,
    Text,
    Truth,
    What,
    naming,
)

#: Of a list of row numbers, how many characters stand in a line.
_NUMBERS_WIDTH = 12


def page_text(page: Page, terminal: Terminal | None = None) -> str:
    """A page as text for a terminal, by default that of stdout, without a final line break."""
    terminal = terminal or Terminal.of_stdout()
    parts = [_head(page, terminal), terminal.fold(page.headline) if page.headline else []]
    parts += _parts(page.parts, terminal)
    parts.append(_closing(page, terminal))
    return "\n\n".join("\n".join(line.rstrip() for line in part) for part in parts if part)


def _head(page: Page, terminal: Terminal) -> list[str]:
    head = [terminal.bold(line) for line in terminal.fold(page.heading)] if page.heading else []
    return head + [f"  {line}" for subject in page.subjects for line in terminal.fold(subject, 2)]


def _parts(parts: Sequence[Part], terminal: Terminal) -> Iterator[list[str]]:
    """The parts; behind the last table, which columns no table has room for."""
    tables = [part for part in parts if isinstance(part, PageTable)]
    left_out = [part.columns[at] for part in tables for at in _left_out(part, terminal)]
    gone = {_heading(column, terminal): column.heading for column in left_out}
    for part in parts:
        yield _part(part, terminal, gone)
        if gone and part is tables[-1]:
            yield terminal.fold(f"Not shown for want of room: {', '.join(gone.values())}; --format csv has them.")


def _left_out(table: PageTable, terminal: Terminal) -> list[int]:
    """The places, among the columns of a table, of those for which there is no room."""
    columns = table_columns(table, terminal)
    before = len(columns) - len(table.columns)
    return [at - before for at in grid.left_out(columns, terminal)]


def _part(part: Part, terminal: Terminal, gone: Container[str]) -> list[str]:
    match part:
        case PageTable():
            title = [terminal.bold(line) for line in terminal.fold(part.title)] if part.title else []
            shown = [column for column in table_columns(part, terminal) if column.heading not in gone]
            return [*title, *grid.grid_lines(shown, terminal)]
        case PageList():
            title = [terminal.bold(part.title)] if part.title else []
            return [*title, *list_lines(part.items, _NUMBERS_WIDTH, terminal)]
        case PageText():
            title = [terminal.bold(part.title)] if part.title else []
            return [*title, *(line for text in part.sentences for line in terminal.fold(text))]


def table_columns(table: PageTable, terminal: Terminal | None = None) -> list[grid.Column]:
    """The columns of a table, the numbers of its rows first where it has any; a narrow terminal has short headings."""
    named = naming(table.columns)
    columns = [
        grid.Column(
            _heading(column, terminal),
            [row[at] for row in table.rows],
            right=isinstance(column, Number),
            rigid=isinstance(column, Date | Dates | Status),
            basis=isinstance(column, BasisOfRow),
            single=isinstance(column, What),
            spare=0 if column is named else _spare(column),
        )
        for at, column in enumerate(table.columns)
    ]
    if table.numbers:
        columns.insert(0, grid.Column("#", [str(number) for number in table.numbers], right=True, rigid=True))
    return columns


def _heading(column: Column, terminal: Terminal | None) -> str:
    return column.narrow if terminal and terminal.width <= WIDTH else column.heading


def _spare(column: Column) -> int:
    """How late a column is left out; 0 for how well a row is known, and for what may be blank, which always stay."""
    if isinstance(column, BasisOfRow | Relation) or column.BLANK:
        return 0
    if isinstance(column, Truth) or column.name == PRIORITY.name:
        return 1
    return 2 if isinstance(column, Text) else 3


def _closing(page: Page, terminal: Terminal) -> list[str]:
    lines = [line for text in page.closing for line in terminal.fold(text)]
    return [*lines, *_steps(page.next_steps)]


def _steps(steps: Sequence[str]) -> list[str]:
    """The next steps, each whole however long it is, so that it can be copied."""
    return [f"{'      ' if number else 'Next: '}{step}" for number, step in enumerate(steps)]
