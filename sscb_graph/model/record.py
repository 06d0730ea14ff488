"""What records share: the file and row that they come from, their basis, and their place in the document."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.fields import FieldInfo

from sscb_graph.model import dates
from sscb_graph.model.basis import Basis
from sscb_graph.model.cells import BasisCell, DateText, Ids, Quotes, Text, broken
from sscb_graph.model.vocabulary import TYPES, Label

#: The labels of things that hold words of the document, which facts may quote.
PLACES: tuple[Label, ...] = TYPES["NAMED_IN"].ends


class Record(BaseModel):
    """A row of a CSV of a plan's folder: frozen, and without columns that are not declared.

    Two records are equal when their cells are, wherever they stand.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, populate_by_name=False)
    #: A slot instead of a field: the row is not a column of the file, and equality ignores it.
    __slots__ = ("_row",)

    #: The file that holds the records, without its folder.
    FILE: ClassVar[str]
    #: What the file is for, in a sentence that the folder's README prints.
    MEANING: ClassVar[str]
    #: The column that identifies a record in its plan.
    KEY: ClassVar[str] = "id"
    #: Whether that column holds no ids: its cells need only differ from each other, and no reference names them.
    OWN_KEYS: ClassVar[bool] = False
    #: The label of the node that a record makes; None where it makes relationships only.
    LABEL: ClassVar[Label | None] = None
    #: For each column that names other records, the labels that these may have.
    REFERENCES: ClassVar[dict[str, tuple[Label, ...]]] = {}

    @property
    def key(self) -> str:
        """The id of the record, unique in its plan."""
        key: str = getattr(self, self.KEY)
        return key

    @property
    def unlike(self) -> str:
        """What no other record may have: its key, in a form in which equal ones are equal."""
        return self.key

    @property
    def file(self) -> str:
        """The name of the file that it was read from, without the folder."""
        return self.FILE

    @property
    def row(self) -> int:
        """The row that it was read from, as a spreadsheet counts (the header is row 1); 0 for a record of no file."""
        row: int = getattr(self, "_row", 0)
        return row

    def at_row(self, row: int) -> Self:
        """Sets the row that the record was read from; returns the record itself."""
        object.__setattr__(self, "_row", row)  # a frozen model refuses plain assignment
        return self

    def __copy__(self) -> Self:
        return super().__copy__().at_row(self.row)

    @classmethod
    def columns(cls) -> dict[str, FieldInfo]:
        """The columns of the file in the order of new files: the record's own columns, then the shared ones."""
        fields = {field.alias or name: field for name, field in cls.model_fields.items()}
        shared = {field.alias or name for name, field in DatedFact.model_fields.items()} & set(fields)
        return {
            name: fields[name] for name in [n for n in fields if n not in shared] + [n for n in fields if n in shared]
        }

    @classmethod
    def field_of(cls, column: str) -> str:
        """The attribute that holds a column: ``from_`` for "from"."""
        return next(name for name, field in cls.model_fields.items() if (field.alias or name) == column)


class Based(Record):
    """A record with a basis.

    What is recorded needs who recorded it and when; only what is recorded has them.
    """

    #: Whether a basis that is neither stated nor recorded needs a reason.
    NEEDS_REASON: ClassVar[bool] = True

    basis: BasisCell = Field(description="stated, recorded, inherited, inferred or assumed")
    reason: Text | None = Field(None, description="why it is believed, unless it is stated or recorded")
    recorded_by: Text | None = Field(
        None, description="where the basis is recorded: the post or minute that entered it, never a person's name"
    )
    recorded_on: DateText | None = Field(None, description="where the basis is recorded: when it was entered")

    @model_validator(mode="after")
    def _supported(self) -> Self:
        if self.basis is Basis.RECORDED:
            if not (self.recorded_by and self.recorded_on):
                column = "recorded_on" if self.recorded_by else "recorded_by"
                raise broken("a recorded fact needs recorded_by and recorded_on: say who entered it, and when", column)
            return self
        if self.recorded_by or self.recorded_on:
            column = "recorded_by" if self.recorded_by else "recorded_on"
            raise broken(f"only a recorded fact has {column}, and this is {self.basis}: empty one of them", column)
        if self.NEEDS_REASON and not self.reason and self.basis is not Basis.STATED:
            raise broken(f"a fact that is {self.basis} needs a reason", "reason")
        return self


class Fact(Based):
    """A record that claims something, with its basis and the place where it is written.

    A stated fact needs its place and a verbatim quote, a recorded fact who entered it and when, and any other fact a
    reason. A post or a minute may confirm a fact on any basis.
    """

    written_in: Ids = Field((), description="ids of the passages or action rows that it is written in, separated by ;")
    quote: Quotes = Field((), description="the words there, verbatim; several are separated by a bar between spaces")
    confirmed_by: Text | None = Field(None, description="the post or minute that confirmed it, never a person's name")
    confirmed_on: DateText | None = Field(None, description="when it was confirmed")

    @model_validator(mode="after")
    def _written(self) -> Self:
        if self.basis is Basis.STATED and not (self.written_in and self.quote):
            column = "quote" if self.written_in else "written_in"
            raise broken("a stated fact needs written_in and quote: say where it is written, and its words", column)
        if bool(self.confirmed_by) != bool(self.confirmed_on):
            column = "confirmed_on" if self.confirmed_by else "confirmed_by"
            raise broken("confirmed_by and confirmed_on go together: fill in both or neither", column)
        return self


class DatedFact(Fact):
    """A fact with a period; once it has an ``until`` date, it no longer counts."""

    from_: DateText | None = Field(
        None, alias="from", description="first day, month or year it held, for the record; blank: not stated"
    )
    until: DateText | None = Field(
        None,
        description="last day, month or year it held, once it has ended: it then no longer counts; blank: it holds",
    )

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        in_order(self.from_, self.until)
        return self


def in_order(first: str | None, last: str | None) -> None:
    """Refuses a period that ends before it begins; both are ISO 8601 days, months or years."""
    if first and last and dates.first_day(first) > dates.last_day(last):
        raise broken(f"until ({last}) is before from ({first})", "until")


def attributes(record: Any, *names: str) -> dict[str, Any]:
    """Some of a record's cells, by name."""
    return {name: getattr(record, name) for name in names}
