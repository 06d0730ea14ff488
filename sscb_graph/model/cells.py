"""How a cell becomes a value: ids, words of lists, numbers, dates, quotes; each with its own sentence for a fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Annotated

from pydantic import BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from sscb_graph.model import dates
from sscb_graph.model.basis import Basis
from sscb_graph.model.identity import ID_PATTERN

_DATE_LIKE = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[.-]?[0-9]+"
_ID = re.compile(rf"(?!{_DATE_LIKE}\Z)(?:{ID_PATTERN.pattern})")


def broken(sentence: str, column: str = "") -> PydanticCustomError:
    """The error of one of our own rules; a rule over a whole row names the column to correct."""
    return PydanticCustomError("rule", "{sentence}", {"sentence": sentence, "column": column})


def is_id(text: str) -> bool:
    """Whether a text can be an id: of the form of ids, and nothing that a spreadsheet would turn into a date."""
    return bool(_ID.fullmatch(text))


def _an_id(cell: str) -> str:
    if is_id(cell):
        return cell
    if re.fullmatch(_DATE_LIKE, cell):
        raise broken(f"'{cell}' cannot be an id: a spreadsheet would turn it into a date")
    raise broken(
        f"'{cell}' cannot be an id: use small letters, digits, dots and hyphens, a letter first (such as p2-2.10)"
    )


def _split(cell: object, mark: str) -> object:
    if isinstance(cell, str) and mark not in cell and cell:
        return (cell,)
    return tuple(part.strip() for part in cell.split(mark) if part.strip()) if isinstance(cell, str) else cell


def _yes_no(cell: object) -> object:
    folded = str(cell).strip().lower()
    if folded not in {"yes", "no", "true", "false"}:
        raise broken("write yes or no")
    return folded in {"yes", "true"}


def _whole(cell: object) -> int:
    text = str(cell)
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        raise broken(f"'{text}' is not a whole number")
    return int(text)


def _folded(cell: object) -> object:
    return cell.lower() if isinstance(cell, str) else cell


def _date(parse: Callable[[str], str]) -> BeforeValidator:
    def read(cell: str) -> str:
        try:
            return parse(cell)
        except ValueError as problem:
            raise broken(str(problem)) from None

    return BeforeValidator(read)


def one_of(words: Sequence[str]) -> BeforeValidator:
    """A validator of cells that hold one of some words, in any case; the value is in lower case."""

    def read(cell: object) -> str:
        folded = str(cell).lower()
        if folded not in words:
            raise broken(f"'{cell}' is not one of: {', '.join(words)}")
        return folded

    return BeforeValidator(read)


#: Lower case, since a spreadsheet may have capitalised a word of a list.
FOLDED = BeforeValidator(_folded)
BasisCell = Annotated[Basis, FOLDED]
Id = Annotated[str, BeforeValidator(_an_id)]
Text = Annotated[str, StringConstraints(min_length=1)]
Whole = Annotated[int, BeforeValidator(_whole)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(lambda cell: _split(cell, ";"))]
Quotes = Annotated[tuple[str, ...], BeforeValidator(lambda cell: _split(cell, " | "))]
DateText = Annotated[str, _date(dates.parse)]
DueDates = Annotated[
    tuple[Annotated[str, _date(dates.parse_day_or_month)], ...], BeforeValidator(lambda cell: _split(cell, ";"))
]
