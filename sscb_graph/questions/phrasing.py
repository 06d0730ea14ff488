"""How people ask a question: a sentence in which kinds of parameters stand for what they name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from sscb_graph.text import fold

#: What stands for a thing of a kind: "{body}".
SLOT = re.compile(r"\{(\w+)\}")
#: Words that ask politely, or bind others, and leave the question as it is without them.
_FILLERS = frozenset(
    [
        *("a", "an", "the", "this", "these", "our", "that", "is", "are", "was", "were", "be", "been", "being", "do"),
        *("does", "did", "has", "have", "had", "will", "would", "can", "could", "may", "please", "kindly", "tell"),
        *("show", "give", "me", "us", "you", "i", "we", "so", "currently", "now", "exactly"),
    ]
)
#: Words that mean the same in a question, and the one that stands for both.
_SAME = {"which": "what", "whom": "who", "rec": "recommendation", "recs": "recommendations"}
_WORD = re.compile(r"\{\w+\}|[\w&'.-]*\w")


class Phrasing:
    """A way of asking a question: "who is accountable for {action}".

    A value that the words imply stands after it: "who chairs whom | via=CHAIRS". ``slots`` are the kinds of what is
    named, in order; ``values`` are the implied values, by parameter; ``words`` are what is left without fillers.
    """

    __slots__ = ("slots", "text", "values", "words")

    def __init__(self, text: str, values: Mapping[str, str]) -> None:
        self.text = text
        self.values = dict(values)
        self.slots = SLOT.findall(text)
        self.words = content_words(text)

    @classmethod
    def parse(cls, line: str) -> Phrasing:
        """The phrasing of a line of a question's header."""
        text, *pairs = (part.strip() for part in line.split("|"))
        values = dict(pair.split("=", 1) for pair in pairs)
        return cls(text, values)

    def filled(self, values: Sequence[Any]) -> str:
        """The words with what stands for each slot, in order."""
        rest = iter(values)
        return SLOT.sub(lambda _: str(next(rest)), self.text)


def content_words(text: str) -> tuple[str, ...]:
    """The words of a sentence, folded and without fillers; a slot is a word."""
    words = (word.removesuffix("'s") for word in _WORD.findall(fold(text)))
    return tuple(_SAME.get(word, word) for word in words if word not in _FILLERS)
