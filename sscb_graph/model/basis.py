"""Basis: how a fact is supported, strongest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum


class Basis(StrEnum):
    """How a fact is supported. The order of the members is the order of strength."""

    #: The document says it.
    STATED = "stated"
    #: The partnership entered it after the plan: a post or a minute, and a day, stand behind it.
    RECORDED = "recorded"
    #: A blank cell that shares the row above.
    INHERITED = "inherited"
    #: Reasoned from a statement; the reason is given.
    INFERRED = "inferred"
    #: Ours, to be confirmed.
    ASSUMED = "assumed"


#: Every basis as text, strongest first.
BASES: tuple[str, ...] = tuple(basis.value for basis in Basis)
#: 0 for stated up to 4 for assumed: the weakest fact of a chain has the highest rank.
RANK: dict[str, int] = {basis: rank for rank, basis in enumerate(BASES)}
STATED = Basis.STATED.value

#: What each basis means, as words that follow its name.
MEANINGS: dict[str, str] = {
    Basis.STATED.value: "the plan says it",
    Basis.RECORDED.value: "entered after the plan was written",
    Basis.INHERITED.value: "a blank cell that shares the row above",
    Basis.INFERRED.value: "reasoned from what the plan says",
    Basis.ASSUMED.value: "ours, to be confirmed",
}


def basis_meaning(basis: str) -> str:
    """A basis and what it means, as the beginning of a sentence.

    >>> basis_meaning("assumed")
    'Assumed (ours, to be confirmed)'
    """
    return f"{basis.capitalize()} ({MEANINGS[basis]})"


def weakest(bases: Iterable[str]) -> str | None:
    """The weakest of some bases; None for none."""
    return max(bases, key=RANK.__getitem__, default=None)


def basis_words(basis: str, *, confirmed: bool) -> str:
    """The basis of a fact, and whether somebody confirmed it.

    >>> basis_words("inferred", confirmed=True)
    'inferred, confirmed'
    """
    return f"{basis}, confirmed" if confirmed else basis


def basis_counts(bases: Iterable[str | None]) -> dict[str, int]:
    """How often each basis is among some, strongest first, without those that are not.

    >>> basis_counts(["inferred", "stated", None, "inferred"])
    {'stated': 1, 'inferred': 2}
    """
    counts = Counter(bases)
    return {basis: counts[basis] for basis in BASES if counts[basis]}


def in_counts(counts: Mapping[str, int]) -> list[str]:
    """The counts of bases as words.

    >>> in_counts({"stated": 1, "inferred": 2})
    ['1 stated', '2 inferred']
    """
    return [f"{number} {basis}" for basis, number in counts.items()]


def marked(text: str, basis: str | None, *, gap: str = " ") -> str:
    """A text with the basis of its fact in brackets behind a gap, unless the fact is stated or there is none.

    >>> marked("QA&P", "inherited"), marked("QA&P", "stated")
    ('QA&P (inherited)', 'QA&P')
    """
    return text if not text or basis in {None, STATED} else f"{text}{gap}({basis})"


def split_mark(text: str) -> tuple[str, str]:
    """A text without the basis that ``marked`` put behind it, and the basis as it stands there; "" where none does.

    >>> split_mark("QA&P (inherited)"), split_mark("QA&P")
    (('QA&P', ' (inherited)'), ('QA&P', ''))
    """
    mark = next((mark for basis in BASES if text.endswith(mark := f" ({basis})")), "")
    return text.removesuffix(mark), mark
