"""A book as a Word file, read back by its XML: all that its pages say, in its place, and nothing else."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import docx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sscb_graph.formats.cells import BLANK, cell_text, is_empty
from sscb_graph.formats.full import paper_page
from sscb_graph.formats.page import Book, Page, PageList, PagePicture, PageTable, PageText, Part
from sscb_graph.formats.word import word_bytes
from sscb_graph.formats.word_pages import LONGEST_MARK
from sscb_graph.plan import OpenPlan
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.columns import Number, Place, Status, Text
from sscb_graph.questions.definition import all_questions
from tests.formats.word_file import Paragraph, W, WordFile

DRAFT = "DRAFT: A plan, from C:\\plans\\next."


def ask(plan: OpenPlan, name: str) -> Answer:
    (question,) = (each for each in all_questions() if each.name == name)
    return plan.ask(name, **{each.name: each.example for each in question.parameters})


def written(*pages: Page, title: str = "Papers", template: bytes | None = None) -> WordFile:
    return WordFile(word_bytes(Book(title, pages), template))


def lines(page: Page, inner: str) -> Iterator[Paragraph]:
    """The paragraphs of a page that stand outside its tables, but for its heading."""
    yield from (Paragraph("Answer Subject", text) for text in page.subjects)
    if page.headline:
        yield Paragraph("Answer Headline", page.headline)
    for part in page.parts:
        if isinstance(part, PageText):
            yield from (Paragraph("Normal", text) for text in part.sentences)
            continue
        if part.title:
            yield Paragraph(inner, part.title)
        for mark, text in part.items if isinstance(part, PageList) else ():
            bullet = mark == "-"
            apart = " \t" if len(mark) > LONGEST_MARK else "\t"
            yield Paragraph("List Bullet", text) if bullet else Paragraph("Answer Reference", f"{mark}{apart}{text}")
    yield from (Paragraph("Answer Closing", text) for text in page.closing)


def tables(page: Page) -> list[list[list[str]]]:
    return [
        [
            [*(["#"] if part.numbers else []), *(column.heading for column in part.columns)],
            *([*([str(part.numbers[at])] if part.numbers else []), *row] for at, row in enumerate(part.rows)),
        ]
        for part in page.parts
        if isinstance(part, PageTable)
    ]


@pytest.mark.parametrize("name", [question.name for question in all_questions()])
def test_every_cell_of_an_answer_is_in_its_column_and_nothing_else_is(surrey: OpenPlan, name: str) -> None:
    answer = ask(surrey, name)
    page = paper_page(answer)
    read = written(page, title=page.heading)
    assert read.tables == tables(page)
    assert read.paragraphs == [Paragraph("Title", page.heading), *lines(page, "heading 1")]
    found = [dict(zip(table[0], row, strict=True)) for table in read.tables for row in table[1:]]
    for row, cells in zip(answer.rows, found, strict=True):
        for column in answer.columns:
            if column.place is Place.TABLE and column.heading in cells:
                assert cells[column.heading] == cell_text(column, row, blank=BLANK, short_dates=False)
            elif column.place is Place.TABLE:
                assert is_empty(row[column.name])


@pytest.fixture(scope="module")
def two(surrey: OpenPlan) -> list[Page]:
    return [paper_page(ask(surrey, name)) for name in ("actions-by-recommendation", "summary-by-priority")]


def test_a_book_has_contents_that_are_right_as_they_are(two: list[Page]) -> None:
    read = written(*two)
    headings = [f"{at}. {page.heading}" for at, page in enumerate(two, 1)]
    assert read.paragraphs == [
        Paragraph("Title", "Papers"),
        Paragraph("TOC Heading", "Contents"),
        *(Paragraph("toc 1", heading) for heading in headings),
        *(
            line
            for heading, page in zip(headings, two, strict=True)
            for line in (Paragraph("heading 1", heading), *lines(page, "heading 2"))
        ),
    ]
    assert read.tables == [table for page in two for table in tables(page)]
    links = [link.get(f"{W}anchor") for link in read.body.iter(f"{W}hyperlink")]
    assert links == [mark.get(f"{W}name") for mark in read.body.iter(f"{W}bookmarkStart")]
    assert [text.text for text in read.body.iter(f"{W}instrText")] == ['TOC \\o "1-1" \\h \\n \\z']
    marks = [mark.get(f"{W}fldCharType") for mark in read.body.iter(f"{W}fldChar")]
    assert marks == ["begin", "separate", "end"]


def test_a_book_has_a_title_of_its_own_beside_the_heading_of_its_only_page(two: list[Page]) -> None:
    read = written(two[0], title="For the Business Group")
    head = [Paragraph("Title", "For the Business Group"), Paragraph("heading 1", two[0].heading)]
    assert read.paragraphs == [*head, *lines(two[0], "heading 2")]


def test_headings_of_tables_come_again_and_rows_stay_whole(two: list[Page]) -> None:
    for rows in written(*two).rows:
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        repeated = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        assert repeated == [True] + [False] * (len(rows) - 1)
        # A heading stays with the rows below it, as the first of two paragraphs that are kept together does.
        assert all(paragraph.find(f"{W}pPr/{W}keepNext") is not None for paragraph in rows[0].iter(f"{W}p"))


def test_tables_say_what_they_are_of_and_fit_their_pages(surrey: OpenPlan) -> None:
    for name in ("about-body", "bodies", "summary-by-priority", "events"):
        page = paper_page(ask(surrey, name))
        read = written(page, title="Papers")
        captions = [caption.get(f"{W}val") for caption in read.body.iter(f"{W}tblCaption")]
        assert captions == [part.title or page.heading for part in page.parts if isinstance(part, PageTable)]
        ((width, _),) = read.sections
        for table in read.body.iter(f"{W}tbl"):
            assert sum(int(column.get(f"{W}w", "")) for column in table.iter(f"{W}gridCol")) <= width - 2 * 1134 + 9


def test_pages_turn_for_many_columns_and_back(two: list[Page]) -> None:
    assert written(two[0]).sections == [(11906, 16838)]
    assert written(two[1]).sections == [(16838, 11906)]
    assert written(*two, two[0]).sections == [(11906, 16838), (16838, 11906), (11906, 16838)]


def test_a_page_that_is_a_draft_says_so_above_all_pages(two: list[Page]) -> None:
    assert written(*two).frame("header") == []
    draft = replace(two[0], draft=True, plan=DRAFT)
    read = written(two[1], draft)
    assert read.frame("header") == ["DRAFT"]
    assert read.frame("footer") == [f"{two[1].plan}\n{DRAFT}\nPage 1 of 1"]
    assert two[1].plan in read.texts("Answer Closing")
    assert DRAFT in read.texts("Answer Closing")


def test_footers_have_the_plan_and_number_the_pages(two: list[Page]) -> None:
    read = written(*two)
    assert read.frame("footer") == [f"{two[0].plan}\nPage 1 of 1"]
    (footer,) = (name for name in read.names if name.startswith("word/footer"))
    fields = [field.get(f"{W}instr") for field in read.xml(footer).iter(f"{W}fldSimple")]
    assert fields == [" PAGE ", " NUMPAGES "]


def test_properties_say_what_it_is_in_which_language_and_no_time(two: list[Page]) -> None:
    data = word_bytes(Book("Papers", two))
    core = docx.Document(io.BytesIO(data)).core_properties
    assert (core.title, core.subject, core.author, core.language) == ("Papers", two[0].plan, "sscb-graph", "en-GB")
    assert {core.created, core.modified} == {core.created}
    assert core.created is not None
    assert core.created.year == 1980
    read = WordFile(data)
    languages = [each.get(f"{W}val") for each in read.xml("word/styles.xml").iter(f"{W}lang")]
    assert languages == ["en-GB"]
    assert {info.date_time for info in read.zip.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not [name for name in read.names if "thumbnail" in name or "customXml" in name]


def test_a_title_of_any_length_and_kind_is_a_property() -> None:
    title = "Long\n" * 200 + "\x00"
    data = word_bytes(Book(title, [Page("", [], "", [], [])]))
    assert len(docx.Document(io.BytesIO(data)).core_properties.title) <= 255


def test_the_same_book_has_the_same_bytes(two: list[Page], monkeypatch: pytest.MonkeyPatch) -> None:
    book = Book("Papers", [replace(two[0], picture=picture()), two[1]])
    first = word_bytes(book)
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 5, 6, 7, 8, 9, 1, 126, 0))
    assert word_bytes(book) == first


def png() -> bytes:
    """A white dot."""
    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\x00\xff")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def picture(width: float = 400, height: float = 200, data: bytes | None = None) -> PagePicture:
    outline = "Structure\n=========\n\n24 bodies.\n\n- Board: board\n  Leads 2.6.\n  - Business Group: new\n"
    return PagePicture("Structure", 'Boxes & "lines"', b"", width, height, outline, png() if data is None else data)


_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def test_a_picture_has_its_description_and_the_same_in_words(two: list[Page]) -> None:
    read = written(replace(two[0], picture=picture()), title=two[0].heading)
    (properties,) = read.body.iter(f"{_DRAWN}docPr")
    assert (properties.get("title"), properties.get("descr")) == ("Structure", 'Boxes & "lines"')
    *_, title, drawn, below, first, board, leads, group = read.paragraphs
    assert (title, drawn.text) == (Paragraph("heading 1", "The picture"), "")
    assert below == Paragraph("heading 1", "The picture in words")
    assert [each.text for each in (first, board, leads, group)] == [
        "24 bodies.",
        "- Board: board",
        "Leads 2.6.",
        "- Business Group: new",
    ]
    indents = [(each.get(f"{W}left"), each.get(f"{W}hanging")) for each in read.body.iter(f"{W}ind")][-4:]
    assert indents == [("180", "180"), ("180", "180"), ("360", "180"), ("360", "180")]


def test_a_picture_is_no_larger_than_its_page_and_keeps_its_shape(two: list[Page]) -> None:
    for width, height, turned in ((4000, 1000, True), (300, 3000, False), (100, 50, False)):
        read = written(replace(two[0], picture=picture(width, height)), title=two[0].heading)
        (extent,) = read.body.iter(f"{_DRAWN}extent")
        across, along = int(extent.get("cx", "")) / 12700, int(extent.get("cy", "")) / 12700
        assert across / along == pytest.approx(width / height, rel=0.01)
        assert across <= min(width, (841.9 if turned else 595.3) - 113)
        assert along <= min(height, (595.3 if turned else 841.9) - 113)
        assert ((16838, 11906) in read.sections) is turned


def test_the_lines_that_end_an_answer_stay_with_what_is_above_them(two: list[Page]) -> None:
    read = written(two[0], title=two[0].heading)
    last = [each for each in read.body.iter(f"{W}p") if any(text.text for text in each.iter(f"{W}t"))][-3:]
    assert [each.find(f"{W}pPr/{W}keepNext") is not None for each in last] == [True, True, False]


def test_a_picture_without_pixels_is_told_in_words(two: list[Page]) -> None:
    read = written(replace(two[0], picture=picture(data=b"")), title=two[0].heading)
    assert read.paragraphs[-5].text == "The picture in words"
    assert not list(read.body.iter(f"{_DRAWN}docPr"))


#: Each text, and what of it is shown.
HOSTILE = {
    "<w:p><w:r/></w:p> & &amp; ]]> <!-- -->": None,
    '=HYPERLINK("http://x.example")': None,
    "{ PAGE } { INCLUDETEXT http://x.example } TOC \\o": None,
    "http://x.example \\\\server\\share": None,
    "two\nlines\tand a tab": None,
    " two  spaces ": None,
    "a" * 5000: None,
    "a\x00b\x08c\x0bd\re\x1b": "a\\x00b\\x08c\\x0bd\\re\\x1b",
    "\u202egnp.exe \u2066x\u2069": "\\u202egnp.exe \\u2066x\\u2069",
    "\ud800 and \udfff": "\\ud800 and \\udfff",
    "\ufeff\ufffe\uffff": "\\ufeff\\ufffe\\uffff",
    "Neglect שלום עולם 12, مرحبا (x)": None,
    "👨\u200d👩\u200d👧 e\u0301 日本": None,
}


def page_of(text: str) -> Page:
    columns = (Text("name", text), Number("number"), Status("status"))
    table = PageTable(columns, [[text, "1", text]], text, [1], [[text, 1, text]])
    parts: list[Part] = [table, table, PageList(text, [("1-3", text), ("-", text)]), PageText([text])]
    shape = PagePicture(text, text, b"", 100, 50, f"{text.splitlines()[0]}", png())
    return Page(text, [text], text, parts, [text], plan=text, picture=shape, draft=True)


def shown_page(text: str) -> tuple[list[Paragraph], list[list[list[str]]]]:
    """What is read of such a page, the picture and its text not counted, in a book of two."""
    page = page_of(text)
    return list(lines(page, "heading 2")), tables(page)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(text: str) -> None:
    shown = HOSTILE[text] or text
    read = written(page_of(text), page_of(text), title=text)
    below, cells = shown_page(shown)
    assert read.tables == cells * 2
    paragraphs = [each for each in read.paragraphs if each != Paragraph("Answer Closing", "")]
    assert paragraphs[:4] == [
        Paragraph("Title", shown),
        Paragraph("TOC Heading", "Contents"),
        *(Paragraph("toc 1", f"{at}. {shown}") for at in (1, 2)),
    ]
    assert paragraphs[4] == Paragraph("heading 1", f"1. {shown}")
    assert paragraphs[5 : 5 + len(below)] == below
    assert read.frame("footer") == [f"{shown}\nPage 1 of 1"]
    # Nothing but the picture and the link of the contents leads anywhere.
    for name in read.names:
        if name.endswith(".rels"):
            assert all(each.get("TargetMode") != "External" for each in read.xml(name))
    fields = [each.text for each in read.body.iter(f"{W}instrText")]
    assert fields == ['TOC \\o "1-1" \\h \\n \\z']
    assert not list(read.body.iter(f"{W}fldSimple"))


def test_right_to_left_words_are_runs_of_their_own() -> None:
    read = written(Page("Papers", [], "Neglect שלום עולם 12, then مرحبا (x)", [], []), title="Papers")
    runs = [
        ("".join(each.text or "" for each in run.iter(f"{W}t")), run.find(f"{W}rPr/{W}rtl") is not None)
        for run in read.body.iter(f"{W}r")
    ][1:]
    assert runs == [("Neglect ", False), ("שלום עולם", True), (" 12, then ", False), ("مرحبا", True), (" (x)", False)]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=12), min_size=1, max_size=4))
@example(["\x85", "\u2028", "\U0001fffe"])
def test_any_texts_make_a_file_that_opens(texts: Sequence[str]) -> None:
    columns = tuple(Text(f"column {at}", "name") for at, text in enumerate(texts))
    table = PageTable(columns, [texts, texts], texts[0])
    page = Page(texts[-1], texts, texts[0], [table, PageList(texts[0], [(text, text) for text in texts])], texts)
    data = word_bytes(Book(texts[0], [page, page]))
    assert len(docx.Document(io.BytesIO(data)).tables) == 2
    first, second = WordFile(data).tables
    assert first == second
    assert first[1] == first[2]
    for text, cell in zip(texts, first[1], strict=True):
        if text.isprintable():
            assert cell == text


def test_a_status_is_a_word_on_a_fill_that_means_it() -> None:
    values: list[list[Any]] = [["Amber"], ["amber (recorded)"], [None], ["Blue"]]
    table = PageTable((Status("status"),), [["Amber"], ["x"], ["not recorded"], ["Blue"]], "", [], values)
    read = written(Page("Papers", [], "", [table], []), title="Papers")
    fills = [[fill.get(f"{W}fill") for fill in row.iter(f"{W}shd")] for row in read.rows[0]]
    assert fills == [[], ["ffd58a"], [], [], []]


def test_empty_books_and_pages_are_documents() -> None:
    assert written(title="Nothing").paragraphs == [Paragraph("Title", "Nothing")]
    bare = Page("", [], "", [], [])
    assert written(bare, title="Nothing").paragraphs == [Paragraph("Title", "Nothing")]
    table = PageTable((Text("name"),), [], "")
    assert written(replace(bare, parts=[table]), title="Nothing").tables == [[["name"]]]


def test_no_two_tables_touch() -> None:
    table = PageTable((Text("name"),), [["a"]])
    read = written(Page("Papers", [], "", [table, table], []), title="Papers")
    for first, second in pairwise(read.body):
        assert {first.tag, second.tag} != {f"{W}tbl"}
