"""Reads a Word file back by its XML alone, as no part of the writer does: texts, tables, styles, settings."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KEY = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: the name of its style, and its text."""

    style: str
    text: str


class WordFile:
    """A .docx file."""

    def __init__(self, data: bytes) -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        assert self.zip.testzip() is None

    @property
    def names(self) -> list[str]:
        return self.zip.namelist()

    def xml(self, name: str) -> ET.Element:
        return ET.fromstring(self.zip.read(name))  # noqa: S314 # the tests' own file

    @cached_property
    def body(self) -> ET.Element:
        found = self.xml("word/document.xml").find(f"{W}body")
        assert found is not None
        return found

    @cached_property
    def styles(self) -> dict[str, str]:
        """The names of styles by their ids."""
        return {
            style.get(f"{W}styleId", ""): style.find(f"{W}name").get(f"{W}val", "")  # type: ignore[union-attr]
            for style in self.xml("word/styles.xml").iter(f"{W}style")
        }

    @property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs outside tables, in the order in which they are read."""
        return [self.paragraph(element) for element in self._blocks(self.body) if element.tag == f"{W}p"]

    def texts(self, *styles: str) -> list[str]:
        return [paragraph.text for paragraph in self.paragraphs if paragraph.style in styles]

    @property
    def tables(self) -> list[list[list[str]]]:
        """The rows of each table, each the texts of its cells; headings first."""
        return [[[_cell(cell) for cell in row.iter(f"{W}tc")] for row in rows] for rows in self.rows]

    @property
    def rows(self) -> list[list[ET.Element]]:
        return [list(table.iter(f"{W}tr")) for table in self.body.iter(f"{W}tbl")]

    @property
    def sections(self) -> list[tuple[int, int]]:
        """The width and height of the pages of each section, in twentieths of a point."""
        sizes = [size.attrib for size in self.body.iter(f"{W}pgSz")]
        return [(int(size[f"{W}w"]), int(size[f"{W}h"])) for size in sizes]

    def frame(self, kind: str) -> list[str]:
        """The texts of each header or footer that the document names."""
        related = {each.get("Id"): each.get("Target") for each in self.xml("word/_rels/document.xml.rels")}
        found = [each.get(_KEY) for each in self.body.iter(f"{W}{kind}Reference")]
        return ["\n".join(map(_text, self.xml(f"word/{related[key]}").iter(f"{W}p"))) for key in found]

    def style_of(self, paragraph: ET.Element) -> str:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return self.styles[style.get(f"{W}val", "")] if style is not None else "Normal"

    def paragraph(self, element: ET.Element) -> Paragraph:
        return Paragraph(self.style_of(element), _text(element))

    def _blocks(self, parent: ET.Element) -> Iterator[ET.Element]:
        for element in parent:
            if element.tag == f"{W}sdt":
                yield from self._blocks(element.find(f"{W}sdtContent"))  # type: ignore[arg-type]
            else:
                yield element


def _cell(cell: ET.Element) -> str:
    (paragraph,) = cell.findall(f"{W}p")
    return _text(paragraph)


def _text(paragraph: ET.Element) -> str:
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        element.text or "" if element.tag == f"{W}t" else signs[element.tag]
        for run in paragraph.iter(f"{W}r")
        for element in run
        if element.tag in {f"{W}t", *signs}
    )
