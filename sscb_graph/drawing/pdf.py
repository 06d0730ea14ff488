"""SVG -> PDF on a page of A4, or of the smallest larger size that holds it unscaled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sscb_graph.drawing.drawing import Drawing
from sscb_graph.drawing.outline import outline
from sscb_graph.paper import find_page
from sscb_graph.pictures.picture import Picture
from sscb_graph.typesetting.characters import Characters
from sscb_graph.typesetting.document import Attachment, make_pdf, template
from sscb_graph.typesetting.svg import show_svg


def bind_pages(pages: Sequence[tuple[Drawing, Picture]]) -> Drawing:
    """SVG drawings on a page each, and all as text in a file attached; the same bytes for the same drawings.

    Its size is that of the first drawing. Raises NoTypesetter where this machine cannot make PDF.
    """
    characters = Characters()
    first, picture = pages[0]
    text = "\n\n".join(outline(each) for _, each in pages)
    data = make_pdf(
        template("sscb_graph.drawing", "pdf.typ"),
        [_page(drawing, each, characters) for drawing, each in pages],
        title=characters.show(picture.title),
        description=characters.show(picture.description),
        attachments=[Attachment(f"{picture.name}.txt", text, "text/plain", "The same as text", "alternative")],
    )
    return Drawing(data, "pdf", first.width, first.height)


def _page(drawing: Drawing, picture: Picture, characters: Characters) -> dict[str, Any]:
    width, height = drawing.width or 0, drawing.height or 0
    paper = find_page(width, height)
    return {
        "title": characters.show(picture.title),
        "alt": characters.show(f"{picture.title}\n{picture.description}"),
        "svg": show_svg(drawing.data, characters),
        "size": [width, height],
        "paper": [paper.width, paper.height],
    }
