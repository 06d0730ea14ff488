"""Several pages as a single one: one of them gives the heading and the answer, and all of them their parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sscb_graph.formats.page import Page, PageTable, PageText, Part


def joined_page(main: Page, pages: Sequence[Page]) -> Page:
    """The parts of some pages in their order, under the heading and headline of the main page, which is one of them."""
    return replace(main, parts=[part for page in pages for part in (page.parts if page is main else _headed(page))])


def _headed(page: Page) -> Iterator[Part]:
    """The headline of a page, and its parts, the first table under its heading."""
    first = next((part for part in page.parts if isinstance(part, PageTable)), None)
    if page.headline:
        yield PageText([page.headline])
    for part in page.parts:
        yield replace(first, title=page.heading) if first and part is first and not first.title else part
