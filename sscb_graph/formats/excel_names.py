"""Names of sheets: short, legal in Excel and unique, from the headings of pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sscb_graph.formats.page import CONTENTS
from sscb_graph.formats.xml_text import xml_text

#: The most characters of a name, each beyond the first 65,536 of Unicode counted twice, as Excel does.
LONGEST = 31
SOURCES = " sources"
#: What Excel keeps for itself, whatever the case.
_RESERVED = ("history",)
_ILLEGAL = re.compile(r"[\[\]:*?/\\\s]+")
#: Where a heading goes from what it is about to details.
_DETAILS = re.compile(r"\s\(|[.,;:](?=\s|$)")
#: Small words that say nothing at the end of a name.
_LOOSE_END = re.compile(r"(?: (?:an?|the|and|or|of|in|to|by|for|with|that|under|its?|their))+$")


def sheet_names(headings: Sequence[str]) -> list[tuple[str, str]]:
    """The name of the sheet of each page, and of its sources."""
    taken = {CONTENTS.casefold(), *_RESERVED}
    found = []
    for heading in headings:
        words = _short(heading) or "Answer"
        name = next(name for number in range(1, len(headings) + 3) if _is_free(name := _numbered(words, number), taken))
        taken |= {name.casefold(), f"{name}{SOURCES}".casefold()}
        found.append((name, f"{name}{SOURCES}"))
    return found


def _is_free(name: str, taken: set[str]) -> bool:
    return taken.isdisjoint({name.casefold(), f"{name}{SOURCES}".casefold()})


def _short(heading: str) -> str:
    """The beginning of a heading: up to its details where that is long enough, or else whole words."""
    plain = _clean(_DETAILS.split(xml_text(heading).strip(), maxsplit=1)[0]) or _clean(xml_text(heading))
    room = LONGEST - len(SOURCES)
    cut = _cut(plain, room)
    if cut != plain and " " in cut and plain[len(cut)] != " ":
        cut = cut.rsplit(" ", 1)[0]
    return _clean(cut if cut == plain else _LOOSE_END.sub("", cut))


def _clean(text: str) -> str:
    return _ILLEGAL.sub(" ", text).strip(" '")


def _cut(text: str, room: int) -> str:
    """As much of a text as takes ``room`` characters as Excel counts them."""
    return text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", errors="ignore")


def _numbered(words: str, number: int) -> str:
    """A name with a number behind it, the first without."""
    end = f" {number}" if number > 1 else ""
    return f"{_cut(words, LONGEST - len(SOURCES) - len(end)).strip(chr(32) + chr(39))}{end}"
