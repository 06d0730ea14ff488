"""A page as text for a person: at most 80 columns wide where it is piped; in colour only on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from sscb_graph.formats import grid
from sscb_graph.formats.grid import list_lines
from sscb_graph.formats.page import Page, PageList, PageTable, PageText, Part
from sscb_graph.formats.terminal import Terminal
from sscb_graph.questions.columns import BasisOfRow, Date, Dates, Number, Status, What

#: Of a list of row numbers, how many characters stand in a line.
_NUMBERS_WIDTH = 12


def page_text(page: Page) -> str:
    """A page as text, without a final line break."""
    terminal = Terminal.of_stdout()
    parts = [_head(page, terminal), terminal.fold(page.headline) if page.headline else []]
    parts += [_part(part, terminal) for part in page.parts]
    parts.append(_closing(page, terminal))
    return "\n\n".join("\n".join(line.rstrip() for line in part) for part in parts if part)


def _head(page: Page, terminal: Terminal) -> list[str]:
    head = [terminal.bold(line) for line in terminal.fold(page.heading)] if page.heading else []
    return head + [f"  {line}" for subject in page.subjects for line in terminal.fold(subject, 2)]


def _part(part: Part, terminal: Terminal) -> list[str]:
    match part:
        case PageTable():
            title = [terminal.bold(line) for line in terminal.fold(part.title)] if part.title else []
            return [*title, *_table(part, terminal)]
        case PageList():
            title = [terminal.bold(part.title)] if part.title else []
            return [*title, *list_lines(part.items, _NUMBERS_WIDTH, terminal)]
        case PageText():
            return [line for text in part.sentences for line in terminal.fold(text)]


def _table(table: PageTable, terminal: Terminal) -> list[str]:
    columns = [
        grid.Column(
            column.heading,
            [row[at] for row in table.rows],
            right=isinstance(column, Number),
            rigid=isinstance(column, Date | Dates | Status),
            basis=isinstance(column, BasisOfRow),
            single=isinstance(column, What),
        )
        for at, column in enumerate(table.columns)
    ]
    if table.numbers:
        columns.insert(0, grid.Column("#", [str(number) for number in table.numbers], right=True, rigid=True))
    return grid.grid_lines(columns, terminal)


def _closing(page: Page, terminal: Terminal) -> list[str]:
    lines = [line for text in page.closing for line in terminal.fold(text)]
    return [*lines, *_steps(page.next_steps)]


def _steps(steps: Sequence[str]) -> list[str]:
    """The next steps, each whole however long it is, so that it can be copied."""
    return [f"{'      ' if number else 'Next: '}{step}" for number, step in enumerate(steps)]
