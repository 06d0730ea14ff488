"""A proposal's file -> its rows, with every fault located; what each kind of change needs, and a new file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field
from pydantic.fields import FieldInfo

from sscb_graph.errors import Fault, ProposalError
from sscb_graph.folder.csv_cells import write_csv
from sscb_graph.folder.record_tables import read_rows
from sscb_graph.model.cells import DateText, Text, YesNo, one_of
from sscb_graph.model.record import Record
from sscb_graph.model.vocabulary import ChangeKind
from sscb_graph.text import listed

#: What stands between several names in a cell.
BETWEEN = ";"


def _names(cell: object) -> object:
    return tuple(part for name in cell.split(BETWEEN) if (part := name.strip())) if isinstance(cell, str) else cell


#: The names or ids in a cell, in its order.
Names = Annotated[tuple[str, ...], BeforeValidator(_names)]


class ProposedRow(Record):
    """A row of a proposal: a change, with the cells that it needs; whatever a cell names is looked up later."""

    FILE = "proposal.csv"
    MEANING = "What is proposed, a change in each row, in order."
    KEY: ClassVar = "change"

    change: Annotated[str, one_of(tuple(ChangeKind))] = Field(description="what changes: create, close, merge, ...")
    body: Names = Field((), description="the body that changes, by any of its names; several are separated by ;")
    into: Names = Field(
        (), description="what it is merged or split into, who takes over, or areas; several are separated by ;"
    )
    other: Names = Field((), description="whom it reports to, the other end of a line or membership, or requirements")
    name: Text | None = Field(None, description="its new name")
    kind: Text | None = Field(None, description="the kind of a new body (subgroup, panel, ...), or of a line")
    actions: Names = Field((), description="the actions that are handed over, by number; several are separated by ;")
    functions: Names = Field((), description="the functions that are handed over, by id or by some of their words")
    effective: DateText | None = Field(None, description="the day or month from which it holds; blank: not said")
    decided_by: Text | None = Field(None, description="who decides it, or has decided: a board, a post or a minute")
    subject_to: Text | None = Field(None, description="what it still depends on")
    reason: Text | None = Field(None, description="why")
    withdrawn: YesNo | None = Field(None, description="yes where the row is kept and does nothing any more")

    @classmethod
    def columns(cls) -> dict[str, FieldInfo]:
        """The columns in the order in which people fill them in."""
        return dict(cls.model_fields)

    @property
    def kind_of_change(self) -> ChangeKind:
        """What changes."""
        return ChangeKind(self.change)


@dataclass(frozen=True)
class Needs:
    """The cells that a change must have, and those that it may have besides; any other is a fault; and what it does."""

    must: tuple[str, ...]
    may: tuple[str, ...]
    does: str


#: The cells that any change may have.
COMMON = ("effective", "decided_by", "subject_to", "reason", "withdrawn")
#: What each kind of change needs.
NEEDS: dict[ChangeKind, Needs] = {
    ChangeKind.CREATE: Needs(("body", "kind"), ("other",), "a new body, of its kind; other: whom it reports to"),
    ChangeKind.CLOSE: Needs(("body",), (), "the body ends, and all that it does with it"),
    ChangeKind.MERGE: Needs(("body", "into"), ("kind",), "bodies become part of another; kind: of a new one"),
    ChangeKind.SPLIT: Needs(("body", "into"), ("kind",), "a body becomes several; kind: of the new ones"),
    ChangeKind.SPLIT_PLAN: Needs(
        ("into",),
        ("body", "other", "name", "actions", "functions"),
        "the plan becomes several, one for each area that into names; further rows: into which areas (or none) a body, "
        "actions or functions go, or the top of an area (other: a body, name: what the Board is called there); "
        "whatever no row names goes to every area",
    ),
    ChangeKind.RENAME: Needs(("body", "name"), (), "the same body under another name"),
    ChangeKind.MOVE: Needs(("body", "other"), (), "its reporting line goes to another body"),
    ChangeKind.ADD_LINE: Needs(("body", "other"), ("kind",), "one more line; kind: its words, by default reports to"),
    ChangeKind.END_LINE: Needs(("body", "other"), ("kind",), "a line ends; kind: its words, by default reports to"),
    ChangeKind.HAND_OVER: Needs(
        ("body", "into"), ("actions", "functions"), "others take over actions and functions; both blank: all of them"
    ),
    ChangeKind.JOIN: Needs(("body", "other"), (), "the body becomes a member of the other"),
    ChangeKind.LEAVE: Needs(("body", "other"), (), "the body is no longer a member of the other"),
    ChangeKind.STATUTORY: Needs(("body",), (), "the body is a statutory group from then on"),
    ChangeKind.NOT_STATUTORY: Needs(("body",), (), "the body is no statutory group any more"),
    ChangeKind.MEET: Needs(
        ("body", "other"), (), "the body meets requirements; other: their ids, as 'sscb requirements' has them"
    ),
    ChangeKind.NOT_MEET: Needs(("body", "other"), (), "the body is known not to meet requirements; other: their ids"),
    ChangeKind.KEEP: Needs(("body",), (), "looked at, and unchanged"),
}


@dataclass(frozen=True)
class Proposal:
    """A proposal: the name of its file, and its rows in order, withdrawn ones too."""

    name: str
    rows: tuple[ProposedRow, ...]


def read_proposal(name: str, data: bytes) -> Proposal:
    """The rows of a proposal's file; ``name`` is how faults and answers name it.

    Raises ProposalError with every fault found, each with row, column and what to do.
    """
    rows, faults = read_rows(ProposedRow, data)
    found = [replace(fault, file=name) for fault in faults]
    found += [fault for row in rows if not row.withdrawn for fault in _cell_faults(name, row)]
    if not found and not rows:
        found.append(Fault(name, 0, "", f"holds no change; begin a row with {listed(tuple(ChangeKind))}"))
    if found:
        raise ProposalError(name, sorted(set(found)))
    return Proposal(name, rows)


def _cell_faults(name: str, row: ProposedRow) -> Iterator[Fault]:
    """The cells that a change lacks, and those that it has no use for: nothing that is written is passed over."""
    needs = NEEDS[row.kind_of_change]
    for column in ("body", "into", "other", "name", "kind", "actions", "functions"):
        filled = bool(getattr(row, column))
        if column in needs.must and not filled:
            yield Fault(name, row.row, column, f"is blank, and '{row.change}' needs it: {needs.does}")
        if filled and column not in (*needs.must, *needs.may):
            takes = listed((*needs.must, *needs.may))
            yield Fault(name, row.row, column, f"'{row.change}' has no use for it; it takes {takes}: empty the cell")


#: What a new file shows in the cells of a change that needs them.
_EXAMPLES = {
    "body": "Name of a body",
    "into": "Name of another",
    "other": "Name of another",
    "name": "Its new name",
    "kind": "subgroup",
}
#: And where a change has an example of its own.
_OWN_EXAMPLES = {ChangeKind.SPLIT_PLAN: {"into": "Name of an area; Name of another area"}}


def new_proposal() -> bytes:
    """A file to fill in: a row for each kind of change that says what it does; each is withdrawn, and does nothing."""
    rows = [
        {"change": kind.value, "reason": f"{needs.does[:1].upper()}{needs.does[1:]}.", "withdrawn": "yes"}
        | {column: _EXAMPLES[column] for column in needs.must}
        | _OWN_EXAMPLES.get(kind, {})
        for kind, needs in NEEDS.items()
    ]
    return write_csv(ProposedRow.columns(), rows)
