"""Rows of cells -> records, with every fault of a value located."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from pydantic import ValidationError

from sscb_graph.errors import Fault, visible
from sscb_graph.records import RECORDS, Record
from sscb_graph.seed.cells import Cells, read_cells

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True)
class Table:
    """The records of one file, with the row that each stands in."""

    file: str
    records: tuple[Record, ...]
    rows: tuple[int, ...]

    def placed(self) -> Iterator[tuple[int, Record]]:
        """Each record with its row."""
        return zip(self.rows, self.records, strict=True)


@dataclass(frozen=True)
class Records:
    """All records of a plan, by file."""

    tables: dict[str, Table]
    #: The ids of rows that were refused for a value, and their files: what names them is not unknown.
    refused: dict[str, str]

    def placed(self, record: type[AnyRecord]) -> Iterator[tuple[int, AnyRecord]]:
        """The records of one class, each with its row."""
        return zip(self.tables[record.FILE].rows, self.of(record), strict=True)

    def of(self, record: type[AnyRecord]) -> tuple[AnyRecord, ...]:
        """The records of one class, in the order of their file."""
        return cast("tuple[AnyRecord, ...]", self.tables[record.FILE].records)


def read_tables(files: dict[str, bytes]) -> tuple[Records, list[Fault]]:
    """The first pass: every file to records, references not yet followed; a missing or unknown file is a fault."""
    faults: list[Fault] = []
    tables: dict[str, Table] = {}
    refused: dict[str, str] = {}
    known = {record.FILE for record in RECORDS}
    unknown = sorted(set(files) - known)
    faults += [Fault(name, 0, "", "is not a file of a seed; rename it, or move it elsewhere") for name in unknown]
    for record in RECORDS:
        if record.FILE not in files:
            faults.append(Fault(record.FILE, 0, "", "is missing; 'sscb init DIR' makes one with its header"))
            tables[record.FILE] = Table(record.FILE, (), ())
            continue
        table, found, keys = _read_table(record, files[record.FILE])
        refused.update(dict.fromkeys(keys, record.FILE))
        tables[record.FILE] = table
        faults += found
    return Records(tables, refused), faults


def _read_table(record: type[Record], data: bytes) -> tuple[Table, list[Fault], list[str]]:
    cells, faults = read_cells(record.FILE, data, list(record.columns()))
    record.model_rebuild()
    validate = record.__pydantic_validator__.validate_python
    records, rows, refused = [], [], []
    for one in cells:
        try:
            records.append(validate(one.values))
            rows.append(one.row)
        except ValidationError as problem:
            faults += _value_faults(record, one, problem)
            refused.append(one.values.get(record.KEY, ""))
    return Table(record.FILE, tuple(records), tuple(rows)), faults, refused


def _value_faults(record: type[Record], cells: Cells, problem: ValidationError) -> list[Fault]:
    return [
        Fault(record.FILE, cells.row, str(error["loc"][0]) if error["loc"] else _culprit(error), _sentence(error))
        for error in cast("list[dict[str, Any]]", problem.errors(include_url=False))
    ]


def _culprit(error: dict[str, Any]) -> str:
    """The column that a rule over a whole row is about: the first that its sentence names."""
    sentence = str(error["msg"])
    for column in ("reason", "written_in", "until", "confirmed_by"):
        if column in sentence:
            return column
    return ""


def _sentence(error: dict[str, Any]) -> str:
    match error["type"]:
        case "missing":
            return "is blank and must be filled in"
        case "enum" | "literal_error":
            wanted = str(error["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
            return f"'{visible(error['input'])}' is not one of: {wanted}"
        case "value_error":
            return visible(error["ctx"]["error"])
        case _:
            return f"'{visible(error['input'])}' cannot be read: {visible(error['msg']).lower()}"
