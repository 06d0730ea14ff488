"""A picture in a Word document: as pixels with its description for those who do not see it, and as text below."""

from __future__ import annotations

from io import BytesIO

from docx.shared import Pt

from sscb_graph.formats.page import PagePicture
from sscb_graph.formats.word_looks import OUTLINE
from sscb_graph.formats.word_sheet import Sheet
from sscb_graph.formats.xml_text import xml_text

#: Of the height of a page, how much a picture takes at most: its heading stands above it.
_HIGHEST = 0.88
#: How far a level of the text is indented, and a line that goes on beside its first, in points.
_LEVEL = 9


def is_wide(picture: PagePicture, sheet: Sheet) -> bool:
    """Whether an upright page would make a picture smaller than a wide one does."""
    return _scale(picture, sheet, wide=True) > _scale(picture, sheet, wide=False)


def _scale(picture: PagePicture, sheet: Sheet, *, wide: bool) -> float:
    width, height = sheet.room_of(wide=wide)
    return min(1.0, width / picture.width, _HIGHEST * height / picture.height)


def add_picture(sheet: Sheet, picture: PagePicture) -> None:
    """Adds a picture, no larger than it is and than a page, with its description for those who do not see it."""
    width, height = sheet.room
    scale = min(1.0, width / picture.width, _HIGHEST * height / picture.height)
    shape = sheet.document.add_picture(BytesIO(picture.png), Pt(picture.width * scale), Pt(picture.height * scale))
    properties = shape._inline.docPr
    properties.set("title", xml_text(picture.title))
    properties.set("descr", xml_text(picture.description))


def add_outline(sheet: Sheet, picture: PagePicture) -> None:
    """Adds what a picture shows as text."""
    blank = False
    for level, text in picture.lines:
        if text:
            sheet.add(text, OUTLINE, indent=level * _LEVEL, hanging=_LEVEL, spaced=blank)
        blank = not text
