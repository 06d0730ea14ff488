"""What a screen reader gets from a PDF: headings, paragraphs, lists and the cells of tables.

It reads the structure and the marked content of the pages, and knows nothing of what wrote them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject, IndirectObject, StreamObject

_CODE = re.compile(rb"<([0-9A-Fa-f]+)>")


@dataclass
class Element:
    """An element of the structure: its kind, such as H1 or TD, the text directly in it, and what is inside."""

    kind: str
    alt: str = ""
    title: str = ""
    pieces: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text in it, without white space, which a line break may stand for."""
        return "".join(squeeze(piece) if isinstance(piece, str) else piece.text for piece in self.pieces)

    def all(self, *kinds: str) -> Iterator[Element]:
        """Every element of some kinds inside it, in order; of all kinds where none is given."""
        for piece in self.pieces:
            if isinstance(piece, Element):
                if piece.kind in kinds or not kinds:
                    yield piece
                yield from piece.all(*kinds)


def squeeze(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def read_structure(reader: PdfReader) -> Element:
    """The root of the structure."""
    texts = {page.indirect_reference.idnum: _texts(reader, page) for page in reader.pages if page.indirect_reference}
    root: Any = reader.root_object["/StructTreeRoot"]
    whole = Element("Root")
    whole.pieces += _inside(root.get("/K"), None, texts)
    return whole


def tables(root: Element) -> list[list[list[str]]]:
    """The rows of each table, the headings of its columns first."""
    return [[[cell.text for cell in row.all("TH", "TD")] for row in table.all("TR")] for table in root.all("Table")]


def attachments(file: PdfReader) -> dict[str, bytes]:
    """The files inside a PDF, by their names."""
    return {name: data for name, (data,) in file.attachments.items()}


def bookmarks(file: PdfReader) -> dict[str, int]:
    """The pages that the outermost bookmarks lead to, by their titles, counted from 1."""
    marks = [mark for mark in file.outline if not isinstance(mark, list)]
    return {str(mark.title): (file.get_destination_page_number(mark) or 0) + 1 for mark in marks}


def language(file: PdfReader) -> str:
    """The language of the whole document."""
    return str(file.root_object["/Lang"])


def read(data: bytes) -> PdfReader:
    """A PDF, any fault in which is an error."""
    return PdfReader(BytesIO(data), strict=True)


def _inside(kids: Any, page: int | None, texts: dict[int, dict[int, str]]) -> Iterator[Element | str]:
    reference = kids
    kids = kids.get_object() if isinstance(kids, IndirectObject) else kids
    if kids is None:
        return
    if isinstance(kids, list):
        for kid in kids:
            yield from _inside(kid, page, texts)
    elif isinstance(kids, int):
        assert page is not None, reference
        yield texts[page].get(kids, "")
    elif kids.get("/Type") == "/MCR":
        own = kids.raw_get("/Pg").idnum if "/Pg" in kids else page
        assert own is not None
        yield texts[own].get(kids["/MCID"], "")
    elif kids.get("/Type") != "/OBJR":
        own = kids.raw_get("/Pg").idnum if "/Pg" in kids else page
        element = Element(kids["/S"].removeprefix("/"), str(kids.get("/Alt", "")), str(kids.get("/T", "")))
        element.pieces += _inside(kids.raw_get("/K") if "/K" in kids else None, own, texts)
        yield element


def _texts(reader: PdfReader, page: Any) -> dict[int, str]:
    """The text of each marked part of a page, by its number."""
    fonts = {name: _characters(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()}
    found: dict[int, str] = {}
    marks: list[tuple[int | None, bool]] = []
    font: dict[bytes, str] = {}
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in {b"BDC", b"BMC"}:
            properties = operands[1] if operator == b"BDC" and isinstance(operands[1], DictionaryObject) else {}
            number = properties.get("/MCID", marks[-1][0] if marks else None)
            actual = "/ActualText" in properties
            if actual and number is not None:
                found[number] = found.get(number, "") + str(properties["/ActualText"])
            marks.append((number, actual or bool(marks and marks[-1][1])))
        elif operator == b"EMC":
            marks.pop()
        elif operator == b"Tf":
            font = fonts[operands[0]]
        elif operator in {b"Tj", b"TJ"} and marks and marks[-1][0] is not None and not marks[-1][1]:
            strings = operands[0] if operator == b"TJ" else operands
            found[marks[-1][0]] = found.get(marks[-1][0], "") + "".join(_decoded(each, font) for each in strings)
    return found


def _decoded(string: Any, font: dict[bytes, str]) -> str:
    if not isinstance(string, str | bytes):
        return ""
    codes = string if isinstance(string, bytes) else string.original_bytes  # type: ignore[attr-defined]
    return "".join(font[codes[at : at + 2]] for at in range(0, len(codes), 2))


def _characters(font: DictionaryObject) -> dict[bytes, str]:
    """What each code of a font stands for."""
    stream = font["/ToUnicode"].get_object()
    assert isinstance(stream, StreamObject)
    found: dict[bytes, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", stream.get_data(), re.DOTALL):
        codes = [bytes.fromhex(code.decode()) for code in _CODE.findall(block)]
        found |= {code: text.decode("utf-16-be") for code, text in zip(codes[::2], codes[1::2], strict=True)}
    return found
