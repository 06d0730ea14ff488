"""The texts below a table in HTML, each after the numbers of its rows, which lead to the rows and back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from sscb_graph.formats.html_text import add, add_text
from sscb_graph.formats.page import Page, PageList, PageTable

_NUMBER = re.compile(r"(\d+)")


class RowLinks:
    """The ids of the numbered rows of a page, and of the first text that is about each row."""

    def __init__(self, page: Page, key: str) -> None:
        self._key = key
        self._rows = {number for part in page.parts if isinstance(part, PageTable) for number in part.numbers}
        self._texts: dict[int, str] = {}
        #: The ids of the texts that rows lead to, by the places of the list among the parts and of the text in it.
        self.ids: dict[tuple[int, int], str] = {}
        for at, part in enumerate(page.parts):
            for place, (mark, _) in enumerate(part.items if isinstance(part, PageList) else ()):
                self._add(at, place, [number for number in numbers_in(mark) if number not in self._texts])

    def _add(self, part: int, place: int, numbers: Sequence[int]) -> None:
        """Notes that a text is the first about some rows."""
        if numbers:
            text = f"{self._key}t{numbers[0]}"
            self.ids[part, place] = text
            self._texts.update(dict.fromkeys(numbers, text))

    def row_id(self, number: int) -> str:
        """The id of a row."""
        return f"{self._key}r{number}"

    def text_of(self, number: int) -> str | None:
        """The id of the first text about a row; None for none."""
        return self._texts.get(number)

    def leads_to(self, number: int) -> bool:
        """Whether a row has the number."""
        return number in self._rows


def numbers_in(mark: str) -> Iterator[int]:
    """The row numbers in a mark; none in a dash.

    >>> list(numbers_in("1-3, 5"))
    [1, 2, 3, 5]
    """
    for run in mark.split(", "):
        first, _, last = run.partition("-")
        if first.isdecimal():
            yield from range(int(first), int(last or first) + 1)


def add_list(parent: Element, part: PageList, at: int, links: RowLinks, level: int) -> None:
    """Adds a list under its title: of texts with the numbers of their rows, or of notes."""
    if part.title:
        add(parent, f"h{level}", part.title)
    if any(_NUMBER.search(mark) for mark, _ in part.items):
        _add_numbered(parent, part.items, at, links)
        return
    notes = add(parent, "ul")
    for _, text in part.items:
        add(notes, "li", text).tail = "\n"


def _add_numbered(parent: Element, items: Sequence[tuple[str, str]], at: int, links: RowLinks) -> None:
    texts = add(parent, "dl")
    for place, (mark, text) in enumerate(items):
        text_id = links.ids.get((at, place))
        term = add(texts, "dt", id=text_id) if text_id else add(texts, "dt")
        for piece in _NUMBER.split(mark):
            if piece.isdecimal() and links.leads_to(int(piece)):
                add(term, "a", piece, href=f"#{links.row_id(int(piece))}")
            else:
                add_text(term, piece)
        add(texts, "dd", text).tail = "\n"
