"""The table of an answer: it fits its terminal, loses nothing, and is printed in no time."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscb_graph.formats import format_answer
from sscb_graph.formats.full import ranges
from sscb_graph.formats.grid import Column, grid_lines
from sscb_graph.formats.terminal import Terminal
from sscb_graph.formats.text_width import fold_lines, width_of
from sscb_graph.questions.answer import Answer, Origin
from sscb_graph.questions.columns import ACTION_FACTS, Text
from sscb_graph.questions.columns import Column as AnswerColumn

#: The columns that answers about actions have, by name.
COLUMNS: dict[str, AnswerColumn] = {column.name: column for column in ACTION_FACTS}
ORIGIN = Origin("embedded", "plan", "seed", "sha256:0123456789ab")


def answer(rows: list[dict[str, Any]]) -> Answer:
    return Answer("of-a-test", {}, tuple(COLUMNS.get(name, Text(name)) for name in rows[0]), rows, ORIGIN)


@given(
    st.lists(st.lists(st.text("ab \u4e2d\u0301\u00e9\n", max_size=60), min_size=3, max_size=3), min_size=1, max_size=4)
)
def test_a_table_fits_and_keeps_every_character(rows: list[list[str]]) -> None:
    columns = [Column(f"column {at}", cells) for at, cells in enumerate(zip(*rows, strict=True))]
    lines = grid_lines(columns, Terminal(40))
    assert max(map(width_of, lines)) <= 40
    shown = "".join(lines)
    for character in "ab\u4e2d":
        assert shown.count(character) >= sum(cell.count(character) for row in rows for cell in row)


@given(st.text("ab \u4e2d\u0301", max_size=80), st.integers(2, 20))
def test_lines_are_folded_between_words_and_within_long_ones(text: str, width: int) -> None:
    lines = fold_lines(text, width)
    assert max(map(width_of, lines)) <= width
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_the_widest_columns_give_first() -> None:
    columns = [Column("a", ["x" * 10]), Column("b", ["word " * 20]), Column("c", ["word " * 9])]
    head, rule, first, *_ = grid_lines(columns, Terminal(60))
    assert len(rule) == 60
    assert first.startswith("x" * 10)
    assert head.index("c") - head.index("b") < 30


def test_colours_are_only_on_a_terminal() -> None:
    row = {"name": "one", "basis": "inferred"}
    plain = format_answer(answer([row]), "table")
    assert "\x1b" not in plain
    cells = [Column("basis", ["inferred"], basis=True)]
    assert grid_lines(cells, Terminal(80, styled=True, coloured=True))[2] == "\x1b[33minferred\x1b[0m"
    assert grid_lines(cells, Terminal(80, styled=True))[0] == "\x1b[1mbasis   \x1b[0m"


def test_no_cell_commands_a_terminal() -> None:
    assert "\x1b" not in format_answer(answer([{"name": "\x1b[31mred\x07", "basis": "stated"}]), "table")


def test_a_large_answer_is_printed_in_no_time() -> None:
    names = ("Quality Assurance and Performance Group", "All partners")
    rows = [
        {"action": str(n), "priority": n % 4, "leads": names[: n % 2 + 1], "due": ["2018-09-30"], "basis": "stated"}
        | {
            "timescale": "By 30 September 2018",
            "row": n,
            "source": f"SSCB Business Plan, row {n}: {n * 7}",
        }
        for n in range(1818)
    ]
    started = time.process_time()
    format_answer(answer(rows), "table")
    # 0.03 s on a machine where rich took 1.9 s; the limit leaves room for slow ones.
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
def test_no_format_imports_a_library_that_it_does_not_need(form: str) -> None:
    code = (
        "import sys; from sscb_graph.formats import format_answer; from sscb_graph.questions.answer import *;"
        "from sscb_graph.questions.columns import Text;"
        f"format_answer(Answer('x', {{}}, (Text('a'),), [{{'a': 1}}], Origin('s', 'p', 'f', 'd')), '{form}');"
        "sys.exit(bool({'rich', 'pydantic', 'click'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_runs_of_numbers() -> None:
    assert ranges([1, 2, 3, 5, 7, 8]) == "1-3, 5, 7-8"
