"""Which paper holds a drawing at its own size, at which no type is under 8 points."""

from __future__ import annotations

from typing import NamedTuple

#: The sides of ISO 216 pages in points, the longer first; and the margin that printers need.
PAGES = {"A4": (842, 595), "A3": (1191, 842), "A2": (1684, 1191), "A1": (2384, 1684), "A0": (3370, 2384)}
MARGIN = 12


class Page(NamedTuple):
    """A page, its sides in points."""

    name: str
    width: float
    height: float


def find_page(width: float, height: float) -> Page:
    """The smallest page that holds a drawing of a size in points unscaled, in either direction."""
    for name, (longer, shorter) in PAGES.items():
        for across, down in ((longer, shorter), (shorter, longer)):
            if width <= across - 2 * MARGIN and height <= down - 2 * MARGIN:
                return Page(name, across, down)
    return Page("a page of its own size", width + 2 * MARGIN, height + 2 * MARGIN)
