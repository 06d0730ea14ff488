"""Where words of a text run from right to left, so that a form can keep them apart from what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_RIGHT_TO_LEFT = "\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
#: From the first to the last of some right-to-left letters that no other letters part.
_RUN = re.compile(rf"[{_RIGHT_TO_LEFT}](?:[{_RIGHT_TO_LEFT}\W\d_]*[{_RIGHT_TO_LEFT}])?")
#: Each bracket that opens, and what closes it.
_BRACKETS = {"(": ")", "[": "]", "{": "}"}


def directed(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it runs from right to left.

    >>> list(directed("a \u05d0\u05d1 1"))
    [('a ', False), ('\u05d0\u05d1', True), (' 1', False)]
    """
    end = 0
    for found in () if text.isascii() else _RUN.finditer(text):
        if found.start() > end:
            yield text[end : found.start()], False
        end = found.end() + _closings(found[0], text, found.end())
        yield text[found.start() : end], True
    if end < len(text) or not text:
        yield text[end:], False


def _closings(run: str, text: str, end: int) -> int:
    """How many brackets behind a run close those that it opens: outside it, each would stand at the wrong side."""
    waiting: list[str] = []
    for character in run:
        if character in _BRACKETS:
            waiting.append(_BRACKETS[character])
        elif waiting and character == waiting[-1]:
            waiting.pop()
    count = 0
    while waiting and text[end + count : end + count + 1] == waiting.pop():
        count += 1
    return count
