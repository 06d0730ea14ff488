"""SVG -> PDF on a page of A4, or of the smallest larger size that holds it unscaled."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from sscb_graph.drawing.drawing import Drawing
from sscb_graph.drawing.glyphs import font_file
from sscb_graph.drawing.paper import find_page
from sscb_graph.errors import EngineFailed
from sscb_graph.pictures.picture import Picture

_FONT = "Arimo"


def bind_pages(pages: Sequence[tuple[Drawing, Picture]]) -> Drawing:
    """SVG drawings on a page each, their type embedded; the same bytes for the same drawings. Raises EngineFailed.

    Its size is that of the first drawing.
    """
    from reportlab.graphics import renderPDF
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas
    from svglib.fonts import register_font
    from svglib.svglib import svg2rlg

    pdfmetrics.registerFont(TTFont(_FONT, str(font_file())))
    register_font(_FONT, str(font_file()))
    out = BytesIO()
    canvas = Canvas(out, invariant=1, lang="en-GB")
    canvas.setTitle(pages[0][1].title)
    canvas.setSubject(pages[0][1].description)
    canvas.setCreator("sscb-graph")
    canvas.setAuthor("sscb-graph")
    for svg, picture in pages:
        drawing = svg2rlg(BytesIO(_in_one_font(svg.data)))
        if drawing is None:
            raise EngineFailed("svglib", "it cannot read the SVG")
        _, width, height = find_page(drawing.width, drawing.height)
        canvas.setPageSize((width, height))
        canvas.bookmarkPage(picture.name)
        canvas.addOutlineEntry(picture.title, picture.name)
        renderPDF.draw(drawing, canvas, (width - drawing.width) / 2, (height - drawing.height) / 2)
        canvas.showPage()
    canvas.save()
    first = pages[0][0]
    return Drawing(out.getvalue(), "pdf", first.width, first.height)


def _in_one_font(svg: bytes) -> bytes:
    """The drawing in the one font that is at hand everywhere."""
    from xml.etree import ElementTree as ET

    root = ET.fromstring(svg)  # noqa: S314 - written by us
    for text in root.iter("{http://www.w3.org/2000/svg}text"):
        text.set("font-family", _FONT)
    return ET.tostring(root)
