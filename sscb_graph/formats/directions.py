"""Where words of a text run from right to left, so that a form can keep them apart from what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_RIGHT_TO_LEFT = "\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
#: From the first to the last of some right-to-left letters that no other letters part.
_RUN = re.compile(rf"[{_RIGHT_TO_LEFT}](?:[{_RIGHT_TO_LEFT}\W\d_]*[{_RIGHT_TO_LEFT}])?")


def directed(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it runs from right to left.

    >>> list(directed("a \u05d0\u05d1 1"))
    [('a ', False), ('\u05d0\u05d1', True), (' 1', False)]
    """
    end = 0
    for found in () if text.isascii() else _RUN.finditer(text):
        if found.start() > end:
            yield text[end : found.start()], False
        yield found[0], True
        end = found.end()
    if end < len(text) or not text:
        yield text[end:], False
