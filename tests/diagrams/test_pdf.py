"""A picture as PDF: its words stay text in the type that it was measured in, and it says what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pypdf import PdfReader

from sscb_graph.drawing.outline import outline
from sscb_graph.drawing.render import render_pages, render_picture
from sscb_graph.paper import find_page
from sscb_graph.pictures.picture import Box, Picture
from tests.diagrams.drawing import joined, svg_of
from tests.pdf.reader import attachments, bookmarks, language, read, read_structure, squeeze

NAMES = ("structure", "trace-ofsted-22", "priority-2", "coverage", "timeline")


def pdf_of(*drawn: Picture) -> PdfReader:
    return read(render_pages(drawn).data)


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_text_in_arimo_on_the_smallest_page(name: str, drawn: dict[str, Picture]) -> None:
    picture = drawn[name]
    reader = pdf_of(picture)
    (page,) = reader.pages
    (figure,) = read_structure(reader).all("Figure")
    assert sorted(figure.text) == sorted(squeeze(joined(svg_of(picture))))
    assert figure.alt == f"{picture.title}\n{picture.description}"
    fonts = {str(font.get_object()["/BaseFont"])[8:] for font in _fonts(page["/Resources"])}
    assert fonts <= {"Arimo-Regular", "Arimo-Bold"}
    svg = render_picture(picture, "svg")
    assert svg.width
    assert svg.height
    paper = find_page(svg.width, svg.height)
    assert (page.mediabox.width, page.mediabox.height) == pytest.approx((paper.width, paper.height), abs=0.1)


def test_it_says_what_it_is_and_has_the_same_as_text_inside(drawn: dict[str, Picture]) -> None:
    first, second = drawn["structure"], drawn["timeline"]
    reader = pdf_of(first, second)
    assert reader.metadata
    assert reader.metadata.title == first.title
    assert bookmarks(reader) == {first.title: 1, second.title: 2}
    assert language(reader) == "en-GB"
    text = f"{outline(first)}\n\n{outline(second)}"
    assert attachments(reader) == {"structure.txt": text.encode()}


def test_the_same_pictures_have_the_same_bytes(drawn: dict[str, Picture]) -> None:
    both = [drawn["structure"], drawn["coverage"]]
    assert render_pages(both).data == render_pages(both).data


def test_what_has_no_type_stands_as_a_code_and_right_to_left_words_in_their_order() -> None:
    # 4 letters, which the page has from the right to the left.
    hebrew = "\u05d5\u05e2\u05d3\u05d4"
    picture = Picture("x", '#import "a"', "point", (Box("a", f"Board \U0001f389 {hebrew}", "group", ""),))
    (figure,) = read_structure(pdf_of(picture)).all("Figure")
    assert r"\U0001f389" in figure.text
    assert hebrew[::-1] in figure.text
    assert '#import"a"' in figure.text


def _fonts(resources: Any) -> Iterator[Any]:
    """The fonts of a page and of the drawings on it."""
    yield from resources.get("/Font", {}).values()
    for drawing in resources.get("/XObject", {}).values():
        yield from _fonts(drawing.get_object().get("/Resources", {}))
