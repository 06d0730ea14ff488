"""An answer as text for a person: a table, the words and sources under it, notes and next steps."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sscb_graph.formats.columns import BELOW, HEADINGS, TOLD_ELSEWHERE, Layout, layout
from sscb_graph.formats.footer import counted, origin_line
from sscb_graph.formats.values import as_text, words
from sscb_graph.questions.answer import Answer

WIDTH = 80
#: A word longer than this may be broken to fit a table.
LONGEST_WORD = 26
#: How much of a source is shown; the other formats have it whole.
LONGEST_SOURCE = 300
BLANK = "-"
STYLES = {"stated": "green", "inherited": "cyan", "inferred": "yellow", "assumed": "magenta"}
NumberedRow = tuple[int, dict[str, Any]]


def as_table(answer: Answer, next_steps: Sequence[str] = ()) -> str:
    """The whole answer, within 80 columns; colour only where the terminal wants it."""
    out = io.StringIO()
    console = _console(out)
    chosen = layout(answer.question)
    _heading(console, answer)
    if answer.rows:
        empty = _tables(console, answer, chosen)
        _below(console, answer, chosen)
        _empty(console, empty)
    _notes(console, answer)
    _footer(console, answer, next_steps)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def _console(out: io.StringIO) -> Console:
    interactive = sys.stdout.isatty()
    width = min(shutil.get_terminal_size((WIDTH, 24)).columns, 120) if interactive else WIDTH
    return Console(
        file=out,
        width=max(width, 40),
        force_terminal=interactive,
        color_system="auto" if interactive else None,
        highlight=False,
        emoji=False,
        markup=False,
        legacy_windows=False,
    )


def _heading(console: Console, answer: Answer) -> None:
    if answer.heading:
        console.print(Text(answer.heading, style="bold"))
    for subject in answer.subjects:
        console.print(Padding(Text(subject), (0, 0, 0, 2)))
    console.print()


def _tables(console: Console, answer: Answer, chosen: Layout) -> list[str]:
    """Prints the table, in parts where the layout groups; returns the columns that are empty in every row."""
    below = {column for column in BELOW if column not in chosen.inline}
    left_out = {*below, *TOLD_ELSEWHERE, *chosen.hidden, *chosen.group}
    columns = [column for column in answer.columns if column not in left_out]
    empty = [column for column in columns if all(_is_empty(row[column]) for row in answer.rows)]
    shown = [column for column in columns if column not in empty]
    numbered = list(enumerate(answer.rows, 1))
    parts = groupby(numbered, lambda pair: [pair[1][column] for column in chosen.group])
    for number, (values, rows) in enumerate(parts):
        part = list(rows)
        if chosen.group:
            if number:
                console.print()
            title = ", ".join(as_text(value) for value in values)
            console.print(Text(f"{title} ({len(part)})", style="bold"))
        console.print(_table([c for c in shown if any(not _is_empty(row[c]) for _, row in part)], part))
    return [column for column in empty if column != "basis"]


def _is_empty(value: Any) -> bool:
    return value in (None, [], "") or (value == 0 and value is not False)


def _table(columns: Sequence[str], rows: Sequence[NumberedRow]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 0, 0, 1), show_edge=False)
    table.add_column("#", justify="right", no_wrap=True)
    for column in columns:
        values = [_cell(column, row[column]) for _, row in rows]
        heading = HEADINGS.get(column, words(column))
        table.add_column(
            Text(heading),
            justify="right" if all(isinstance(row[column], int) for _, row in rows) else "left",
            min_width=_longest_word([heading, *(value.plain for value in values)]),
            overflow="fold",
        )
    for number, row in rows:
        table.add_row(str(number), *(_cell(column, row[column]) for column in columns))
    return table


def _longest_word(texts: Iterable[str]) -> int:
    return min(LONGEST_WORD, max(cell_len(word) for text in texts for word in (text.split() or [""])))


def _cell(column: str, value: Any) -> Text:
    if column == "parameters":
        return Text("\n".join(f"{one['name']}={one['example']}" for one in value) or BLANK)
    if column == "finding":
        return Text(str(value).partition("/")[2])
    mark = "\n" if column in {"due", "counted", "leads", "jointly_with", "names", "reports_to_it"} else ", "
    text = as_text(value, blank=BLANK, mark=mark)
    return Text(text, style=STYLES.get(text, "") if column == "basis" else "")


def _below(console: Console, answer: Answer, chosen: Layout) -> None:
    """The words and the source of each row; what several rows share is told once."""
    for column, title in BELOW.items():
        if column in answer.columns and column not in (*chosen.inline, *chosen.hidden):
            _told(console, title, _grouped(answer, column))
    if "confirmed_by" in answer.columns:
        rows = enumerate(answer.rows, 1)
        confirmed = [(f"{row['confirmed_by']}, {row['confirmed_on']}", [n]) for n, row in rows if row["confirmed_by"]]
        _told(console, "Confirmed by", confirmed)


def _grouped(answer: Answer, column: str) -> list[tuple[str, list[int]]]:
    groups: dict[str, list[int]] = {}
    for number, row in enumerate(answer.rows, 1):
        if row[column]:
            groups.setdefault(_shortened(column, as_text(row[column])), []).append(number)
    return list(groups.items())


def _shortened(column: str, text: str) -> str:
    return f"{text[:LONGEST_SOURCE].rstrip()} ..." if column == "source" and len(text) > LONGEST_SOURCE else text


def _told(console: Console, title: str, groups: list[tuple[str, list[int]]]) -> None:
    if not groups:
        return
    console.print()
    console.print(Text(title, style="bold"))
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", max_width=12)
    grid.add_column(overflow="fold")
    for text, numbers in groups:
        grid.add_row(Text(ranges(numbers)), Text(text))
    console.print(grid)


def ranges(numbers: Sequence[int]) -> str:
    """Row numbers with runs shortened: 1, 2, 3, 5 gives "1-3, 5"."""
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in _runs(numbers))


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = last = numbers[0]
    for number in numbers[1:]:
        if number != last + 1:
            yield first, last
            first = number
        last = number
    yield first, last


def _empty(console: Console, columns: list[str]) -> None:
    if columns:
        console.print()
        console.print(Text(f"Empty or 0 in every row: {', '.join(words(column) for column in columns)}."))


def _notes(console: Console, answer: Answer) -> None:
    if answer.notes:
        console.print()
        console.print(Text("Notes", style="bold"))
        grid = Table.grid(padding=(0, 1))
        for note in answer.notes:
            grid.add_row(Text("-"), Text(note))
        console.print(grid)


def _footer(console: Console, answer: Answer, next_steps: Sequence[str]) -> None:
    console.print()
    console.print(Text(counted(answer), style="bold"))
    console.print(Text(origin_line(answer.origin)))
    for label, step in zip(("Next: ", *["      "] * len(next_steps)), next_steps, strict=False):
        console.print(Text(label + step), soft_wrap=True)
