"""A board's own Word document as the template of a book: its looks are used, its words are not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from sscb_graph.errors import BadTemplate
from sscb_graph.formats.page import Book, Page, PageList, PageTable
from sscb_graph.formats.word import word_bytes
from sscb_graph.questions.columns import Text
from tests.formats.test_word import png
from tests.formats.word_file import Paragraph, W, WordFile

TYPES = "[Content_Types].xml"
WORDS = "Minutes of a closed session"
TABLE = PageTable((Text("name"), Text("leads")), [["2.2", "Neglect Group"]], "Actions", [1])
PAGE = Page(
    "Ofsted 22", [], "1 action cites it.", [TABLE, PageList("Notes", [("-", "A note.")])], ["1 row."], plan="Plan."
)
DRAFT = Page("Ofsted 22", [], "1 action cites it.", [TABLE], ["1 row."], plan="DRAFT: Plan.", draft=True)
Change = Callable[[Document], object]


def template(*changes: Change) -> bytes:
    """A document of a board, with its text."""
    document = docx.Document()
    document.add_heading(WORDS)
    document.add_paragraph(WORDS).add_run().add_picture(io.BytesIO(png()))
    document.core_properties.author = "A secretary"
    for change in changes:
        change(document)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def renamed(data: bytes, old: str, new: str, member: str = TYPES) -> bytes:
    """A file in which a word of a member is another."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(changed, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            assert name != member or old.encode() in text
            target.writestr(name, text.replace(old.encode(), new.encode()) if name == member else text)
    return changed.getvalue()


def made(data: bytes, *pages: Page) -> WordFile:
    return WordFile(word_bytes(Book("Papers", pages or (PAGE,)), data))


def everything(read: WordFile) -> bytes:
    return b"".join(read.zip.read(name) for name in read.names)


def test_the_text_of_a_template_goes_and_all_that_belongs_to_it() -> None:
    read = made(template())
    assert read.texts("Title", "heading 1") == ["Papers", "Ofsted 22"]
    assert WORDS.encode() not in everything(read)
    assert b"A secretary" not in everything(read)
    assert not [name for name in read.names if "media" in name]


def test_styles_are_those_of_a_template() -> None:
    def restyled(document: Document) -> None:
        document.styles["Heading 1"].font.size = Pt(31)
        document.styles["Normal"].font.name = "Gill Sans MT"

    styles = made(template(restyled)).xml("word/styles.xml")
    (heading,) = (each for each in styles if each.get(f"{W}styleId") == "Heading1")
    assert heading.find(f"{W}rPr/{W}sz").get(f"{W}val") == "62"  # type: ignore[union-attr]
    names = [name.get(f"{W}val", "").lower() for name in styles.iter(f"{W}name")]
    assert len(names) == len(set(names))


def test_styles_that_a_template_lacks_are_added() -> None:
    def poor(document: Document) -> None:
        for style in list(document.styles):
            if style.name not in {"Normal", "Default Paragraph Font", "Normal Table"}:
                style.delete()
        keys = [key for key, each in document.part.rels.items() if each.reltype == RELATIONSHIP_TYPE.NUMBERING]
        del document.part.rels[keys[0]]

    read = made(template(poor))
    assert Paragraph("List Bullet", "A note.") in read.paragraphs
    assert Paragraph("Answer Headline", "1 action cites it.") in read.paragraphs
    numbering = read.xml("word/numbering.xml")
    (bullets,) = (each for each in read.xml("word/styles.xml") if each.get(f"{W}styleId") == "ListBullet")
    number = bullets.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")  # type: ignore[union-attr]
    assert [each.get(f"{W}numId") for each in numbering.iter(f"{W}num")] == [number]


def test_styles_are_found_by_their_names_whatever_their_ids_are() -> None:
    def translated(document: Document) -> None:
        document.styles["Heading 1"].element.set(qn("w:styleId"), "berschrift1")

    read = made(template(translated))
    (heading,) = (each for each in read.body.iter(f"{W}p") if read.paragraph(each).text == "Ofsted 22")
    assert heading.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "berschrift1"  # type: ignore[union-attr]


def test_styles_are_based_on_the_plain_one_though_nothing_says_that_it_is_the_default() -> None:
    def unsaid(document: Document) -> None:
        del document.styles["Normal"].element.attrib[qn("w:default")]

    styles = {each.get(f"{W}styleId"): each for each in made(template(unsaid)).xml("word/styles.xml")}
    assert styles["Normal"].get(f"{W}default") == "1"
    assert styles["AnswerCell"].find(f"{W}basedOn").get(f"{W}val") == "Normal"  # type: ignore[union-attr]


def test_the_default_style_of_tables_is_that_of_a_template() -> None:
    def chosen(document: Document) -> None:
        style = document.styles.add_style("Board Table", WD_STYLE_TYPE.TABLE)
        document.settings.element.append(OxmlElement("w:defaultTableStyle", {qn("w:val"): style.style_id}))

    assert [each.get(f"{W}val") for each in made(template(chosen)).body.iter(f"{W}tblStyle")] == ["BoardTable"]
    assert [each.get(f"{W}val") for each in made(template()).body.iter(f"{W}tblStyle")] == ["TableGrid"]


def test_pages_are_set_up_as_those_of_a_template() -> None:
    def narrow(document: Document) -> None:
        document.sections[0].page_width, document.sections[0].left_margin = Cm(15), Cm(4)

    read = made(template(narrow))
    assert read.sections == [(8504, 15840)]
    assert sum(int(each.get(f"{W}w", "")) for each in read.body.iter(f"{W}gridCol")) <= 8504 - 2268


def test_pages_are_not_laid_out_as_a_cover_or_in_columns() -> None:
    def newsletter(document: Document) -> None:
        (columns,) = document.sections[0]._sectPr.iter(qn("w:cols"))
        columns.set(qn("w:num"), "2")
        columns.addprevious(OxmlElement("w:pgNumType", {qn("w:start"): "7"}))
        columns.addnext(OxmlElement("w:vAlign", {qn("w:val"): "center"}))

    (section,) = made(template(newsletter)).body.iter(f"{W}sectPr")
    assert not {f"{W}{name}" for name in ("cols", "pgNumType", "vAlign")} & {each.tag for each in section}


def letterhead(document: Document) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = "Surrey Board"
    section.header.paragraphs[0].add_run().add_picture(io.BytesIO(png()))
    section.footer.paragraphs[0].text = "Official"


def test_headers_and_footers_stay_and_the_draft_and_the_plan_are_added() -> None:
    read = made(template(letterhead), DRAFT)
    assert read.frame("header") == ["Surrey Board\nDRAFT"]
    assert read.frame("footer") == ["Official\nDRAFT: Plan.\nPage 1 of 1"]
    assert [name for name in read.names if "media" in name] == ["word/media/image1.png"]
    assert made(template(letterhead)).frame("header") == ["Surrey Board"]


def test_every_kind_of_page_says_that_it_is_a_draft() -> None:
    def kinds(document: Document) -> None:
        document.sections[0].different_first_page_header_footer = True
        document.sections[0].first_page_header.paragraphs[0].text = "First"
        document.settings.odd_and_even_pages_header_footer = True

    read = made(template(letterhead, kinds), DRAFT)
    assert sorted(read.frame("header")) == ["DRAFT", "First\nDRAFT", "Surrey Board\nDRAFT"]
    assert [text.count("DRAFT: Plan.\nPage 1 of 1") for text in read.frame("footer")] == [1, 1, 1]


def test_headers_that_the_last_section_takes_over_stay() -> None:
    read = made(template(letterhead, lambda document: document.add_section()), DRAFT)
    assert read.frame("header") == ["Surrey Board\nDRAFT"]
    assert len(read.sections) == 1


def field(instruction: str) -> str:
    """Runs of a field that shows a word."""
    return (
        f'<w:p {nsdecls("w")}><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction[:4]}</w:instrText></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction[4:]} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>shown</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def test_pages_are_numbered_once() -> None:
    def numbered(document: Document) -> None:
        document.sections[0].footer._element.append(parse_xml(field("PAGE")))

    assert made(template(numbered)).frame("footer") == ["\nshown\nPlan."]


@pytest.mark.parametrize(
    "instruction",
    ['INCLUDEPICTURE "http://x.example/a.png"', "DDEAUTO cmd /c", 'LINK Excel "a"', "quote INCLUDETEXT x"],
)
def test_fields_that_fetch_or_run_something_become_what_they_show(instruction: str) -> None:
    def fetching(document: Document) -> None:
        header = document.sections[0].header._element
        header.append(parse_xml(field(instruction)))
        simple = f"<w:fldSimple w:instr='{instruction}'><w:r><w:t>also</w:t></w:r></w:fldSimple>"
        header.append(parse_xml(f"<w:p {nsdecls('w')}>{simple}</w:p>"))

    read = made(template(fetching))
    assert read.frame("header") == ["\nshown\nalso"]
    assert instruction.encode()[5:] not in everything(read)
    assert b"fldSimple" not in read.zip.read(next(name for name in read.names if "header" in name))


def test_nothing_outside_a_template_is_followed() -> None:
    def linked(document: Document) -> None:
        for kind, target in (
            ("attachedTemplate", "file://server/board.dotm"),
            ("mailMergeSource", "http://x.example/m"),
        ):
            key = document.part._settings_part.relate_to(target, f"{_KINDS}/{kind}", is_external=True)
            name = {"attachedTemplate": "attachedTemplate", "mailMergeSource": "mailMerge"}[kind]
            document.settings.element.insert(0, OxmlElement(f"w:{name}", {qn("r:id"): key}))
        header = document.sections[0].header
        header.paragraphs[0].add_run().add_picture(io.BytesIO(png()))
        key = header.part.relate_to("http://x.example/spy.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
        (picture,) = header._element.iter(qn("a:blip"))
        del picture.attrib[qn("r:embed")]
        picture.set(qn("r:link"), key)

    read = made(template(linked))
    assert b"x.example" not in everything(read)
    assert b"file://" not in everything(read)
    assert not {f"{W}attachedTemplate", f"{W}mailMerge"} & {each.tag for each in read.xml("word/settings.xml")}
    (header,) = (name for name in read.names if "header" in name and "rels" not in name)
    assert not list(read.xml(header).iter(f"{W}drawing"))


_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_links_to_click_on_stay_in_a_letterhead() -> None:
    def linked(document: Document) -> None:
        header = document.sections[0].header
        key = header.part.relate_to("https://board.example", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        header._element.append(
            parse_xml(
                f"<w:p {nsdecls('w', 'r')}><w:hyperlink r:id='{key}'><w:r><w:t>Board</w:t></w:r></w:hyperlink></w:p>"
            )
        )

    assert b"https://board.example" in everything(made(template(linked)))


def test_macros_go() -> None:
    def with_macros(document: Document) -> None:
        kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
        part = Part(PackURI("/word/vbaProject.bin"), "application/vnd.ms-office.vbaProject", b"AutoOpen", None)
        document.part.relate_to(part, kind)

    main = "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    for kind in (
        "vnd.ms-word.document.macroEnabled.main+xml",
        "vnd.ms-word.template.macroEnabledTemplate.main+xml",
        "vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ):
        read = made(renamed(template(with_macros), main, kind))
        assert b"AutoOpen" not in everything(read)
        assert main.encode() in read.zip.read("[Content_Types].xml")


def test_what_hinders_a_reader_goes() -> None:
    def protected(document: Document) -> None:
        document.settings.element.insert(0, OxmlElement("w:documentProtection", {qn("w:enforcement"): "1"}))

    assert b"documentProtection" not in everything(made(template(protected)))


def test_headings_that_number_themselves_are_numbered_once() -> None:
    def numbering(document: Document) -> None:
        look = document.styles["Heading 1"].element.get_or_add_pPr()
        look.get_or_add_numPr().get_or_add_numId().val = 1

    def unnumbering(document: Document) -> None:
        numbering(document)
        document.styles["Heading 1"].element.pPr.numPr.numId.val = 0

    assert made(template(unnumbering), PAGE, PAGE).texts("heading 1") == ["1. Ofsted 22", "2. Ofsted 22"]
    read = made(template(numbering), PAGE, PAGE)
    assert read.texts("heading 1") == ["Ofsted 22", "Ofsted 22"]
    assert read.texts("toc 1") == ["1. Ofsted 22", "2. Ofsted 22"]


def test_the_same_book_and_template_have_the_same_bytes() -> None:
    data = template(letterhead)
    assert word_bytes(Book("Papers", [DRAFT]), data) == word_bytes(Book("Papers", [DRAFT]), data)


def zipped(**members: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        for name, text in members.items():
            file.writestr(name, text)
    return data.getvalue()


@pytest.mark.parametrize("data", [b"", b"\xd0\xcf\x11\xe0 an old .doc", zipped(a="b"), zipped(**{TYPES: "<Types/>"})])
def test_what_is_no_word_document_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(BadTemplate) as refused:
        made(data)
    assert str(refused.value) == "The template cannot be used: it is not a Word document (.docx or .dotx)."


@pytest.mark.parametrize(
    ("old", "new", "member"),
    [
        ("<w:body>", "<w:bodi>", "word/document.xml"),
        ('w:pgSz w:w="12240"', 'w:pgSz w:w="wide"', "word/document.xml"),
        ("wordprocessingml/2006/main", "wordprocessingml/2006/other", "word/styles.xml"),
    ],
)
def test_a_damaged_template_is_refused_with_a_sentence(old: str, new: str, member: str) -> None:
    with pytest.raises(BadTemplate) as refused:
        made(renamed(template(letterhead), old, new, member))
    assert str(refused.value) == "The template cannot be used: it is a damaged Word document."


@pytest.mark.parametrize("kind", ["header", "footer"])
def test_a_header_or_footer_that_is_not_there_is_left_out(kind: str) -> None:
    for old, new in (("r:id=", "r:key="), ('r:id="', 'r:id="x')):
        start = f'w:{kind}Reference w:type="default" '
        read = made(renamed(template(letterhead), start + old, start + new, "word/document.xml"))
        assert read.frame("header") == ([] if kind == "header" else ["Surrey Board"])
        assert read.frame("footer") == ["Official\nPlan.\nPage 1 of 1" if kind == "header" else "Plan.\nPage 1 of 1"]


def test_a_template_that_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sscb_graph.formats.word_template._LARGEST", 1_000_000)
    bomb = io.BytesIO(template())
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/zeros.bin", bytes(2_000_000))
    with pytest.raises(BadTemplate, match="it is larger than 1 MB"):
        made(bomb.getvalue())


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_template_is_used_or_refused(data: st.DataObject) -> None:
    """Bytes of a member are others: what is left either makes a document, or a sentence."""
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as source:
        name = data.draw(st.sampled_from([each for each in source.namelist() if each.endswith((".xml", ".rels"))]))
        text = source.read(name)
        at = data.draw(st.integers(0, min(len(text), 3000) - 1))
        other = data.draw(st.binary(max_size=3))
        changed = io.BytesIO()
        with zipfile.ZipFile(changed, "w") as target:
            for each in source.namelist():
                target.writestr(each, text[:at] + other + text[at + 3 :] if each == name else source.read(each))
    try:
        read = made(changed.getvalue())
    except BadTemplate:
        return
    assert WORDS.encode() not in everything(read)


WHOLE = template(letterhead)
