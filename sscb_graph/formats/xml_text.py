"""Texts as a file of XML can hold them, and as nothing in it reorders what stands beside them."""

from __future__ import annotations

import re

from sscb_graph.errors import visible
from sscb_graph.text import CONTROL

#: What no cell of a plan may hold, and halves of characters, which a typed text may hold.
_UNSHOWN = re.compile(f"{CONTROL.pattern}|[\ud800-\udfff]")


def xml_text(text: str) -> str:
    r"""A text with what XML 1.0 cannot hold, and what changes the order of words, as visible escapes.

    >>> xml_text("a\x07b"), xml_text("two\nlines")
    ('a\\x07b', 'two\nlines')
    """
    return text if text.isprintable() else _UNSHOWN.sub(lambda found: visible(found[0]), text)
