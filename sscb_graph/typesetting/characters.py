r"""What a PDF shows of a text: its characters, or the codes of those that it may not hold or has no type for.

Typst's wheel brings a few fonts beside Arimo, and no list of what they have, and PDF/A forbids some characters whatever
the font. So what Arimo lacks is tried, once a process. Where it is refused, its code stands for it (``\u4e2d``), since
a PDF of these standards must not have boxes or gaps in place of what is missing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from sscb_graph.errors import CannotTypeset, visible
from sscb_graph.typesetting.document import make_pdf
from sscb_graph.typesetting.font import character_widths

#: What every font has, and the end of a line.
LATIN = frozenset(map(chr, [0x0A, *range(0x20, 0x7F), *range(0xA0, 0x100)]))
#: What is never seen, whatever the font, and is no format character, as Unicode's Default_Ignorable_Code_Point says it:
#: joiners, fillers and selectors of variants. Some of them would leave no trace.
_UNSEEN = frozenset(
    map(
        chr,
        [
            *(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x3164, 0xFFA0),
            *range(0xFE00, 0xFE10),
            *range(0xE0100, 0xE01F0),
        ],
    )
)
_PRINTED, _DRAWN = b"#data", b'#image(bytes(data), format: "svg", alt: "trial")'
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text font-family="Arimo" y="9">{}</text></svg>'


class Characters:
    """Texts as a PDF shows them. ``missing`` collects what had no type, each once, in the order in which it was met."""

    def __init__(self) -> None:
        self.missing: dict[str, None] = {}

    def show(self, text: str) -> str:
        r"""A text that can be printed, in its own lines; raises NoTypesetter where nothing can be.

        Control and format characters stand as codes, so that no mark of direction reaches past its place.

        >>> Characters().show("a\x01 b\u202e\nc")
        'a\\x01 b\\u202e\nc'
        """
        seen = "\n".join(visible(line) for line in text.split("\n"))
        return seen if LATIN.issuperset(seen) else self._coded(seen, _is_printed)

    def show_drawn(self, text: str) -> str:
        """A text that can be drawn, as part of an SVG; raises NoTypesetter where nothing can be.

        There Typst finds a font for a text as a whole, so that what is drawn alone may be refused beside another
        character. Of such a text, first what Arimo lacks stands as codes, then all beyond Latin.
        """
        seen = visible(text)
        if all(map(_is_in_font, clusters(seen))):
            return seen
        for keep in (_is_seen, _is_in_font):
            drawn = "".join(cluster if keep(cluster) else code(cluster) for cluster in clusters(seen))
            if _is_taken(_DRAWN, _SVG.format(escape(drawn))):
                return self._coded(seen, keep)
        return self._coded(seen, LATIN.__contains__)

    def _coded(self, text: str, keep: Callable[[str], bool]) -> str:
        """A text with codes for the characters that it cannot keep, which are missing from then on."""
        gone = dict.fromkeys(cluster for cluster in clusters(text) if not keep(cluster))
        self.missing |= gone
        return "".join(code(cluster) if cluster in gone else cluster for cluster in clusters(text))


def code(cluster: str) -> str:
    r"""The code of a character, as Python writes it: ``\u4e2d``."""
    return cluster.encode("unicode_escape").decode("ascii")


def clusters(text: str) -> Iterator[str]:
    r"""The characters of a text, each with the marks on it: a font must have both to show either.

    >>> list(clusters("ae\u0301"))
    ['a', 'e\u0301']
    """
    held = ""
    for character in text:
        if held and not unicodedata.category(character).startswith("M"):
            yield held
            held = ""
        held += character
    if held:
        yield held


def _is_seen(cluster: str) -> bool:
    """Whether it leaves a trace on a page that has a type for it."""
    return not any(character in _UNSEEN or unicodedata.category(character) == "Cn" for character in cluster)


def _is_in_font(cluster: str) -> bool:
    """Whether Arimo surely shows it; PDF/A forbids characters for private use, whatever a font has for them."""
    return cluster in LATIN or (cluster in character_widths() and unicodedata.category(cluster) != "Co")


@cache
def _is_printed(cluster: str) -> bool:
    return _is_in_font(cluster) or (_is_seen(cluster) and _is_taken(_PRINTED, cluster))


@cache
def _is_taken(markup: bytes, data: Any) -> bool:
    """Whether Typst makes a PDF of it."""
    try:
        make_pdf(markup, data, title="trial")
    except CannotTypeset:
        return False
    return True
