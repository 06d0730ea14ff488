"""SVG -> PDF on a page of A4, or of the smallest larger size that holds it unscaled."""

from __future__ import annotations

from io import BytesIO

from sscb_graph.errors import EngineFailed
from sscb_graph.render.diagrams.glyphs import font_file
from sscb_graph.render.diagrams.picture import Picture
from sscb_graph.render.diagrams.svg import description

#: The sides of ISO 216 pages in points, the longer first; and the margin that printers need.
PAGES = {"A4": (842, 595), "A3": (1191, 842), "A2": (1684, 1191), "A1": (2384, 1684), "A0": (3370, 2384)}
MARGIN = 18
_FONT = "Arimo"


def page(width: float, height: float) -> tuple[str, float, float]:
    """The page that holds a drawing of a size in points: its name, width and height."""
    for name, (longer, shorter) in PAGES.items():
        for across, down in ((longer, shorter), (shorter, longer)):
            if width <= across - 2 * MARGIN and height <= down - 2 * MARGIN:
                return name, across, down
    return "a page of its own size", width + 2 * MARGIN, height + 2 * MARGIN


def sheet(data: bytes, form: str) -> str:
    """The paper that a written picture needs, in words."""
    import re

    pattern = (
        rb'width="([0-9.]+)pt" height="([0-9.]+)pt"' if form == "svg" else rb"/MediaBox \[ 0 0 ([0-9.]+) ([0-9.]+) ]"
    )
    found = re.search(pattern, data)
    if not found:
        return "of no known size"
    width, height = float(found[1]), float(found[2])
    if form == "pdf":
        width, height = width - 2 * MARGIN, height - 2 * MARGIN
    name, across, down = page(width, height)
    return f"{name} {'landscape' if across > down else 'portrait'}"


def as_pdf(svg: bytes, picture: Picture) -> bytes:
    """The drawing on one page, its type embedded; the same bytes for the same drawing."""
    from reportlab.graphics import renderPDF
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas
    from svglib.fonts import register_font
    from svglib.svglib import svg2rlg

    pdfmetrics.registerFont(TTFont(_FONT, str(font_file())))
    register_font(_FONT, str(font_file()))
    drawing = svg2rlg(BytesIO(_one_font(svg)))
    if drawing is None:
        raise EngineFailed("svglib", "it cannot read the SVG")
    _, width, height = page(drawing.width, drawing.height)
    written = BytesIO()
    canvas = Canvas(written, pagesize=(width, height), invariant=1, lang="en-GB")
    canvas.setTitle(picture.title)
    canvas.setSubject(description(picture))
    canvas.setCreator("sscb-graph")
    renderPDF.draw(drawing, canvas, (width - drawing.width) / 2, (height - drawing.height) / 2)
    canvas.showPage()
    canvas.save()
    return written.getvalue()


def _one_font(svg: bytes) -> bytes:
    """The drawing in the one font that is at hand everywhere."""
    from xml.etree import ElementTree as ET

    root = ET.fromstring(svg)  # noqa: S314 - written by us
    for text in root.iter("{http://www.w3.org/2000/svg}text"):
        text.set("font-family", _FONT)
    return ET.tostring(root)
