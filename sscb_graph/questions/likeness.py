"""How like a typed text is to the names of a body: letters left out, initials, short names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sscb_graph.graph.nodes import Body
from sscb_graph.model.vocabulary import GROUP_KINDS
from sscb_graph.questions.forms import names_of
from sscb_graph.text import fold, squash

#: The least likeness (0 to 100) at which a name is taken as meant, and at which it is suggested.
MEANT, SUGGESTED = 88, 55
#: The least margin over every other name at which a name is taken as meant.
LEAD = 5
#: Words that say only what kind of group a body is, so that people leave them out.
_KIND_WORDS = {"sub", "groups", *(word for kind in GROUP_KINDS for word in kind.split())}
_SMALL = {"and", "of", "the", "for"}


def scores(typed: str, bodies: Sequence[Body]) -> dict[str, float]:
    """The likeness (0 to 100) of each body's best form, by id; words may be shortened or left out: "business grp"."""
    from rapidfuzz import fuzz  # only needed where no name matches exactly

    words = words_of(typed)
    return {
        body.id: max(
            95.0 if _shortened(words, words_of(form)) else fuzz.token_sort_ratio(fold(typed), fold(form))
            for form in names_of(body)
        )
        for body in bodies
    }


def nearest(typed: str, names: Iterable[str]) -> list[str]:
    """At most three names, those most like the typed text first."""
    from rapidfuzz import fuzz, process

    found = process.extract(fold(typed), list(names), scorer=fuzz.WRatio, limit=3, score_cutoff=SUGGESTED)
    return [name for name, _, _ in found]


def has_initials(body: Body, typed: str) -> bool:
    """Whether a text is the initials of a name of a body, with or without small words and the word "group" at its end.

    "ld", "ldg" and "ladg" are initials of the Learning and Development Group.
    """
    letters = squash(typed)
    return 2 <= len(letters) <= 8 and any(
        letters == form for name in names_of(body) for form in _initials(words_of(name))
    )


def is_short_for(body: Body, typed: str) -> bool:
    """Whether a text is a name of a body without the words for its kind: "health" for the Health Sub Group."""
    words = [word for word in words_of(typed) if word != "and"]
    return bool(words) and any(words == without_kind(name) for name in names_of(body))


def without_kind(name: str) -> list[str]:
    """The words of a name without those that say only what kind of group it is."""
    return [word for word in words_of(name) if word not in _KIND_WORDS]


def words_of(text: str) -> list[str]:
    """The words of a text, folded."""
    return re.findall(r"\w+", fold(text))


def _initials(words: Sequence[str]) -> Iterator[str]:
    ends = (words, words[:-1]) if words and words[-1] in {"group", "groups"} else (words,)
    for end in ends:
        yield "".join(word[0] for word in end)
        yield "".join(word[0] for word in end if word not in _SMALL)


def _shortened(typed: Sequence[str], form: Sequence[str]) -> bool:
    """Whether each typed word is, or shortens, a word of the form, in order; words may be left out."""
    rest = iter(form)
    return bool(typed) and all(any(_abbreviates(short, full) for full in rest) for short in typed)


def _abbreviates(short: str, full: str) -> bool:
    """Whether a word is another with letters left out after the first: "grp" for "group"."""
    if short == full:
        return True
    letters = iter(full)
    return len(short) >= 3 and short[0] == full[0] and all(letter in letters for letter in short)
