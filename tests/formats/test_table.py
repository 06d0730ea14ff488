"""The table of an answer: it fits its terminal, loses nothing, and is printed in no time."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscb_graph.folder import open_seed
from sscb_graph.formats import format_answer
from sscb_graph.formats.brief import brief_page
from sscb_graph.formats.full import full_page, ranges
from sscb_graph.formats.grid import Column, grid_lines, left_out
from sscb_graph.formats.page import PageTable
from sscb_graph.formats.terminal import Terminal
from sscb_graph.formats.text_width import fold_lines, width_of
from sscb_graph.questions.answer import Answer, Origin
from sscb_graph.questions.columns import ACTION_FACTS, Text, What
from sscb_graph.questions.columns import Column as AnswerColumn
from sscb_graph.questions.definition import all_questions
from tests.conftest import Ran
from tests.every_answer import Built, ways

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


@pytest.fixture(scope="module")
def answers() -> list[Answer]:
    """Every question's answer on the shipped plan."""
    plan = Built(open_seed(None))
    return [plan.ask(question.name, next(ways(plan, question))) for question in all_questions()]


@pytest.mark.parametrize("full", [False, True], ids=["brief", "full"])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_every_page_fits_and_breaks_no_word(
    answers: list[Answer], width: int, full: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Terminal, "of_stdout", lambda: Terminal(width))
    for one in answers:
        text = format_answer(one, "table", full=full)
        assert max(map(width_of, text.split("\n"))) <= width, one.question
        gone = left_out_of(text)
        page = full_page(one) if full else brief_page(one)
        tables = [part for part in page.parts if isinstance(part, PageTable)]
        for table in tables:
            shown = [at for at, column in enumerate(table.columns) if column.heading not in gone]
            cut = {at for at in shown if isinstance(table.columns[at], What)}
            words = {word for row in table.rows for at in set(shown) - cut for word in row[at].split()}
            assert {word for word in words if len(word) <= 20 and word not in text} == set(), one.question


def left_out_of(text: str) -> list[str]:
    """The headings of the columns that a page says it leaves out."""
    found = re.search(r"Not shown for want of room: (.+?);\s+--format\s+csv\s+has\s+them\.", text, re.DOTALL)
    return " ".join(found[1].split()).split(", ") if found else []


def test_a_page_says_which_columns_it_has_no_room_for(sscb: Callable[..., Ran]) -> None:
    page, table = (sscb("questions", "run", "bodies", *more).out for more in ((), ("--format", "csv")))
    gone = left_out_of(page)
    assert gone
    head = next(line for line in page.splitlines() if line.startswith(" #"))
    for heading in gone:
        assert heading not in re.split(r"\s{2,}", head)
        assert heading.replace(" ", "_") in table.splitlines()[0]
    assert {"body", "kind", "standing", "leads", "basis"} <= set(re.split(r"\s{2,}", head))


def test_what_names_a_row_or_says_how_it_is_known_is_never_left_out() -> None:
    columns = [Column("name", ["x" * 25]), *(Column("more", ["y" * 25], spare=2) for _ in range(3))]
    assert left_out(columns, Terminal(40)) == [3, 2, 1]
    assert left_out(columns, Terminal(60)) == [3, 2]
    assert left_out(columns, Terminal(120)) == []
    assert left_out([Column("a", ["z" * 25], spare=2), Column("b", ["z" * 25], spare=1)], Terminal(40)) == [1]
    assert left_out([Column("a", ["z" * 25]), Column("b", ["z" * 25])], Terminal(40)) == []


def test_a_text_that_is_cut_keeps_the_mark_of_its_basis() -> None:
    lines = grid_lines([Column("what", ["word " * 30 + "(inherited)"], single=True)], Terminal(40))
    assert lines[2].rstrip() == "word word word word word .. (inherited)"
