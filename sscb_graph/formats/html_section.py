"""A page of a book as a section of HTML, in the order in which a page is read."""

from __future__ import annotations

import base64
from xml.etree.ElementTree import Element

from sscb_graph.formats.html_lists import RowLinks, add_list
from sscb_graph.formats.html_table import add_table
from sscb_graph.formats.html_text import add
from sscb_graph.formats.page import PICTURE_IN_WORDS, Page, PageList, PagePicture, PageTable

#: Pixels of CSS per point.
_PIXELS = 96 / 72
#: The width of A4 upright within its margins, in points; what is wider is printed across, so that it can be read.
_UPRIGHT = 516


def add_section(parent: Element, page: Page, place: int, level: int) -> None:
    """Adds a page: its heading at ``level`` (1 where the title of the book is its heading), then all that it says.

    ``place`` is that among the pages of the book: ids of sections and rows begin with it, so that they differ.
    """
    key = f"p{place}"
    section = add(parent, "section", id=key, aria_labelledby="title" if level == 1 else f"{key}-title")
    section.tail = "\n"
    _add_head(section, page, key, level)
    links = RowLinks(page, key)
    tables = 0
    for at, part in enumerate(page.parts):
        if isinstance(part, PageTable):
            tables += 1
            label = f"Table {place}.{tables}: {part.title or page.heading}"
            add_table(section, part, label, page.heading, links, level + 1)
        elif isinstance(part, PageList):
            add_list(section, part, at, links, level + 1)
        else:
            if part.title:
                add(section, f"h{level + 1}", part.title)
            for sentence in part.sentences:
                add(section, "p", sentence)
    if page.picture:
        _add_picture(section, page.picture)
    for line in page.closing:
        add(section, "p", line, class_="small")


def _add_head(section: Element, page: Page, key: str, level: int) -> None:
    if page.draft:
        section.set("class", "of-draft")
    if level > 1 and page.heading:
        add(section, f"h{level}", page.heading, id=f"{key}-title")
    if page.plan:
        add(section, "p", page.plan, class_="plan")
    if page.subjects:
        subjects = add(section, "ul", class_="subjects")
        for subject in page.subjects:
            add(subjects, "li", subject)
    if page.headline:
        add(section, "p", page.headline, class_="headline")


def _add_picture(section: Element, picture: PagePicture) -> None:
    """Adds a picture as an image, in which no script of an SVG runs, and what it shows as text."""
    figure = add(section, "figure")
    if picture.width > max(_UPRIGHT, picture.height):
        figure.set("class", "across")
    # The drawing has its title in it.
    add(figure, "figcaption", picture.title, class_="hidden")
    add(
        figure,
        "img",
        src=f"data:image/svg+xml;base64,{base64.b64encode(picture.svg).decode()}",
        alt=picture.description,
        width=str(round(picture.width * _PIXELS)),
        height=str(round(picture.height * _PIXELS)),
    )
    details = add(section, "details", open="")
    add(details, "summary", PICTURE_IN_WORDS)
    for level, line in picture.lines:
        add(details, "p", line, class_=f"line level{level}")
