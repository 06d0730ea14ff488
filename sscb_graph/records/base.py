"""What every record shares: identity, basis, where it is written, and how a cell becomes a value."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic.fields import FieldInfo

from sscb_graph import dates
from sscb_graph.basis import Basis

ID_PATTERN = re.compile(r"[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*")
_LIKE_A_DATE = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[.-]?\d+", re.ASCII)


def _an_id(cell: str) -> str:
    if not ID_PATTERN.fullmatch(cell):
        raise ValueError(
            f"'{cell}' cannot be an id: use small letters, digits, dots and hyphens, a letter first (such as p2-2.10)"
        )
    if _LIKE_A_DATE.fullmatch(cell):
        raise ValueError(f"'{cell}' cannot be an id: a spreadsheet would turn it into a date")
    return cell


def _split(cell: object, mark: str) -> object:
    return tuple(part.strip() for part in cell.split(mark) if part.strip()) if isinstance(cell, str) else cell


def _yes_no(cell: object) -> object:
    folded = str(cell).strip().lower()
    if folded not in {"yes", "no", "true", "false"}:
        raise ValueError("write yes or no")
    return folded in {"yes", "true"}


def _whole(cell: object) -> int:
    text = str(cell)
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        raise ValueError(f"'{text}' is not a whole number")
    return int(text)


def _folded(cell: object) -> object:
    return cell.lower() if isinstance(cell, str) else cell


#: A word of a list, whatever a spreadsheet did to its capitals.
FOLDED = BeforeValidator(_folded)
BasisCell = Annotated[Basis, FOLDED]
Id = Annotated[str, BeforeValidator(_an_id)]
Text = Annotated[str, StringConstraints(min_length=1)]
Whole = Annotated[int, BeforeValidator(_whole)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(lambda cell: _split(cell, ";"))]
Quotes = Annotated[tuple[str, ...], BeforeValidator(lambda cell: _split(cell, " | "))]
DateText = Annotated[str, BeforeValidator(dates.parse)]
DayText = Annotated[str, BeforeValidator(dates.parse_day)]
DueDates = Annotated[
    tuple[Annotated[str, BeforeValidator(dates.parse_day_or_month)], ...],
    BeforeValidator(lambda cell: _split(cell, ";")),
]


class Record(BaseModel):
    """One row of one CSV of a seed folder: frozen, and with no column that is not described."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, populate_by_name=False)

    #: The file that holds the records, without its folder.
    FILE: ClassVar[str]
    #: What the file is for, in a sentence that the seed's README prints.
    MEANING: ClassVar[str]
    #: The column that identifies a record in its plan.
    KEY: ClassVar[str] = "id"
    #: For each column that names other records, the files whose records it may name.
    REFERENCES: ClassVar[dict[str, tuple[str, ...]]] = {}

    @property
    def key(self) -> str:
        """The id of the record, unique in its plan."""
        key: str = getattr(self, self.KEY)
        return key

    @classmethod
    def columns(cls) -> dict[str, FieldInfo]:
        """The columns of the file, in the order in which new files have them: a record's own before the shared."""
        fields = {field.alias or name: field for name, field in cls.model_fields.items()}
        shared = {field.alias or name for name, field in DatedFact.model_fields.items()} & set(fields)
        return {
            name: fields[name] for name in [n for n in fields if n not in shared] + [n for n in fields if n in shared]
        }


class Fact(Record):
    """A record that says something with a basis and a place where it is written.

    A stated fact needs its place and its verbatim quote; any other needs its reason.
    """

    basis: BasisCell = Field(description="stated, inherited, inferred or assumed")
    reason: Text | None = Field(None, description="why the fact is believed, unless it is stated")
    written_in: Ids = Field((), description="ids of the passages or action rows that it is written in, separated by ;")
    quote: Quotes = Field((), description="the words there, verbatim; several are separated by a bar between spaces")

    @model_validator(mode="after")
    def _supported(self) -> Self:
        if self.basis is Basis.STATED and not (self.written_in and self.quote):
            raise ValueError("a stated fact needs written_in and quote: say where it is written, and its words")
        if self.basis is not Basis.STATED and not self.reason:
            raise ValueError(f"a fact that is {self.basis} needs a reason")
        return self


class DatedFact(Fact):
    """A fact that holds for a time, and that a post or a minute may have confirmed."""

    from_: DateText | None = Field(
        None, alias="from", description="first day, month or year it held, for the record; blank: not said"
    )
    until: DateText | None = Field(
        None,
        description="last day, month or year it held, once it has ended: it then no longer counts; blank: it holds",
    )
    confirmed_by: Text | None = Field(None, description="the post or minute that confirmed it, never a person's name")
    confirmed_on: DateText | None = Field(None, description="when it was confirmed")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ and self.until and dates.first_day(self.from_) > dates.last_day(self.until):
            raise ValueError(f"until ({self.until}) is before from ({self.from_})")
        if bool(self.confirmed_by) != bool(self.confirmed_on):
            raise ValueError("confirmed_by and confirmed_on go together: fill in both or neither")
        return self
