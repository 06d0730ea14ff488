"""How texts are folded, so that both stores match the same words; counts and sentences; what no cell may hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

#: What a word processor makes of plain quotes and hyphens.
_TYPOGRAPHIC = str.maketrans("\u2018\u2019\u201c\u201d\u2010\u2011\u2013\u2014", "''\"\"----")
#: Characters that no cell of a plan may hold: they move a cursor, end a line, cannot stand in XML, or show the words
#: after them in another order than they are written. Tabs and line feeds are allowed.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
#: What a system makes of bytes that are no UTF-8; no store takes it, and no text of a plan holds it.
_NO_TEXT = re.compile(r"[\ud800-\udfff]")
#: The end of a text that is cut.
_CUT = " .."
_SPACE = re.compile(r"\s+")
_NOT_WORD = re.compile(r"\band\b|[\W_]+")


def fold(text: str) -> str:
    """Text for matching: case, accents, width and invisible characters folded, white space made single spaces.

    >>> fold("Réview  of MASH")
    'review of mash'
    """
    if not text.isascii():
        text = _NO_TEXT.sub("\ufffd", text.translate(_TYPOGRAPHIC))
    if text.isascii():
        return _SPACE.sub(" ", text).strip().lower()
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = "".join(character for character in decomposed if not _unseen(character))
    return _SPACE.sub(" ", unicodedata.normalize("NFC", plain)).strip()


def _unseen(character: str) -> bool:
    """Whether it is an accent, or has no shape, as the soft hyphens and zero-width spaces copied along from a page."""
    return bool(unicodedata.combining(character)) or unicodedata.category(character) == "Cf"


def is_text(typed: str) -> bool:
    """Whether what was typed can be written as UTF-8: a command line may hold any bytes."""
    return not _NO_TEXT.search(typed)


def squash(text: str) -> str:
    """A folded name without spaces, punctuation or "and", so that "QA & P", "QA and P" and "qap" match.

    >>> squash("QA & P")
    'qap'
    """
    return _NOT_WORD.sub("", fold(text))


def capitalised(text: str) -> str:
    """A text that begins as a sentence does; no other letter changes.

    >>> capitalised("led by QA&P")
    'Led by QA&P'
    """
    return text[:1].upper() + text[1:]


def many(number: int, one: str, more: str = "") -> str:
    """A count with its noun.

    >>> many(1, "body", "bodies"), many(2, "line")
    ('1 body', '2 lines')
    """
    return f"{number} {one if number == 1 else more or f'{one}s'}"


def listed(texts: Sequence[str], conjunction: str = "and") -> str:
    """Texts as a list within a sentence.

    >>> listed(["A", "B", "C"]), listed(["A"]), listed(["A", "B"], "or")
    ('A, B and C', 'A', 'A or B')
    """
    *before, last = texts or [""]
    return f"{', '.join(before)} {conjunction} {last}" if before else last


def sentences(texts: Iterable[str]) -> str:
    """Sentences in a row, without those that are blank."""
    return " ".join(text for text in texts if text)


def shortened(text: str, longest: int) -> str:
    """A text on a single line of at most ``longest`` characters, 4 or more: cut after a whole word if it has one.

    >>> shortened("Establish and be assured", 16), shortened("Establishment", 10)
    ('Establish and ..', 'Establi ..')
    """
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    room = longest - len(_CUT)
    # A character more shows whether a word ends where the room does.
    return f"{line[: room + 1].rsplit(' ', 1)[0][:room].rstrip(' ,;:')}{_CUT}"


def quotation(*texts: str) -> str:
    """Quoted texts, as they follow a place; "" for none.

    >>> quotation("By 30 June 2018")
    ': "By 30 June 2018"'
    """
    listed = "; ".join(f'"{text}"' for text in texts)
    return f": {listed}" if texts else ""


def sentence(text: str) -> str:
    """A text with a full stop unless it already ends as a sentence, perhaps within a closing quotation mark.

    >>> sentence("It is so"), sentence('It says "Is it?"')
    ('It is so.', 'It says "Is it?"')
    """
    return text if text.rstrip('"').endswith((".", "?", "!")) else f"{text}."


def slug(text: str) -> str:
    """The part of an id that a printed number stands for: "2.11 & 3.2" gives "2.11-3.2"."""
    return re.sub(r"[^a-z0-9.]+", "-", fold(text)).strip("-")
