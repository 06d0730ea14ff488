"""A book as HTML, read back by another reader: every cell is the answer's, nothing else stands there, nothing runs."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscb_graph.formats.cells import BLANK, cell_text, is_empty
from sscb_graph.formats.full import paper_page, ranges
from sscb_graph.formats.html import html_bytes
from sscb_graph.formats.html_lists import numbers_in
from sscb_graph.formats.page import Book, Page, PageList, PagePicture, PageTable
from sscb_graph.formats.xml_text import xml_text
from sscb_graph.plan import OpenPlan
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.columns import BASIS, Column, Dates, Names, Place, RowName, Status
from tests.formats.books import HOSTILE, PICTURE, TEXTS, answers, book_of, page_of, whole_book
from tests.formats.html_reader import Node, read_html

#: Every element and attribute that a file may have; none runs, and none asks for anything but a link or a picture.
ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section", "div", "span", "bdi", "br"),
    *("h1", "h2", "h3", "p", "pre", "ul", "ol", "li", "dl", "dt", "dd", "a", "figure", "figcaption", "img", "details"),
    *("summary", "table", "caption", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {
    *(
        "lang",
        "charset",
        "http-equiv",
        "content",
        "name",
        "id",
        "class",
        "href",
        "src",
        "alt",
        "width",
        "height",
        "dir",
    ),
    *("role", "tabindex", "aria-label", "aria-labelledby", "scope", "open"),
}


def expected(book: Book) -> list[str]:
    """The texts of a book in the order in which they are read."""
    several = len(book.pages) > 1
    texts = ["DRAFT"] * book.draft + [book.title]
    if several:
        texts += ["Contents", *(page.heading for page in book.pages)]
    for page in book.pages:
        texts += [page.heading] if several or page.heading != book.title else []
        texts += [page.plan, *page.subjects, page.headline, *parts(page), *picture(page.picture), *page.closing]
        texts += ["Back to the contents"] if several else []
    return [xml_text(text) for text in texts if text]


def parts(page: Page) -> Iterator[str]:
    for part in page.parts:
        if isinstance(part, PageTable):
            yield part.title or page.heading
            yield from ["#"] if part.numbers else []
            yield from (column.heading for column in part.columns)
            for at, row in enumerate(part.rows):
                yield from [str(part.numbers[at])] if part.numbers else []
                yield from row
        elif isinstance(part, PageList):
            yield part.title
            numbered = any(re.search(r"\d", mark) for mark, _ in part.items)
            yield from (text for mark, item in part.items for text in ((mark, item) if numbered else (item,)))
        else:
            yield from part.sentences


def picture(drawn: PagePicture | None) -> list[str]:
    return [drawn.title, "The picture in words", *(line for _, line in drawn.lines)] if drawn else []


def tables(part: Node) -> Iterator[tuple[list[str], list[list[str]]]]:
    """The headings and the cells of each table."""
    for table in part.all("table"):
        headings, *rows = [[cell.text for cell in row.children] for row in table.all("tr")]
        yield headings, rows


@pytest.fixture(scope="module")
def every(surrey: OpenPlan) -> list[Answer]:
    return answers(surrey)


def shown_columns(answer: Answer) -> dict[str, Column]:
    return {column.heading: column for column in answer.columns if column.place is Place.TABLE}


def test_every_cell_of_every_answer_stands_in_its_column(every: list[Answer]) -> None:
    for answer in every:
        columns, numbers = shown_columns(answer), []
        for headings, rows in tables(read_html(html_bytes(book_of(paper_page(answer))))):
            assert headings[0] == "#"
            for number, *cells in rows:
                numbers.append(int(number))
                row = answer.rows[int(number) - 1]
                for heading, cell in zip(headings[1:], cells, strict=True):
                    assert cell == cell_text(columns[heading], row, blank=BLANK, short_dates=False), answer.question
                left_out = columns.keys() - set(headings)
                assert all(is_empty(row[columns[heading].name]) for heading in left_out), answer.question
        assert numbers == list(range(1, len(answer.rows) + 1)), answer.question


def test_every_word_and_source_stands_below_beside_the_numbers_of_its_rows(every: list[Answer]) -> None:
    for answer in every:
        root = read_html(html_bytes(book_of(paper_page(answer))))
        items = [
            (number, text.text)
            for texts in root.all("dl")
            for mark, text in zip(texts.all("dt"), texts.all("dd"), strict=True)
            for number in numbers_in(mark.text)
        ]
        below = [column for column in answer.columns if column.place is Place.BELOW]
        for number, row in enumerate(answer.rows, 1):
            for column in below:
                text = cell_text(column, row)
                assert not text or (number, text) in items, (answer.question, column)
        listed = [item.text for item in root.only("main").all("li")]
        assert listed[len(answer.subjects) :] == list(answer.notes)


def test_a_book_of_every_question_holds_its_texts_in_their_order_and_nothing_else(surrey: OpenPlan) -> None:
    book = whole_book(surrey)
    assert read_html(html_bytes(book)).only("body").texts() == expected(book)


def test_a_page_alone_is_headed_by_the_title_of_its_book_once(every: list[Answer]) -> None:
    page = replace(paper_page(every[0]), picture=PICTURE)
    for book in (Book(page.heading, [page]), book_of(page)):
        root = read_html(html_bytes(book))
        assert root.only("body").texts() == expected(book)
        assert root.only("h1").text == root.only("title").text == book.title
        assert not [*root.all("nav")]


@given(st.lists(TEXTS, min_size=1, max_size=4), TEXTS)
def test_hostile_texts_are_read_back_as_they_were_or_as_escapes(texts: list[str], title: str) -> None:
    held_to_the_text(book_of(page_of(*texts), page_of(*texts, draft=True), title=title))


def test_every_hostile_text_is_text() -> None:
    held_to_the_text(book_of(page_of(*HOSTILE)))


def held_to_the_text(book: Book) -> None:
    """Compares every cell and every text of a book, and the elements and attributes with those that a file may have."""
    root = read_html(html_bytes(book))
    read = [table for section in root.all("section") for table in tables(section)]
    drawn = [part for page in book.pages for part in page.parts if isinstance(part, PageTable)]
    for part, (headings, rows) in zip(drawn, read, strict=True):
        numbers = [[str(number)] for number in part.numbers] or [[]] * len(part.rows)
        assert headings[len(numbers[0]) :] == [xml_text(column.heading) for column in part.columns]
        cells = [[*number, *map(xml_text, row)] for number, row in zip(numbers, part.rows, strict=True)]
        assert rows == cells
    assert root.only("body").texts() == expected(book)
    assert root.only("title").text == ("DRAFT: " * book.draft + xml_text(book.title)).replace("\n", " ")
    for node in root.all():
        assert node.tag in ELEMENTS
        assert node.attributes.keys() <= ATTRIBUTES
    assert {image.attributes["alt"] for image in root.all("img")} == {
        xml_text(page.picture.description).replace("\n", " ") for page in book.pages if page.picture
    }


def test_no_control_and_no_mark_that_reorders_words_is_left(every: list[Answer]) -> None:
    text = html_bytes(book_of(page_of(*HOSTILE))).decode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]", text)
    for shown in (r"a\x00b", r"a\x07\x1b[31mb", r"a\rb\r", r"a\u202eb\u202cc", r"x\udfffy"):
        assert shown in text


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("שלום 5 actions", ["שלום"]),
        ("ab שלום (12) עולם cd", ["שלום (12) עולם"]),
        ("שלום leads עולם", ["שלום", "עולם"]),
        ("a \u200f5", ["\u200f"]),
        ("مرحبا (inherited)", ["مرحبا"]),
        ("Quality é 5", []),
    ],
)
def test_right_to_left_words_are_isolated_from_what_follows(text: str, isolated: list[str]) -> None:
    cell = next(node for node in read_html(html_bytes(book_of(page_of(text)))).all("td") if node.text == text)
    assert [(each.text, each.attributes) for each in cell.all("bdi")] == [(run, {"dir": "rtl"}) for run in isolated]


def test_nothing_refers_to_anything_outside_the_file(surrey: OpenPlan) -> None:
    pages = [*whole_book(surrey).pages, page_of(*HOSTILE, draft=True)]
    root = read_html(html_bytes(book_of(*pages)))
    ids = [node.attributes["id"] for node in root.all() if "id" in node.attributes]
    assert len(set(ids)) == len(ids)
    for node in root.all():
        if "href" in node.attributes:
            assert (node.attributes["href"] or "")[:1] == "#"
            assert (node.attributes["href"] or "")[1:] in ids
        assert (node.attributes.get("src") or "data:image/svg+xml;base64,").startswith("data:image/svg+xml;base64,")
        assert all(each in ids for each in (node.attributes.get("aria-labelledby") or "title").split())
    style = root.only("style").text
    assert not re.search(r"url|@import|image|expression|//|@font-face", style)


def test_the_policy_allows_this_style_and_pictures_of_the_file_and_nothing_else(every: list[Answer]) -> None:
    root = read_html(html_bytes(book_of(paper_page(every[0]))))
    digest = base64.b64encode(hashlib.sha256(root.only("style").text.encode()).digest()).decode()
    allowed = f"style-src 'sha256-{digest}'; img-src data:"
    policy = next(node for node in root.all("meta") if "http-equiv" in node.attributes)
    assert policy.attributes == {
        "http-equiv": "Content-Security-Policy",
        "content": f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'",
    }
    head = [node.tag for node in root.only("head").children]
    assert head == ["meta", "meta", "meta", "title", "style"]
    assert root.attributes == {"lang": "en-GB"}


def test_numbers_lead_to_rows_and_back(surrey: OpenPlan) -> None:
    root = read_html(html_bytes(whole_book(surrey)))
    by_id = {f"#{node.attributes['id']}": node for node in root.all() if "id" in node.attributes}
    there = back = 0
    for row in root.all("tr"):
        for link in row.all("a"):
            assert int(link.text) in numbers_in(by_id[link.attributes["href"] or ""].text)
            there += 1
    for mark in root.all("dt"):
        for link in mark.all("a"):
            assert by_id[link.attributes["href"] or ""].children[0].text == link.text
            back += 1
    assert there > 500
    assert back > 1000


def test_a_table_has_a_caption_headings_of_columns_and_a_heading_in_each_row(surrey: OpenPlan) -> None:
    root = read_html(html_bytes(whole_book(surrey)))
    labels = [node.attributes["aria-label"] for node in root.all("div")]
    assert len(set(labels)) == len(labels)
    for region in root.all("div"):
        assert (region.attributes["role"], region.attributes["tabindex"]) == ("region", "0")
        table = region.only("table")
        assert table.only("caption").text
        assert {node.attributes.get("scope") for node in table.only("thead").all("th")} == {"col"}
        wide = len([*table.only("thead").all("th")]) > 2
        for row in table.only("tbody").all("tr"):
            assert [node.attributes.get("scope") for node in row.all("th")] == ["row"] * wide


def test_a_status_has_its_fill_behind_its_word(surrey: OpenPlan) -> None:
    root = read_html(html_bytes(book_of(paper_page(surrey.ask("actions")), page_of("Red", "On track"))))
    found = {
        node.text: node.attributes["class"] or "" for node in root.all("span") if node.attributes["class"] != "hidden"
    }
    assert found.keys() == {"Completed", "Amber", "Red", "On track"}
    fills = [found[word].partition(" fill-")[2] for word in ("Completed", "Amber", "Red")]
    assert len(set(fills)) == 3
    assert all(f".fill-{fill} {{ background: #{fill}; }}" in root.only("style").text for fill in fills)
    assert found["On track"] == "status"


def test_a_draft_says_so_in_words(every: list[Answer]) -> None:
    page = paper_page(every[0])
    draft = replace(page, draft=True, plan=f"DRAFT: {page.plan}")
    root = read_html(html_bytes(book_of(page, draft)))
    assert root.only("header").texts()[0] == "DRAFT"
    assert root.only("title").text.startswith("DRAFT: ")
    assert ["of-draft" in (node.attributes.get("class") or "") for node in root.all("section")] == [False, True]
    assert "DRAFT" not in read_html(html_bytes(book_of(page))).text.replace(root.only("style").text, "")


def test_a_picture_stands_in_the_file_with_the_same_in_words(every: list[Answer]) -> None:
    root = read_html(html_bytes(book_of(replace(paper_page(every[0]), picture=PICTURE))))
    image = root.only("img").attributes
    assert base64.b64decode((image["src"] or "").removeprefix("data:image/svg+xml;base64,")) == PICTURE.svg
    assert (image["alt"], image["width"], image["height"]) == (PICTURE.description, "80", "40")
    assert root.only("details").attributes == {"open": ""}
    lines = [(node.attributes["class"], node.text) for node in root.only("details").all("p")]
    assert lines == [("line level0", "A"), ("line level1", "reports to <B>")]


def test_the_same_book_has_the_same_bytes(surrey: OpenPlan) -> None:
    assert html_bytes(whole_book(surrey)) == html_bytes(whole_book(surrey))


@given(st.sets(st.integers(1, 99), min_size=1))
def test_the_numbers_of_a_mark_are_those_that_it_was_made_of(numbers: set[int]) -> None:
    assert list(numbers_in(ranges(sorted(numbers)))) == sorted(numbers)


def test_a_dash_has_no_numbers() -> None:
    assert list(numbers_in("-")) == []


def test_the_markup_of_a_row_stays_small() -> None:
    columns = (RowName("action"), Names("leads"), Dates("due"), Status("status"), BASIS)
    cells = ["2.2", "Early Help Task and Finish Group", "30 September 2018", "not recorded", "stated"]
    numbers = range(1, 5001)
    table = PageTable(
        columns, [cells] * 5000, numbers=numbers, values=[["2.2", ["x"], ["2018"], None, "stated"]] * 5000
    )
    below = PageList("What it says", [(str(number), "Review it.") for number in numbers])
    page = Page("All actions", [], "", [table, below], [])
    size = len(html_bytes(Book(page.heading, [page])))
    assert size < 5000 * (len("".join(cells)) + len("Review it.") + 220)
