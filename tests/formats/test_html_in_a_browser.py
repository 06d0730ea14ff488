"""A book as HTML in a real Chromium: nothing that some readers could not use, nothing run or asked for, and print.

Where Chromium or npm is missing these tests are skipped, but not under continuous integration.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from sscb_graph.formats.full import paper_page
from sscb_graph.formats.html import html_bytes
from sscb_graph.formats.page import Book, Page
from sscb_graph.plan import OpenPlan
from tests.formats.axe import missing, violations
from tests.formats.books import HOSTILE, PICTURE, book_of, page_of, whole_book
from tests.formats.browser import Chromium, Tab, chromium_command

#: A laptop's window, and a phone's.
WIDTHS = (1280, 390)
OpenBook = Callable[..., Tab]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    if sentence := missing():
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    with Chromium(chromium_command() or "") as browser:
        yield browser


@pytest.fixture
def opened(chromium: Chromium, tmp_path: Path) -> Iterator[OpenBook]:
    """Opens a book in the browser, in a window of some width; ``change`` is made to its HTML before."""
    tabs: list[Tab] = []

    def open_book(book: Book, width: int = 1280, change: tuple[str, str] = ("", "")) -> Tab:
        file = tmp_path / f"book-{len(tabs)}.html"
        text = html_bytes(book).decode("utf-8")
        assert change[0] in text
        file.write_text(text.replace(*change, 1) if change[0] else text, encoding="utf-8", newline="")
        tabs.append(chromium.open(file, width))
        return tabs[-1]

    yield open_book
    for tab in tabs:
        tab.close()


def hold(tab: Tab, width: int) -> None:
    """Holds a page to what every reader needs, to the window's width, and to itself."""
    assert violations(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.complaints() == []
    assert tab.requests() == []


@pytest.mark.parametrize("width", WIDTHS)
def test_a_book_of_every_question_is_in_reach_of_every_reader(surrey: OpenPlan, opened: OpenBook, width: int) -> None:
    hold(opened(whole_book(surrey), width), width)


def pages(surrey: OpenPlan) -> dict[str, Page]:
    """A page of each shape: one table, many, none; with and without a status, a picture, a draft's mark."""
    return {
        "a table": paper_page(surrey.ask("actions-by-recommendation", recommendation="ofsted 22")),
        "tables": paper_page(surrey.ask("about-body", body="SSCB")),
        "statuses": replace(paper_page(surrey.ask("actions")), draft=True, picture=PICTURE),
        "nothing": Page("Who leads it?", [], "Nobody does.", [], ["No rows."]),
        "hostile texts": page_of(*HOSTILE, draft=True),
    }


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["a table", "tables", "statuses", "nothing", "hostile texts"])
def test_a_page_alone_is_in_reach_of_every_reader(surrey: OpenPlan, opened: OpenBook, name: str, width: int) -> None:
    page = pages(surrey)[name]
    tab = opened(Book(page.heading, [page]), width)
    hold(tab, width)
    # On a laptop nothing covers the texts of these, so that axe leaves no contrast to a person's judgement.
    if width == max(WIDTHS) and name in {"a table", "tables", "nothing"}:
        assert violations(tab, "incomplete") == []


@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        ("document.querySelector('img').removeAttribute('alt')", "image-alt"),
        ("document.documentElement.removeAttribute('lang')", "html-has-lang"),
        ("document.querySelector('.small').style.color = '#b0b4bb'", "color-contrast"),
        ("document.querySelector('h2').outerHTML = '<h4>x</h4>'", "heading-order"),
        ("document.querySelector('dl').append(document.createElement('p'))", "definition-list"),
        ("document.querySelector('main').insertAdjacentHTML('beforebegin', '<p>x</p>')", "region"),
    ],
)
def test_what_a_reader_could_not_use_is_found(surrey: OpenPlan, opened: OpenBook, damage: str, rule: str) -> None:
    page = pages(surrey)["statuses"]
    tab = opened(Book(page.heading, [page]))
    tab.evaluate(damage)
    assert any(each.startswith(f"{rule}:") for each in violations(tab)), violations(tab)


@pytest.mark.parametrize(
    ("added", "complaint"),
    [
        ("<script>document.title = 'run'</script>", "script"),
        ("<p style='color: red'>x</p>", "style"),
        ("<style>p { color: red }</style>", "style"),
        ("<img alt='' src='http://127.0.0.1:1/x.png'>", "image"),
        ("<iframe title='x' src='https://x.example/'></iframe>", "frame"),
        ("<link rel='stylesheet' href='x.css'>", "style"),
        ("<img alt='' src='x.png'>", "image"),
    ],
)
def test_the_policy_refuses_whatever_the_file_does_not_hold(opened: OpenBook, added: str, complaint: str) -> None:
    tab = opened(book_of(page_of("a")), change=("<main>", f"<main>{added}"))
    assert any("Content Security Policy" in each and complaint in each for each in tab.complaints()), tab.complaints()
    assert tab.evaluate("document.title") == "Papers for the Business Group"


def test_no_hostile_text_is_run_and_the_picture_of_the_file_is_shown(opened: OpenBook) -> None:
    tab = opened(book_of(page_of(*HOSTILE)))
    assert tab.evaluate("document.title") == "Papers for the Business Group"
    assert tab.evaluate("[...document.images].map(each => each.naturalWidth)") == [80]


def test_a_number_behind_right_to_left_words_stays_behind_them(opened: OpenBook) -> None:
    tab = opened(book_of(page_of("שלום 5 actions")))
    places = """(cell => ["שלום", "5", "actions"].map(word => {
        const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.data.indexOf(word);
            if (at >= 0) {
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + word.length);
                return range.getBoundingClientRect().left;
            }
        }
    }))([...document.querySelectorAll("td")].find(cell => cell.textContent == "שלום 5 actions"))"""
    name, number, word = tab.evaluate(places)
    assert name < number < word


def test_print_says_draft_on_each_page_of_a_draft_and_repeats_the_headings_of_a_table(
    surrey: OpenPlan, opened: OpenBook
) -> None:
    page = paper_page(surrey.ask("report-coverage", report="ofsted"))
    sheets = printed(opened(Book(page.heading, [replace(page, draft=True)])))
    assert len(sheets) > 5
    assert all("DRAFT" in sheet for sheet in sheets)
    assert all(f"{at} of {len(sheets)}" in sheet for at, sheet in enumerate(sheets, 1))
    table = [sheet for sheet in sheets if re.search(r"^\d+ Ofsted \d+ ", sheet, re.MULTILINE)]
    assert len(table) > 2
    assert all("# recommendation kind" in " ".join(sheet.split()) for sheet in table)
    assert not any("DRAFT" in sheet for sheet in printed(opened(Book(page.heading, [page]))))


def test_print_begins_each_page_of_a_book_on_a_sheet_and_marks_the_draft_among_them(
    surrey: OpenPlan, opened: OpenBook
) -> None:
    page = paper_page(surrey.ask("chairs"))
    sheets = printed(opened(book_of(page, replace(page, heading="Who else chairs", draft=True))))
    first, second = (
        next(at for at, sheet in enumerate(sheets) if heading in sheet and "Contents" not in sheet)
        for heading in (page.heading, "Who else chairs")
    )
    assert 0 < first < second
    assert not any("Who else" in sheet for sheet in sheets[first:second])
    assert ["DRAFT" in sheet for sheet in sheets] == [not 0 < at < second for at in range(len(sheets))]


def test_print_turns_the_sheet_of_a_wide_picture_and_marks_it_too(surrey: OpenPlan, opened: OpenBook) -> None:
    wide = replace(PICTURE, width=778.0, height=506.0)
    page = replace(paper_page(surrey.ask("chairs")), draft=True, picture=wide)
    reader = PdfReader(io.BytesIO(opened(Book(page.heading, [page])).pdf()))
    across = [sheet.mediabox.width > sheet.mediabox.height for sheet in reader.pages]
    assert across.count(True) == 1
    # The drawing alone, which here has no words.
    alone = [re.sub(r"DRAFT|\d+ of \d+|\s", "", sheet.extract_text()) == "" for sheet in reader.pages]
    assert alone == across
    assert all("DRAFT" in sheet.extract_text() for sheet in reader.pages)


def printed(tab: Tab) -> list[str]:
    """The text of each printed sheet."""
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(tab.pdf())).pages]
