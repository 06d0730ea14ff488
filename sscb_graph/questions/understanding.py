"""A typed English question -> the named question that it asks, or the nearest ones; nothing is ever guessed.

What the sentence names is found first; the rest of its words is compared with the phrasings of every question. A
question is understood only if each word of the sentence is a word of the phrasing, and each word of the phrasing one of
the sentence: a "not" too many, or a "by" too few, is a question back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from rapidfuzz import fuzz

from sscb_graph.questions.definition import Question, all_questions
from sscb_graph.questions.names import Names
from sscb_graph.questions.phrasing import SLOT, Phrasing, content_words
from sscb_graph.questions.spans import Named, cut
from sscb_graph.text import fold

#: The least likeness (0 to 100) of two words that are one word in two forms: "report" and "reports", or mistyped.
_SAME_WORD = 82
#: The least likeness of a sentence and a phrasing with the same words: in another order, they may ask another thing.
_SAME_SENTENCE = 75
#: The least margin over every other question; what a reading lacks for each ordinary word that it takes for a name, so
#: that "who are the chairs" asks for chairs and not for the Chairs Executive Group.
_MARGIN = 5
#: What stands for "{thing}" in a phrasing: whatever may be named there.
_THINGS = ("body", "action", "recommendation", "priority")
#: The kind of a slot for any words, and the likeness of what fills it: less than that of what names something.
_ANY_WORDS, _OF_ANY_WORDS = "text", 90.0


class Meaning(NamedTuple):
    """A question that a sentence may ask, and what it names.

    ``likeness`` says how like the sentence is to a phrasing (0 to 100), and ``complete`` whether both have the same
    words.
    """

    question: Question
    phrasing: Phrasing
    named: tuple[Named, ...]
    likeness: float
    complete: bool

    @property
    def sentence(self) -> str:
        """The phrasing with what is named in it."""
        return self.phrasing.filled([named.text for named in self.named])


def meanings(names: Names, sentence: str) -> list[Meaning]:
    """What a sentence may ask, the most likely first; each question once for each way to name its things.

    Raises the errors of ``Names`` for numbers that the plan does not have.
    """
    readings = cut(names, sentence, _vocabulary()).readings()
    likely = [meaning for text, named in readings for meaning in _of_reading(content_words(text), named)]
    found: dict[tuple[str, tuple[Named, ...]], Meaning] = {}
    for meaning in sorted([*likely, *_searches(sentence)], key=_rank):
        found.setdefault((meaning.question.name, meaning.named), meaning)
    return list(found.values())


def is_sure(meaning: Meaning, others: Sequence[Meaning]) -> bool:
    """Whether a sentence asks exactly this: no word is too many or too few, and no other meaning comes near."""
    return meaning.complete and meaning.likeness >= max(
        _SAME_SENTENCE, *(other.likeness + _MARGIN for other in others if other.complete), 0
    )


def _rank(meaning: Meaning) -> tuple[bool, float, int, str]:
    return not meaning.complete, -meaning.likeness, -len(meaning.named), meaning.question.name


def _of_reading(words: Sequence[str], named: Sequence[Named]) -> Iterator[Meaning]:
    for question, phrasing, kinds in _phrasings():
        used = _filling(kinds, named)
        if used is not None:
            wanted = _with_kinds(phrasing.words, kinds)
            complete = len(used) == len(named) and _covers(words, wanted) and _covers(wanted, words)
            unsure = sum(not each.sure for each in used)
            likeness = fuzz.ratio(" ".join(words), " ".join(wanted)) - _MARGIN * unsure
            yield Meaning(question, phrasing, tuple(used), likeness, complete)


def _searches(sentence: str) -> Iterator[Meaning]:
    """The questions in which any words may stand, asked in exactly these words."""
    asked = " ".join(re.sub(r"[?!\"{}]", " ", fold(sentence)).split()).rstrip(".")
    for question in all_questions():
        for phrasing in question.phrasings:
            if phrasing.slots == [_ANY_WORDS]:
                before, after = phrasing.text.lower().split(f"{{{_ANY_WORDS}}}")
                if found := re.fullmatch(f"{re.escape(before)}(.+){re.escape(after)}", asked):
                    yield Meaning(question, phrasing, (Named(_ANY_WORDS, found[1]),), _OF_ANY_WORDS, complete=True)


def _filling(kinds: Sequence[str], named: Sequence[Named]) -> list[Named] | None:
    """What stands for each slot, in order; None where something is missing."""
    rest = iter(named)
    used = [next((each for each in rest if each.kind == kind), None) for kind in kinds]
    return None if None in used else [each for each in used if each is not None]


def _with_kinds(words: Sequence[str], kinds: Sequence[str]) -> list[str]:
    """The words of a phrasing in which slots are of some kinds."""
    rest = iter(kinds)
    return [f"{{{next(rest)}}}" if SLOT.fullmatch(word) else word for word in words]


def _covers(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether each word is one of others, perhaps in another form."""
    return all(any(_is_same(word, other) for other in others) for word in words)


def _is_same(word: str, other: str) -> bool:
    """Whether two words are forms of one; what begins otherwise may say the opposite, as "uncited" does."""
    alike = len(word) > 3 < len(other) and word[0] == other[0]
    return word == other or (alike and fuzz.ratio(word, other) >= _SAME_WORD)


@cache
def _phrasings() -> tuple[tuple[Question, Phrasing, tuple[str, ...]], ...]:
    """Every phrasing of every question, for each kind of thing that a slot may stand for."""
    return tuple(
        (question, phrasing, kinds)
        for question in all_questions()
        for phrasing in question.phrasings
        if _ANY_WORDS not in phrasing.slots
        for kinds in product(*(_THINGS if slot in {"thing", "ids"} else (slot,) for slot in phrasing.slots))
    )


@cache
def _vocabulary() -> frozenset[str]:
    """The words of all phrasings, and their fillers, which are never the initials of a body."""
    return frozenset(word for _, phrasing, _ in _phrasings() for word in phrasing.text.lower().split())
