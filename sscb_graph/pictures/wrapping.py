"""How texts of a picture are broken into lines, whatever draws them: a box keeps room by it, and a label is written."""

from __future__ import annotations

import re
import textwrap

#: How many characters the longest word has that is not broken.
_WORD = 24
#: What no XML text can hold, and so no SVG.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: How many characters more of a tag than of a name stand in a line: tags are in smaller type.
MORE_FOR_TAGS = 4


def xml_safe(text: str) -> str:
    r"""A text in which characters that XML cannot hold are shown as escapes.

    >>> xml_safe("A\x01B")
    'A\\x01B'
    """
    return _NOT_XML.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def wrap_text(text: str, width: int) -> list[str]:
    """The lines of a text, about ``width`` characters each, and at least one line.

    A very long text gets longer lines, so that its box does not become a tower. A word is broken only if it is longer
    than any in a dictionary.
    """
    longest = max(map(len, text.split()), default=0)
    room = max(width, int((len(text) * 2.5) ** 0.5), min(longest, _WORD))
    return textwrap.wrap(xml_safe(text), room, break_on_hyphens=False) or [""]
