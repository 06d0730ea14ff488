"""What pages for people say in words where programs get names: headings of parts, of columns, and statuses."""

from __future__ import annotations

import io
import re
import zipfile

from openpyxl import load_workbook

from sscb_graph.formats.excel import excel_bytes
from sscb_graph.formats.full import full_page, paper_page
from sscb_graph.formats.html import html_bytes
from sscb_graph.formats.page import Book, Page, PageTable
from sscb_graph.formats.status_fills import STATUS_FILLS, cell_fill
from sscb_graph.formats.table import page_text
from sscb_graph.formats.terminal import WIDTH, Terminal
from sscb_graph.formats.word import word_bytes
from sscb_graph.model.vocabulary import KnownStatus
from sscb_graph.plan import OpenPlan
from sscb_graph.questions.columns import Status
from tests.conftest import SeedCopy, run_sscb


def tables(page: Page) -> list[PageTable]:
    return [part for part in page.parts if isinstance(part, PageTable)]


def test_the_parts_of_the_gaps_are_headed_in_words(surrey: OpenPlan) -> None:
    answer = surrey.ask("gaps")
    for page in (full_page(answer), paper_page(answer)):
        titles = [table.title for table in tables(page)]
        assert titles[:2] == ["Actions without a lead of their own (5)", "Actions without a date (1)"]
        assert not any("-without-" in title for title in titles)
    assert answer.rows[0]["gap"] == "action-without-lead"


def test_the_parts_of_a_check_are_headed_in_words_and_by_what_accepts_them() -> None:
    for command in (("check", "--full"), ("check", "errors"), ("check", "--format", "txt")):
        assert "Error, numbers that several rows carry [number-used-twice]" in run_sscb(*command).out


def test_a_heading_is_short_only_where_a_terminal_is_narrow(surrey: OpenPlan) -> None:
    page = paper_page(surrey.ask("actions-of-priority", priority="2"))
    heads = [column.heading for column in tables(page)[0].columns]
    assert "priority" in heads
    narrow, wide = (page_text(page, Terminal(width)).split() for width in (WIDTH, 120))
    assert "prio" in narrow
    assert "prio" not in wide
    assert "priority" in wide


def test_a_word_of_the_plan_s_own_has_the_fill_of_its_meaning_and_the_page_says_it(seed_copy: SeedCopy) -> None:
    for key, word, meaning in (("p2-2.4", "Blue", "completed"), ("p2-2.5", "Parked", "other"), ("p2-2.6", "Lost", "")):
        day = {"recorded_by": "Board minute 7", "recorded_on": "2018-07-01"}
        seed_copy.add("statuses.csv", id=f"status-{key}", row_id=key, status=word, basis="recorded", **day)
        if meaning:
            seed_copy.add("status_words.csv", word=word.upper(), meaning=meaning)
    with seed_copy.open() as plan:
        page = paper_page(plan.ask("actions-of-priority", priority="2"))
    assert page.closing[1] == "Of the plan's own words for status, it counts 'Blue' as completed and 'Parked' as other."
    (table,) = tables(page)
    at = next(at for at, column in enumerate(table.columns) if isinstance(column, Status))
    fills = {row[at]: cell_fill(table.columns[at], row[at], table.statuses) for row in table.values}
    completed = STATUS_FILLS[KnownStatus.COMPLETED]
    assert fills == {"Blue": completed, "Parked": None, "Lost": None, "Completed": completed, None: None}
    for form, mark in (("docx", completed[1:]), ("xlsx", completed[1:].upper())):
        assert written_fills(page, form).count(mark) == 2
    assert html_bytes(Book("x", [page])).count(f' fill-{completed[1:]}"'.encode()) == 2


def written_fills(page: Page, form: str) -> list[str]:
    """The fills of the cells of a file that have one, as hexadecimal RGB."""
    book = Book(page.heading, [page])
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(word_bytes(book))) as file:
            return re.findall(r'<w:shd [^>]*w:fill="(\w{6})"', file.read("word/document.xml").decode())
    sheet = load_workbook(io.BytesIO(excel_bytes(book))).worksheets[0]
    cells = (cell for row in sheet.iter_rows() for cell in row)
    return [cell.fill.fgColor.rgb[2:] for cell in cells if cell.fill.fill_type]
