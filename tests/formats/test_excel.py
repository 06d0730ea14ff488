"""Excel files of answers, read back: every cell in its column, numbers and days as such, text never anything else."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from sscb_graph.errors import TooManyRows
from sscb_graph.formats.excel import excel_bytes
from sscb_graph.formats.excel_looks import page_footer
from sscb_graph.formats.excel_names import sheet_names
from sscb_graph.formats.full import paper_page
from sscb_graph.formats.page import Book, Page, PageList, PagePicture, PageTable, PageText
from sscb_graph.formats.status_fills import STATUS_FILLS
from sscb_graph.formats.xml_text import xml_text
from sscb_graph.model.vocabulary import KnownStatus
from sscb_graph.plan import OpenPlan
from sscb_graph.questions.columns import Date, Dates, Group, Number, Status, Text
from sscb_graph.questions.definition import all_questions
from tests.formats.excel_files import cells, header_row, joined, lines, opened, parts, strings, table

HOSTILE = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.com","click")',
    "+cmd",
    "@SUM(A1)",
    "-2",
    "{=1+1}",
    "http://example.com/",
    "mailto:someone@example.com",
    "internal:Sheet1!A1",
    "external:c:\\temp\\a.xlsx",
    "007",
    "2018-06-30",
    "TRUE",
    "#REF!",
    "'quoted",
    " spaces ",
    "<r><t>raw</t></r>",
    "<r>_x0041_</r>",
    "&amp; <b>&lt;",
    "_x000D_ _x005F_ x005F_",
    "שלום 12 עולם",
    "日本語 🙂 𝒳",
)
#: What no file of XML holds, or what reorders words, and how it is shown.
ESCAPED = {
    "bell \x07 nul \x00": "bell \\x07 nul \\x00",
    "half \ud800 \udfff": "half \\ud800 \\udfff",
    "turned \u202ecba": "turned \\u202ecba",
    "isolated \u2067x\u2069": "isolated \\u2067x\\u2069",
    "no character \uffff": "no character \\uffff",
    "return\r\nfeed": "return\\r\nfeed",
}


def page_of(texts: Sequence[str], **more: object) -> Page:
    """A page with a text in each row of its only column, and in a list below it."""
    numbers = range(1, len(texts) + 1)
    rows = PageTable((Text("text"),), [[text] for text in texts], "", numbers, [[text] for text in texts])
    said = PageList("What it says", [(str(number), text) for number, text in zip(numbers, texts, strict=True)])
    page = Page("Texts", (), "Headline.", [rows, said], ["1 row."], plan="A plan.")
    return dataclasses.replace(page, **more)  # type: ignore[arg-type]


def file_of(*pages: Page, title: str = "Title") -> bytes:
    return excel_bytes(Book(title, pages))


def first_sheet(page: Page) -> Worksheet:
    sheet = opened(file_of(page)).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


@pytest.fixture(scope="module")
def pages(surrey: OpenPlan) -> list[Page]:
    """The page of every question, with the examples of its parameters."""
    return [
        paper_page(surrey.ask(question.name, **{each.name: each.example for each in question.parameters}))
        for question in all_questions()
    ]


@pytest.fixture(scope="module")
def sheets(pages: list[Page]) -> list[Worksheet]:
    """The sheets of a book with every question."""
    return list(opened(excel_bytes(Book("Everything", pages))).worksheets)


def test_every_cell_of_every_question_stands_in_its_column_and_nothing_else_does(
    pages: list[Page], sheets: list[Worksheet]
) -> None:
    assert any(len(page.parts) > 3 for page in pages)
    for page, sheet in zip(pages, sheets[1::2], strict=True):
        expected = list(rows_of(page))
        if not expected:
            assert not sheet.auto_filter.ref
            continue
        found = table(sheet)
        assert [{head: text for head, text in row.items() if text} for row in found] == expected


def rows_of(page: Page) -> Iterator[dict[str, str]]:
    """The rows of a page's tables, by heading; a text that goes on in another row is not among these."""
    for part in page.parts:
        if not isinstance(part, PageTable):
            continue
        shared = {column.heading: text for column, text in part.shared}
        for number, row in zip(part.numbers, part.rows, strict=True):
            texts = {column.heading: text for column, text in zip(part.columns, row, strict=True)}
            yield {"#": str(number), **shared, **{head: text for head, text in texts.items() if text}}


def test_what_stands_below_a_table_stands_on_the_sheet_of_sources(pages: list[Page], sheets: list[Worksheet]) -> None:
    for page, sheet in zip(pages, sheets[2::2], strict=True):
        expected = [(part.title, *item) for part in page.parts if isinstance(part, PageList) for item in part.items]
        said = [text for part in page.parts if isinstance(part, PageText) for text in part.sentences]
        about = [("About this answer", "", text) for text in [*said, *page.closing]]
        assert sorted(in_full(table(sheet))) == sorted([*expected, *about])
        assert lines(sheet) == [page.heading, page.plan]


def in_full(rows: list[dict[str, str]]) -> list[tuple[str, ...]]:
    """Rows whose texts are joined where they go on in the next row."""
    groups: list[list[dict[str, str]]] = []
    for row in rows:
        goes_on = any(text.startswith("[continued]") for text in row.values())
        groups[-1].append(row) if goes_on else groups.append([row])
    return [tuple(whole([row[head] for row in group]) for head in ("what", "rows", "text")) for group in groups]


def whole(texts: list[str]) -> str:
    return texts[0] if len(set(texts)) == 1 else joined([text for text in texts if text])


def test_the_answer_stands_above_its_rows(pages: list[Page], sheets: list[Worksheet]) -> None:
    for page, sheet, sources in zip(pages, sheets[1::2], sheets[2::2], strict=True):
        above = [line for line in (page.heading, *page.subjects, page.headline, page.plan) if line]
        assert lines(sheet)[:-1] == above
        assert lines(sheet)[-1].startswith(f'On the sheet "{sources.title}": ')


def test_contents_list_every_answer_and_its_sheet(pages: list[Page], sheets: list[Worksheet]) -> None:
    assert sheets[0].title == "Contents"
    assert lines(sheets[0]) == ["Everything", pages[0].plan]
    listed = [tuple(row.values()) for row in table(sheets[0])]
    names = [sheet.title for sheet in sheets[1::2]]
    assert listed == [
        (str(number), page.heading, page.headline, name)
        for number, (page, name) in enumerate(zip(pages, names, strict=True), 1)
    ]
    assert opened(file_of(pages[0])).sheetnames == [names[0], f"{names[0]} sources"]


def test_no_cell_of_any_question_is_a_formula_or_a_link(pages: list[Page]) -> None:
    assert_plain(excel_bytes(Book("Everything", pages)))


def assert_plain(file: bytes) -> None:
    """Nothing in a file is a formula, a link or a part that a program would run or fetch."""
    inside = parts(file)
    for name, xml in inside.items():
        assert not re.search(rb"<f[ >/]|<hyperlink|<ddeLink|<oleLink|TargetMode", xml), name
    expected = r"(\[Content_Types\]|_rels/\.rels|docProps/\w+|xl/(_rels/)?\w+(\.xml)?|xl/theme/\w+|xl/worksheets/\w+)"
    assert all(re.fullmatch(rf"{expected}(\.xml|\.rels)?(\.rels)?", name) for name in inside), sorted(inside)
    assert all(cell.data_type != "f" for sheet in opened(file).worksheets for row in sheet.iter_rows() for cell in row)


def test_sheets_can_be_read_filtered_and_printed(pages: list[Page], sheets: list[Worksheet]) -> None:
    for sheet in sheets:
        assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
        # A single page wide is what a file means that does not say it.
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert all((row.height or 0) <= 409 for row in sheet.row_dimensions.values())
        if sheet.auto_filter.ref:
            top = header_row(sheet)
            assert sheet.print_title_rows == f"${top}:${top}"
            assert sheet.freeze_panes == f"A{top + 1}"
            assert all(cell.font.b and cell.fill.fgColor.rgb == "FFDCE6F1" for cell in cells(sheet)[0])
            assert all(cell.alignment.wrap_text for row in cells(sheet) for cell in row)


def test_numbers_and_days_are_values_and_keep_the_mark_of_a_weaker_basis() -> None:
    columns = (Number("number"), Date("day"), Dates("due"))
    rows: list[tuple[list[str], list[Any]]] = [
        (["7", "30 June 2018", "1 July 2018"], [7, "2018-06-30", ["2018-07-01"]]),
        (["8 (inherited)", "30 June 2018 (inferred)", "1 July 2018 (assumed)"], [8, "2018-06-30", ["2018-07-01"]]),
        (["-", "March 2019", "1 July 2018\nAugust 2018"], [None, "2019-03", ["2018-07-01", "2018-08"]]),
        (["1234567890123456", "2019", "31 December 1899"], [1234567890123456, "2019", ["1899-12-31"]]),
    ]
    page = page_of([], parts=[PageTable(columns, [row for row, _ in rows], "", (), [values for _, values in rows])])
    sheet = first_sheet(page)
    assert [list(row.values()) for row in table(sheet)] == [row for row, _ in rows]
    _, plain, weaker, *texts = cells(sheet)
    assert [cell.value for cell in weaker] == [8, datetime(2018, 6, 30), datetime(2018, 7, 1)]  # noqa: DTZ001
    assert [cell.number_format for cell in plain] == ["0", "d mmmm yyyy", "d mmmm yyyy"]
    assert [cell.number_format for cell in weaker[:2]] == ['0" (inherited)"', 'd mmmm yyyy" (inferred)"']
    assert all(cell.data_type == "s" for row in texts for cell in row)


def test_a_status_is_its_word_and_a_fill() -> None:
    words = ["Completed", "Green", "AMBER (inferred)", "red", "Blue", "not recorded"]
    values = [[word.split(" (")[0]] for word in words[:-1]] + [[None]]
    table_of = PageTable((Status("status"),), [[word] for word in words], "", (), values)
    sheet = first_sheet(page_of([], parts=[table_of]))
    _, *rows = cells(sheet)
    assert [row[0].value for row in rows] == words
    expected = [f"FF{STATUS_FILLS[status][1:].upper()}" for status in KnownStatus]
    assert [cell.fill.fgColor.rgb if cell.fill.fill_type else None for (cell,) in rows] == [*expected, None, None]


@pytest.mark.parametrize("fill", STATUS_FILLS.values())
def test_dark_text_on_the_fill_of_a_status_has_a_contrast_of_seven(fill: str) -> None:
    assert (luminance(fill) + 0.05) / (luminance("#1a1a1a") + 0.05) >= 7


def luminance(colour: str) -> float:
    """The relative luminance of a colour, as WCAG 2.2 defines it."""
    parts_of = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts_of)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_hostile_text_stays_text_wherever_it_stands() -> None:
    texts = [*HOSTILE, *ESCAPED]
    expected = [ESCAPED.get(text, text) for text in texts]
    page = page_of(texts, subjects=HOSTILE, picture=PagePicture("=1+1", "+2", b"<svg/>", 1, 1, "@SUM"))
    table_of = PageTable((Text("=1+1"), Text("#REF!")), [["x", "y"]], "", [1], [["x", "y"]], [(Group("@h"), "=part")])
    others = [
        dataclasses.replace(page, heading=text, headline=text, plan=text, draft=True, closing=[text], parts=[table_of])
        for text in texts
    ]
    file = file_of(page, *others, title="=1+1\x07")
    assert_plain(file)
    assert set(expected) <= set(strings(file))
    book = opened(file_of(page))
    assert [row["text"] for row in table(book.worksheets[0])] == [
        text.replace("x005F_", "") if "x000D" in text else text for text in expected
    ]
    assert opened(file).properties.title == "=1+1\\x07"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=60), min_size=1, max_size=20))
@example(["<r></r>", "<r><r></r>", "_x0041_", "\t", "\n", " "])
def test_any_text_is_read_back_as_it_was_or_visibly_escaped(texts: list[str]) -> None:
    file = file_of(page_of(texts))
    assert {xml_text(text) for text in texts if text} <= set(strings(file))
    assert_plain(file)


def test_a_text_that_is_too_long_goes_on_in_the_next_rows_under_the_same_number() -> None:
    texts = ["word " * 8_000, "x" * 40_000, "é\u0301" * 20_000, "line\n" * 300, "𝒳" * 33_000, "short"]
    book = opened(file_of(page_of(texts)))
    for sheet in book.worksheets:
        heads = ("rows", "text") if "sources" in sheet.title else ("#", "text")
        for number, text in enumerate(texts, 1):
            pieces = [row[heads[1]] for row in table(sheet) if row[heads[0]] == str(number)]
            assert joined(pieces) == text
            assert all(len(piece.encode("utf-16-le")) <= 2 * 32_767 for piece in pieces)
        assert all((row.height or 0) <= 409 for row in sheet.row_dimensions.values())


def test_a_heading_that_is_too_long_goes_on_too_and_leaves_room_to_scroll() -> None:
    long = "word " * 8_000
    sheet = first_sheet(page_of(["x"], heading=long))
    above = lines(sheet)
    end = next(at for at, line in enumerate(above) if not line.endswith("[continued in the next row]"))
    assert joined(above[: end + 1]) == long
    assert sheet.freeze_panes is None
    assert all((row.height or 0) <= 409 for row in sheet.row_dimensions.values())
    assert table(sheet) == [{"#": "1", "text": "x"}]


def test_parts_with_other_columns_make_one_table() -> None:
    gap, kind = Group("gap", "what is open"), Group("kind")
    first = PageTable((Text("a"), Text("c")), [["1", "3"]], "first (1)", [1], [["1", "3"]], [(gap, "first")])
    second = PageTable(
        (Text("a"), Number("b"), Text("c")), [["4", "5", "6"]], "", [2], [["4", 5, "6"]], [(gap, "second"), (kind, "x")]
    )
    third = PageTable((Text("z"), Text("a")), [["7", "8"]], "third (1)", [3], [["7", "8"]], [(gap, "third")])
    rows = table(first_sheet(page_of([], parts=[first, second, third])))
    assert [list(row.items()) for row in rows] == [
        [("#", "1"), ("what is open", "first"), ("kind", ""), ("z", ""), ("a", "1"), ("b", ""), ("c", "3")],
        [("#", "2"), ("what is open", "second"), ("kind", "x"), ("z", ""), ("a", "4"), ("b", "5"), ("c", "6")],
        [("#", "3"), ("what is open", "third"), ("kind", ""), ("z", "7"), ("a", "8"), ("b", ""), ("c", "")],
    ]


def test_a_picture_stands_on_the_sheet_of_sources_in_words() -> None:
    picture = PagePicture("Structure", "Who reports to whom.", b"<svg/>", 10, 10, "A reports to B.\nB reports to C.")
    rows = table(opened(file_of(page_of(["x"], picture=picture))).worksheets[1])
    assert [row["text"] for row in rows if row["what"] == "The picture in words"] == [
        "Structure",
        "Who reports to whom.",
        "A reports to B.\nB reports to C.",
    ]


def test_a_page_without_rows_has_no_table() -> None:
    page = page_of([], parts=[PageList("Notes", [("-", "The plan does not say.")])])
    book = opened(file_of(page))
    assert book.worksheets[0].auto_filter.ref is None
    assert table(book.worksheets[1])[0] == {"what": "Notes", "rows": "-", "text": "The plan does not say."}


def test_a_draft_says_so_on_every_printed_page() -> None:
    book = opened(file_of(page_of(["x"], draft=True), page_of(["y"])))
    drafts = [sheet.title for sheet in book.worksheets if "DRAFT" in center_of(sheet)]
    assert drafts == ["Contents", "Texts", "Texts sources"]
    assert book.properties.identifier is None
    assert b"<cp:contentStatus>Draft<" in parts(file_of(page_of(["x"], draft=True)))["docProps/core.xml"]
    assert "DRAFT" not in parts(file_of(page_of(["x"])))["xl/worksheets/sheet1.xml"].decode()


def center_of(sheet: Worksheet) -> str:
    """What stands in the middle above each printed page."""
    return (sheet.oddHeader and sheet.oddHeader.center.text) or ""


@pytest.mark.parametrize(
    "plan", ["R&G Plan", "A &[Picture] &P &D & plan", "2018 plan", "&", "&&G", "a\nb\x07", "B&Q " * 100, "&G" * 100]
)
def test_the_foot_of_a_page_names_the_plan_as_it_is(plan: str) -> None:
    xml = parts(file_of(page_of(["x"], plan=plan)))["xl/worksheets/sheet1.xml"].decode()
    written = re.search("<oddFooter>(.*)</oddFooter>", xml, re.DOTALL)
    assert written
    footer = written[1].replace("&amp;", "&")
    assert footer == page_footer(plan)
    assert len(footer) <= 255
    left, right = printed(footer)
    expected = xml_text(" ".join(plan.split()))
    assert left == expected or (left.endswith(" ..") and expected.startswith(left[:-3]))
    assert right == "Page {P} of {N}"


def printed(footer: str) -> list[str]:
    """The left and the right of a footer, as Excel reads its codes."""
    meanings = {"&": "&", "L": "", "R": "\n", "P": "{P}", "N": "{N}", "D": "{D}", "G": "{G}"}
    code = r"&(?:([&LRPNDG])|K[0-9A-F]{6}|\d+ ?)"
    return re.sub(code, lambda found: meanings.get(found[1], ""), footer).split("\n")


AWKWARD = ["History", "contents", "a'", "'", "A" * 40, "a" * 40, "🙂" * 40, "[]:*?/\\", "", "x", "x sources", "Straße"]


@settings(max_examples=200)
@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=50) | st.sampled_from(AWKWARD), max_size=12))
def test_names_of_sheets_are_legal_and_unique(headings: list[str]) -> None:
    names = [name for pair in sheet_names(headings) for name in pair]
    assert len(names) == 2 * len(headings)
    assert len({name.casefold() for name in names} - {"contents", "history"}) == len(names)
    for name in names:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= 31
        assert not re.search(r"[\[\]:*?/\\\x00-\x1f]|^'|'$|^\s|\s$", name)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Ofsted 22 (a finding tagged as a recommendation, report page 12). In our words: MASH", "Ofsted 22"),
        ("Action 2.4 (Priority 2)", "Action 2.4"),
        ("All actions of the plan", "All actions of the plan"),
        ("The actions under a priority, with their leads, dates and status.", "The actions"),
        ("???", "Answer"),
    ],
)
def test_a_sheet_is_named_by_the_beginning_of_its_heading(heading: str, name: str) -> None:
    assert sheet_names([heading]) == [(name, f"{name} sources")]
    _, (second, _) = sheet_names([heading, heading])
    assert second.endswith(" 2")


def test_the_same_book_has_the_same_bytes(pages: list[Page]) -> None:
    book = Book("Everything", pages[:3])
    assert excel_bytes(book) == excel_bytes(book)
    assert b"1980-01-01T00:00:00Z" in parts(excel_bytes(book))["docProps/core.xml"]


def test_more_rows_than_a_sheet_holds_are_an_error_and_no_loss() -> None:
    with (
        patch("sscb_graph.formats.excel_writing.MOST_ROWS", 20),
        pytest.raises(TooManyRows, match="'Texts' has 30 rows, and a sheet of Excel holds 20 lines at most"),
    ):
        file_of(page_of(["x"] * 30))
