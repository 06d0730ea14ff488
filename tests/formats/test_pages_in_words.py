"""What pages for people say in words where programs get names: headings of parts, of columns, and statuses."""

from __future__ import annotations

from sscb_graph.formats.full import full_page, paper_page
from sscb_graph.formats.page import Page, PageTable
from sscb_graph.formats.table import page_text
from sscb_graph.formats.terminal import WIDTH, Terminal
from sscb_graph.plan import OpenPlan
from tests.conftest import run_sscb


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
