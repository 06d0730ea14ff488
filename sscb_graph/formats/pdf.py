"""A book as a PDF: tagged and lasting, its pages drawn by pdf.typ, with the answers themselves attached as JSON."""

from __future__ import annotations

from typing import Any

from sscb_graph.errors import listed
from sscb_graph.formats.page import PICTURE_IN_WORDS, Book, Page, PageList, PagePicture, PageTable, PageText
from sscb_graph.formats.pdf_tables import MeasuredTable, measure
from sscb_graph.formats.pdf_text import SIZES, Sheet
from sscb_graph.paper import MARGIN, find_page
from sscb_graph.typesetting.characters import Characters, code
from sscb_graph.typesetting.document import Attachment, make_pdf, template
from sscb_graph.typesetting.svg import show_svg

#: The name of the answers inside the file.
ATTACHED = "answers.json"
#: How many characters of a plan's sentence the foot of a page has room for; the page itself has it whole.
_FOOT = 100
#: The white around a picture in points, at its sides, and above and below, where the word DRAFT and the foot stand.
_MARGINS = (20.0, 42.0)


def pdf_bytes(book: Book, attached: bytes) -> bytes:
    """The PDF of a book, with the JSON of its answers (UTF-8) attached; the same bytes for the same.

    Raises NoTypesetter where this machine cannot make PDF.
    """
    characters = Characters()
    title = characters.show(_titled(book.title))
    pages = [_page(page, characters) for page in book.pages]
    feet = {page["foot"] for page in pages}
    if codes := _codes(characters):
        pages[-1]["closing"].append(Sheet(characters).show(codes))
    alone = [page.heading for page in book.pages] == [book.title]
    data = {
        "sizes": SIZES,
        # The only page is headed by its own question.
        "title": "" if alone else Sheet(characters).show(title, SIZES["title"]),
        "contents": len(pages) > 1,
        "led": book.led,
        "draft": book.draft,
        "foot": feet.pop() if len(feet) == 1 else "",
        "pages": pages,
    }
    answers = Attachment(ATTACHED, attached.decode(), "application/json", "The answers as JSON", "data")
    return make_pdf(template("sscb_graph.formats", "pdf.typ"), data, title=title, attachments=[answers])


def _page(page: Page, characters: Characters) -> dict[str, Any]:
    parts = [measure(part, characters) if isinstance(part, PageTable) else part for part in page.parts]
    landscape = any(isinstance(part, MeasuredTable) and part.wide for part in parts)
    sheet = Sheet(characters, landscape=landscape)
    return {
        "landscape": landscape,
        "drawn": page.only_drawn,
        "draft": page.draft,
        "foot": sheet.show(page.plan if len(page.plan) <= _FOOT else f"{page.plan[:_FOOT]} ...", SIZES["small"]),
        "heading": sheet.show(_titled(page.heading), SIZES["heading"]),
        "subjects": [sheet.show(subject) for subject in page.subjects],
        "headline": sheet.show(page.headline, SIZES["headline"]),
        "parts": [_part(part, sheet) for part in parts],
        "plan": sheet.show(page.plan),
        "closing": [sheet.show(sentence) for sentence in page.closing],
        "picture": _picture(page.picture, sheet) if page.picture else None,
    }


def _part(part: MeasuredTable | PageList | PageText, sheet: Sheet) -> dict[str, Any]:
    match part:
        case MeasuredTable():
            return part.fitted(sheet)
        case PageList():
            items = [[sheet.characters.show(mark), sheet.show(text)] for mark, text in part.items]
            return {"kind": "list", "title": sheet.show(part.title, SIZES["subheading"]), "items": items}
        case PageText():
            title = sheet.show(part.title, SIZES["subheading"])
            return {"kind": "text", "title": title, "sentences": [sheet.show(each) for each in part.sentences]}


def _picture(picture: PagePicture, sheet: Sheet) -> dict[str, Any]:
    """A picture on a sheet of its own, which holds it unscaled, and the same as text."""
    across, down = _MARGINS
    paper = find_page(picture.width + 2 * (across - MARGIN), picture.height + 2 * (down - MARGIN))
    return {
        "title": sheet.show(picture.title, SIZES["subheading"]),
        "alt": sheet.characters.show(picture.description),
        "svg": show_svg(picture.svg, sheet.characters),
        "size": [picture.width, picture.height],
        "paper": [paper.width, paper.height],
        "margins": _MARGINS,
        "heading": PICTURE_IN_WORDS,
        "outline": [[level, sheet.show(line, SIZES["small"], level * SIZES["small"])] for level, line in picture.lines],
    }


def _titled(title: str) -> str:
    """A title that is not blank, which PDF/UA forbids."""
    return title if title.strip() else "Answers"


def _codes(characters: Characters) -> str:
    """Which characters stand as codes, as a sentence; "" where none do."""
    codes = list(map(code, characters.missing))
    return f"The type of this PDF lacks some characters, whose codes stand for them: {listed(codes)}." if codes else ""
