"""A page for people: what an answer shows, in the order in which it is read, whatever writes it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sscb_graph.questions.columns import Column

#: What heads the text of a picture.
PICTURE_IN_WORDS = "The picture in words"
#: What heads the list of the answers of a book.
CONTENTS = "Contents"
#: What underlines the title of a picture's text.
_RULE = re.compile(r"=+")


@dataclass(frozen=True)
class PageTable:
    """A table: its columns, and the cells of each row as people read them; ``title`` heads a part of an answer."""

    columns: tuple[Column, ...]
    rows: Sequence[Sequence[str]]
    title: str = ""
    #: The numbers of its rows, where what stands below a table refers to them.
    numbers: Sequence[int] = ()
    #: What each cell holds, for a form that tells numbers, dates (ISO 8601 text) and lists from text.
    values: Sequence[Sequence[Any]] = ()
    #: What its rows share where the answer is in parts: columns, each with its cell, which the title is made of.
    shared: Sequence[tuple[Column, str]] = ()
    #: What the plan's own words for statuses are counted as; a page says the same in words.
    statuses: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PageList:
    """Texts under a title, each after a mark: the numbers of the rows that it is about, or a dash."""

    title: str
    items: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class PageText:
    """Sentences, each a paragraph of its own, under a title if they have one."""

    sentences: Sequence[str]
    title: str = ""


@dataclass(frozen=True)
class PagePicture:
    """A picture that belongs to an answer, its size in points, and the same as text: what it shows, line by line.

    Two spaces before a line of the text are a level; none is broken, since each form has its own width.
    """

    title: str
    description: str
    svg: bytes
    width: float
    height: float
    outline: str
    #: The same as pixels, for a form that holds no SVG.
    png: bytes = b""

    @property
    def lines(self) -> list[tuple[int, str]]:
        """The level and the text of each line; without the title, which heads the picture already, and its rule."""
        lines = self.outline.splitlines()
        below = lines[2:] if len(lines) > 1 and _RULE.fullmatch(lines[1]) else lines
        return [((len(line) - len(text)) // 2, text) for line in below for text in [line.lstrip(" ")]]


Part: TypeAlias = PageTable | PageList | PageText


@dataclass(frozen=True)
class Page:
    """What was asked, the answer in a few sentences, what it rests on, which plan it is of, and what to ask next."""

    heading: str
    subjects: Sequence[str]
    headline: str
    parts: Sequence[Part]
    closing: Sequence[str]
    next_steps: Sequence[str] = ()
    #: The plan that answers and its period; a ``draft`` is any plan but the shipped one.
    plan: str = ""
    draft: bool = False
    picture: PagePicture | None = None

    @property
    def only_drawn(self) -> bool:
        """Whether it holds a picture and nothing else, so that its heading needs no sheet without one."""
        return self.picture is not None and not (self.parts or self.headline or self.subjects or self.closing)


@dataclass(frozen=True)
class Book:
    """What one file holds: a page for each answer, under a title; with a list of contents where there are several.

    Of a book that is ``led`` by its first page, the others being appendices, that page follows on the contents.
    """

    title: str
    pages: Sequence[Page]
    led: bool = False

    @property
    def plans(self) -> list[str]:
        """The sentences on the plans of its pages, each once."""
        return list(dict.fromkeys(page.plan for page in self.pages if page.plan))

    @property
    def draft(self) -> bool:
        """Whether any of its pages is of a draft."""
        return any(page.draft for page in self.pages)
