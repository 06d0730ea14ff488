"""No fact weaker than stated is shown without saying so: in any cell of any answer, in any format.

What an answer gives as stated must be so where only stated facts count, what it gives as recorded where only those and
recorded ones count, and so on. So each answer is asked again on fewer bases, and every cell that does not say that it
rests on less is looked for in what is left.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings

from sscb_graph.folder import SeedFolder, open_seed
from sscb_graph.formats import format_answer
from sscb_graph.formats.brief import brief_page
from sscb_graph.formats.full import full_page
from sscb_graph.formats.page import Page, PageTable
from sscb_graph.formats.terminal import Terminal
from sscb_graph.model.basis import BASES, RANK
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.columns import BasisOfRow
from tests.conftest import SeedCopy
from tests.every_answer import Built, end_what_is_printed, every_way, record_a_year
from tests.plans import seeds

Row: TypeAlias = dict[str, Any]
WEAKER = BASES[1:]
MARK = re.compile(rf" \((?:all )?({'|'.join(WEAKER)})\)")
#: What has ended is named with its own basis, whatever connects it to a row.
ENDED = re.compile(r"\) until \d{4}")
#: What says how something is known, and is nothing that could be known.
SUPPORT = {"basis", "reason", "source", "confirmed_by", "confirmed_on"}
OF_COLUMNS = ("_basis", "_bases", "_reason", "_source")
#: The basis of a step of a path is the weakest so far: only the path as a whole is known without the weaker ones.
WHOLE = {"path"}
#: Counts by basis: without the weaker facts, a thing counts under the next stronger basis that it also has.
AT_LEAST = {"number"}


# -- what is known on stronger bases is known there


def claimed(row: Row, column: str, strongest: int) -> Any:
    """What a cell claims to rest on facts of the strongest bases; of a list those items that claim it."""
    value = row[column]
    weak = row.get(f"{column}_basis")
    if isinstance(value, list):
        bases = row.get(f"{column}_bases") or [weak] * len(value)
        items = [item for item, basis in zip(value, bases, strict=True) if RANK[basis or BASES[0]] < strongest]
        return [item for item in items if _marked(item) < strongest and not ENDED.search(str(item))]
    return None if weak and RANK[weak] >= strongest else value


def _marked(item: Any) -> int:
    """How weak an item says in its own text that it is."""
    found = MARK.search(item) if isinstance(item, str) else None
    return RANK[found[1]] if found else 0


def holds(row: Row, other: Row, columns: list[str], strongest: int) -> bool:
    """Whether all that a row claims to know on the strongest bases stands in a row of the answer on these alone."""
    for column in columns:
        claim = claimed(row, column, strongest)
        if isinstance(claim, list):
            if not all(item in other[column] for item in claim):
                return False
        elif isinstance(claim, int) and column in AT_LEAST:
            if claim > other[column]:
                return False
        elif claim is not None and claim != other[column]:
            return False
    return True


def absent(row: Row) -> bool:
    """Whether a row counts what no fact gives: on fewer bases there is more of that, and nothing is claimed."""
    return "lead" in row and row["lead"] is None


def unfounded(plan: Built, name: str, typed: Row) -> Iterator[tuple[str, Row]]:
    """The rows of an answer that claim more than is known on the bases that they name."""
    answer = plan.ask(name, typed)
    columns = [column.name for column in answer.columns]
    columns = [column for column in columns if column not in SUPPORT and not column.endswith(OF_COLUMNS)]
    for strongest in range(1, len(BASES)):
        rows = [row for row in answer.rows if RANK[row["basis"]] < strongest and not absent(row)]
        if not rows or (name in WHOLE and len(rows) < len(answer.rows)):
            continue
        left = plan.ask(name, typed, BASES[:strongest], things=True).rows
        for row in rows:
            if not any(holds(row, other, columns, strongest) for other in left):
                yield BASES[strongest - 1], row


def kinds_shown(plan: Built, answer: Answer) -> Iterator[tuple[Row, str]]:
    """The rows that tell the kind of a body, each with the basis of that kind: no fact between things gives it."""
    every = plan.graph.labelled("Body")
    often = Counter(body.name for body in every)
    bodies = {body.name: body for body in every if often[body.name] == 1}
    for row in answer.rows:
        named = [bodies[text] for text in row.values() if isinstance(text, str) and text in bodies]
        for body in named:
            if row.get("kind") == body.properties["kind"]:
                yield row, max(body.properties["basis"], body.properties["kind_basis"], key=RANK.__getitem__)


def check_claims(plan: Built) -> None:
    for question, typed in every_way(plan):
        for row, basis in kinds_shown(plan, plan.ask(question.name, typed)):
            said = max(row["basis"], row.get("kind_basis") or BASES[0], key=RANK.__getitem__)
            assert RANK[said] >= RANK[basis], f"{question.name} gives as {said} a kind that is {basis}: {row}"
        for basis, row in unfounded(plan, question.name, typed):
            pytest.fail(f"{question.name} {typed} gives as {basis} what is not: {row}")


# -- every format says what is weaker


#: The headlines that name what rows tell, each with the column that they name.
TELLING = {
    "chairs": "object",
    "line-to-board": "other",
    "membership": "other",
    "replaced-or-renamed": "other",
    "reports": "report",
    "who-leads": "lead",
}


def check_headline(answer: Answer) -> None:
    """A headline that names what a row tells says how it is known, there or of all that it names."""
    if answer.question not in TELLING:
        return
    for row in answer.rows:
        if row["basis"] in WEAKER and row[TELLING[answer.question]] in answer.headline:
            last = answer.rows[-1]["basis"]
            assert f"({row['basis']})" in answer.headline or f" is {last}." in answer.headline, answer.headline


def weaker_cells(answer: Answer, rows: list[Row]) -> Iterator[tuple[int, str, list[str]]]:
    """The number of each row, a column of it, and the bases weaker than stated of what its cell holds."""
    for number, row in enumerate(rows):
        for column in answer.columns:
            if row.get(column.name) in (None, [], 0):
                continue
            bases = row.get(f"{column.name}_bases") or [row.get(f"{column.name}_basis")]
            if weak := [basis for basis in bases if basis in WEAKER]:
                yield number, column.name, weak


def check_tables(answer: Answer, page: Page, rows: list[Row], *, whole: bool) -> None:
    """Every cell of a page's tables bears the basis of what it shows, and so does every row."""
    tables = [part for part in page.parts if isinstance(part, PageTable)]
    shown = [(table.columns, cells) for table in tables for cells in table.rows]
    assert len(shown) == len(rows)
    for number, name, weak in weaker_cells(answer, rows):
        columns, cells = shown[number]
        for column, cell in zip(columns, cells, strict=True):
            if column.name == name:
                check_cell(cell, weak, whole=whole, shown=f"{answer.question}, {name}: {cell!r} is {weak}")
    for (columns, cells), row in zip(shown, rows, strict=True):
        if row.get("basis") in WEAKER:
            named = [cell for column, cell in zip(columns, cells, strict=True) if isinstance(column, BasisOfRow)]
            said = row["basis"] in named or any(f"({row['basis']})" in cell for cell in cells)
            assert said, f"{answer.question}: {cells} is {row['basis']}"


def check_cell(cell: str, weak: list[str], *, whole: bool, shown: str) -> None:
    if cell.endswith(tuple(f"(all {basis})" for basis in weak)):
        assert len(set(weak)) == 1, shown
    elif not whole and re.search(r" and \d+ more", cell):
        assert max(weak, key=RANK.__getitem__) in cell, shown
    else:
        for basis in set(weak):
            assert cell.count(f"({basis})") >= weak.count(basis), shown


def check_columns(answer: Answer) -> None:
    """What programs read has the basis of rows, and of each column that has one, as the answer gives it."""
    names = [column.name for column in answer.columns]
    assert "basis" in names
    assert all(set(row) == set(names) for row in answer.to_dict()["rows"])
    read = list(csv.DictReader(io.StringIO(format_answer(answer, "csv"), newline="")))
    lines = [line for line in format_answer(answer, "markdown").splitlines() if line.startswith("| ")]
    head, _, *body = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    assert len(read) == len(body) == len(answer.rows)
    for name in names:
        if name == "basis" or name.endswith("_basis"):
            given = [row[name] or "" for row in answer.rows]
            assert [row[name] for row in read] == given
            at = head.index(name.replace("_", " "))
            assert [cells[at] for cells in body] == given


def check_formats(answer: Answer) -> None:
    check_columns(answer)
    check_headline(answer)
    check_tables(answer, full_page(answer), answer.rows, whole=True)
    page = brief_page(answer)
    if len(answer.brief.rows) == len(answer.rows):
        check_tables(answer, page, answer.brief.rows, whole=False)
    said = format_answer(answer, "table", full=False).lower()
    for basis in {row["basis"] for row in answer.rows} & set(WEAKER):
        assert basis in said, f"the brief page of {answer.question} {answer.parameters} never says {basis}"


def check_text(answer: Answer, monkeypatch: pytest.MonkeyPatch) -> None:
    """However narrow a table is, no mark is cut off or broken."""
    for full in (False, True):
        texts = []
        for width in (80, 2000):
            monkeypatch.setattr(Terminal, "of_stdout", lambda width=width: Terminal(width))
            texts.append(format_answer(answer, "table", full=full))
        narrow, wide = texts
        for basis in WEAKER:
            assert "Not shown" in narrow or len(re.findall(rf"{basis}\)", narrow)) >= len(
                re.findall(rf"\((?:all )?{basis}\)", wide)
            ), narrow
    monkeypatch.undo()


def check_every_answer(plan: Built) -> int:
    number = 0
    for question, typed in every_way(plan):
        check_formats(plan.ask(question.name, typed))
        number += 1
    return number


def test_the_shipped_plan_claims_nothing_more_than_it_knows(shipped: Built) -> None:
    check_claims(shipped)


def test_every_format_of_the_shipped_plan_says_what_is_weaker(shipped: Built, record_property: Any) -> None:
    number = check_every_answer(shipped)
    record_property("summary", f"{number} answers on the shipped plan say in every format what is weaker than stated")
    assert number > 700


def test_no_mark_is_lost_where_a_table_is_narrow(shipped: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, (question, typed) in enumerate(every_way(shipped)):
        if number % 5 == 0 or not typed:
            check_text(shipped.ask(question.name, typed), monkeypatch)


@pytest.mark.parametrize("change", [record_a_year, end_what_is_printed])
def test_a_plan_that_people_have_worked_on(change: Callable[[SeedCopy], None], seed_copy: SeedCopy) -> None:
    change(seed_copy)
    plan = Built(open_seed(seed_copy.folder))
    check_claims(plan)
    check_every_answer(plan)


@given(seed=seeds())
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
def test_made_plans(seed: SeedFolder) -> None:
    plan = Built(seed)
    check_claims(plan)
    check_every_answer(plan)


@pytest.fixture(scope="module")
def shipped() -> Built:
    return Built(open_seed(None))
