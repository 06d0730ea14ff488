"""An answer as PDF, read back by its structure: all that the page says, cell by cell, and nothing else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sscb_graph.errors import NoTypesetter
from sscb_graph.formats.full import paper_page
from sscb_graph.formats.json import json_text
from sscb_graph.formats.page import Page, PageList, PageTable, PageText
from sscb_graph.formats.pdf import ATTACHED, pdf_bytes
from sscb_graph.formats.pdf_tables import measure
from sscb_graph.formats.status_fills import STATUS_FILLS
from sscb_graph.pictures.kinds import trace
from sscb_graph.plan import OpenPlan
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.definition import all_questions
from sscb_graph.typesetting.characters import Characters, clusters
from tests.conftest import SeedCopy, run_sscb
from tests.diagrams.drawing import asking
from tests.formats.books import examples
from tests.pdf.books import COLUMNS, HOSTILE, book, page, page_picture, pdf_of
from tests.pdf.reader import attachments, bookmarks, language, read, read_structure, squeeze, tables

#: The kinds of elements of a page without a picture.
PLAIN = {
    *("Document", "Title", "H1", "H2", "P", "Span", "Strong"),
    *("Table", "THead", "TBody", "TR", "TH", "TD"),
    *("L", "LI", "Lbl", "LBody"),
}

#: What Typst puts before the number of a page in contents, so that it does not begin a line.
JOINER = "\u2060"


def shown(text: str) -> str:
    return squeeze(Characters().show(text))


def cells(page: Page) -> list[list[list[str]]]:
    """The rows of each table of a page, the headings of its columns first."""
    found = []
    for part in page.parts:
        if isinstance(part, PageTable):
            rows = [[column.heading for column in part.columns], *part.rows]
            numbers = ["#", *part.numbers] if part.numbers else []
            found.append([[*map(str, numbers[at : at + 1]), *map(shown, row)] for at, row in enumerate(rows)])
    return found


def words(page: Page) -> Iterator[str]:
    """Every text of a page, in the order in which it is read."""
    yield from [page.heading, *page.subjects, page.headline]
    for part in page.parts:
        match part:
            case PageTable():
                yield part.title
                yield from ("".join(row) for row in cells(replace(page, parts=[part]))[0])
            case PageList():
                yield part.title
                dash = all(mark == "-" for mark, _ in part.items)
                yield from (f"{'–' if dash else mark}{text}" for mark, text in part.items)
            case PageText():
                yield from part.sentences
    yield from [page.plan, *page.closing]


@pytest.fixture(scope="module")
def answers(surrey: OpenPlan) -> dict[str, Answer]:
    """The answer to every question, about its example."""
    return {question.name: surrey.ask(question.name, **examples(question)) for question in all_questions()}


@pytest.mark.parametrize("name", [question.name for question in all_questions()])
def test_an_answer_is_read_back_whole(name: str, answers: dict[str, Answer]) -> None:
    answer = answers[name]
    page = paper_page(answer)
    reader = read(pdf_of([answer]))
    root = read_structure(reader)
    assert tables(root) == cells(page)
    assert root.text == squeeze("".join(words(page)))
    assert attachments(reader) == {ATTACHED: json_text([answer]).encode()}
    titles = [part.title for part in page.parts if not isinstance(part, PageText) and part.title]
    assert [heading.text for heading in root.all("H1")] == [squeeze(page.heading)]
    assert [heading.text for heading in root.all("H2")] == [squeeze(title) for title in titles]
    printed = [sheet.extract_text() for sheet in reader.pages]
    assert all(f"Page {at} of {len(printed)}" in text for at, text in enumerate(printed, 1))
    assert all(page.plan[:80] in " ".join(text.split()) for text in printed)
    assert "DRAFT" not in root.text


def test_a_book_has_contents_and_a_bookmark_for_each_page(answers: dict[str, Answer]) -> None:
    some = [answers[name] for name in ("actions-by-recommendation", "gaps", "about-body")]
    reader = read(pdf_of(some, "For the Business Group"))
    root = read_structure(reader)
    headings = [answer.heading for answer in some]
    assert reader.metadata
    assert (reader.metadata.title, reader.metadata.author) == ("For the Business Group", "sscb-graph")
    assert str(reader.metadata.creation_date)[:10] == "1980-01-01"
    assert language(reader) == "en-GB"
    assert [each.text for each in root.all("H1")] == [squeeze(text) for text in ("Contents", *headings)]
    marks = bookmarks(reader)
    assert list(marks) == headings
    (toc,) = root.all("TOC")
    entries = [f"{heading}{at}" for heading, at in marks.items()]
    assert [entry.text.replace(JOINER, "") for entry in toc.all("TOCI")] == list(map(squeeze, entries))
    assert squeeze("".join("".join(words(paper_page(answer))) for answer in some)) in root.text


def test_a_picture_has_a_page_that_holds_it_and_its_words(answers: dict[str, Answer], surrey: OpenPlan) -> None:
    picture = page_picture(trace.from_recommendation(asking(surrey), "22"))
    reader = read(pdf_of([answers["actions-by-recommendation"]], pictures=[picture]))
    root = read_structure(reader)
    (figure,) = root.all("Figure")
    assert figure.alt == picture.description
    assert squeeze("Learning and Development Group") in figure.text
    assert squeeze("".join(line for _, line in picture.lines)) in root.text
    assert [heading.title for heading in root.all("H2")][-2:] == [picture.title, "The picture in words"]
    sizes = [(sheet.mediabox.width, sheet.mediabox.height) for sheet in reader.pages]
    assert (842, 595) in sizes


def test_a_draft_says_so_on_every_page(answers: dict[str, Answer], seed_copy: SeedCopy) -> None:
    reader = read(pdf_of([seed_copy.open().ask("gaps")]))
    assert len(reader.pages) > 3
    assert all("DRAFT" in sheet.extract_text().splitlines()[0] for sheet in reader.pages)
    assert read_structure(reader).text.count("DRAFT:") == 1
    both = book(page("ours"), page("theirs", draft=True), title="Both")
    first, ours, theirs = [sheet.extract_text() for sheet in read(pdf_bytes(both, b"{}")).pages]
    assert ("DRAFT" in first, "DRAFT" in ours, "DRAFT" in theirs) == (True, False, True)


def test_the_same_book_has_the_same_bytes_in_any_process(answers: dict[str, Answer]) -> None:
    code = (
        "import hashlib; from tests.pdf.books import *\n"
        "whole = pdf_bytes(book(*map(page, HOSTILE), title='x'), b'{}'); print(hashlib.sha256(whole).hexdigest())"
    )
    run = [sys.executable, "-c", code]
    first, second = (
        subprocess.run(run, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    )
    assert first == second
    some = [answers["gaps"]]
    assert pdf_of(some) == pdf_of(some)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_a_text_is_never_markup(text: str) -> None:
    reader = read(pdf_bytes(book(page(text, rows=2), title=f"About {text}"), b'{"a": "b"}'))
    root = read_structure(reader)
    whole = page(text, rows=2)
    order = list if reads_as_written(text) else sorted
    assert [[order(cell) for row in rows for cell in row] for rows in tables(root)] == [
        [order(cell) for row in rows for cell in row] for rows in cells(whole)
    ]
    expected = f"{shown(f'About {text}')}{''.join(shown(part) for part in words(whole))}"
    told = root.text
    assert order(told[: len(expected)]) == order(expected)
    assert bool(re.fullmatch(r"ThetypeofthisPDFlacks.*", told[len(expected) :])) == bool(missing(text))
    assert list(attachments(reader)) == [ATTACHED]
    assert {each.kind for each in root.all()} <= PLAIN


def missing(text: str) -> list[str]:
    characters = Characters()
    characters.show(text)
    return list(characters.missing)


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters() | st.sampled_from("#$`*_\\/@<>\n\u0301\u0e01"), max_size=40))
def test_any_text_can_be_printed_and_read_back(text: str) -> None:
    whole = page(text)
    read_back = tables(read_structure(read(pdf_bytes(book(whole), b"{}"))))
    if reads_as_written(text):
        assert read_back == cells(whole)


def reads_as_written(text: str) -> bool:
    """Whether each letter stands on a page in its place in the text, and once.

    Words from the right to the left have another order there. Typst 0.15 prints a mark that composes with no letter
    well, but is copied twice: https://github.com/typst/typst/issues/8767.
    """
    whole = all(len(unicodedata.normalize("NFC", cluster)) == 1 for cluster in clusters(text))
    return whole and not any(unicodedata.bidirectional(character) in {"R", "AL", "AN"} for character in text)


def test_what_has_no_type_is_named_and_stands_as_its_code() -> None:
    told = read_structure(read(pdf_bytes(book(page("Party \U0001f389, \u4e2d and a\u20e3")), b"{}"))).text
    assert told.count(r"Party\U0001f389,\u4e2danda\u20e3") > 5
    sentence = r"The type of this PDF lacks some characters, whose codes stand for them: \U0001f389, \u4e2d, a\u20e3."
    assert told.endswith(squeeze(sentence))


def test_right_to_left_words_run_from_right_to_left_and_no_cell_turns_another() -> None:
    hebrew = "\u05d5\u05e2\u05d3\u05d4"
    rows = [[f"SSCB {hebrew} (12)", "1", "\u202eSSCB", "2018", "none"]]
    whole = Page("Heading", [], "", [PageTable(COLUMNS, rows)], [])
    _, row = tables(read_structure(read(pdf_bytes(book(whole), b"{}"))))[0]
    # A page has its letters from the left to the right, whatever the direction of reading.
    assert row == [f"SSCB{hebrew[::-1]}(12)", "1", r"\u202eSSCB", "2018", "none"]


def test_a_long_table_repeats_its_headings_and_loses_no_row() -> None:
    rows = [[f"1.{at}", "1", f"Group {at}", "30 June 2018", "amber"] for at in range(200)]
    rows[100][2] = "very long " * 2000
    whole = Page("Heading", [], "", [PageTable(COLUMNS, rows, "", range(1, 201))], [])
    reader = read(pdf_bytes(book(whole), b"{}"))
    assert tables(read_structure(reader)) == cells(whole)
    assert len(reader.pages) > 8
    assert all(
        sheet.extract_text().splitlines()[0].startswith("# action priority leads") for sheet in list(reader.pages)[1:]
    )


def test_a_crowded_table_lies_on_its_side_and_nothing_leaves_the_page() -> None:
    narrow = Page("Narrow", [], "", [PageTable(COLUMNS, [["1.1", "1", "Board", "2018", "green"]])], [])
    crowded = replace(narrow, parts=[PageTable(COLUMNS * 2, [["a sentence of several words"] * 10])])
    long = replace(narrow, parts=[PageTable(COLUMNS, [["x" * 500] * 5])])
    shapes = []
    for each in (narrow, crowded, long):
        (sheet,) = read(pdf_bytes(book(each), b"{}")).pages
        places: list[float] = []
        sheet.extract_text(visitor_text=lambda text, _, tm, __, ___: places.append(tm[4] + 2 * len(text.strip())))  # noqa: B023
        assert max(places) < sheet.mediabox.width - 40
        shapes.append(sheet.mediabox.width > sheet.mediabox.height)
    assert shapes == [False, True, True]


def test_a_status_has_its_fill_behind_its_word() -> None:
    rows = [["1.1", "1", "Board", "2018", word] for word in ("Amber (inherited)", "not recorded", "on track")]
    values = [["1.1", 1, ["Board"], ["2018"], word] for word in ("Amber", None, "on track")]
    fills = [row[-1] for row in measure(PageTable(COLUMNS, rows, "", range(1, 4), values), Characters()).fills]
    assert fills == [STATUS_FILLS["amber"], "", ""]
    whole = Page("Heading", [], "", [PageTable(COLUMNS, rows, "", range(1, 4), values)], [])
    (sheet,) = read(pdf_bytes(book(whole), b"{}")).pages
    colours = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) scn", sheet.get_contents().get_data())  # type: ignore[union-attr]
    amber = tuple(int(STATUS_FILLS["amber"][at : at + 2], 16) / 255 for at in (1, 3, 5))
    assert [colour for colour in colours if tuple(map(float, colour)) == pytest.approx(amber, abs=0.01)]


def test_without_the_library_a_sentence_offers_other_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NoTypesetter):
        pdf_bytes(book(page("a")), b"{}")
    for command in (["trace", "ofsted", "22"], ["diagram", "structure"], ["diagram", "structure", "--pages"]):
        ran = run_sscb(*command, "-o", tmp_path / "x.pdf")
        assert (ran.code, ran.out) == (5, "")
        assert "No PDF can be made on this machine" in ran.err
        assert "Word or HTML" in ran.err
        assert "Traceback" not in ran.err
    assert not list(tmp_path.iterdir())
