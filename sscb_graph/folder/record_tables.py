"""Rows of cells -> records, with every fault of a value located."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from pydantic import ValidationError

from sscb_graph.errors import Fault, shown
from sscb_graph.folder.csv_cells import Cells, Found, each_row
from sscb_graph.model import RECORDS, Plan, Record

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True)
class Records:
    """All records of a plan, by file, each in the order of its file; a file that is missing has none."""

    tables: dict[str, tuple[Record, ...]]
    #: The ids of rows that were refused for a value, and their files, so that references to them are no further faults.
    refused: dict[str, str] = field(default_factory=dict)
    #: Whether every file was read to its end, so that what it names and is named by can be followed.
    whole: bool = True

    def of(self, record: type[AnyRecord]) -> tuple[AnyRecord, ...]:
        """The records of a class, in the order of their file."""
        return cast("tuple[AnyRecord, ...]", self.tables.get(record.FILE, ()))

    def __iter__(self) -> Iterator[Record]:
        """Every record, file by file."""
        for table in self.tables.values():
            yield from table

    @property
    def plan(self) -> Plan:
        """The plan's own record."""
        return self.of(Plan)[0]


def read_tables(files: Mapping[str, bytes]) -> tuple[Records, list[Fault]]:
    """The first pass: turns every file into records, and does not follow references yet.

    An unknown file or a missing plan.csv is a fault; any other file may be missing.
    """
    unknown = sorted(set(files) - {record.FILE for record in RECORDS})
    faults = [Fault(name, 0, "", "is not a file of a plan; rename it, or move it elsewhere") for name in unknown]
    if Plan.FILE not in files:
        faults.append(Fault(Plan.FILE, 0, "", f"is missing; it names the plan: {', '.join(Plan.columns())}"))
    whole = not faults
    tables: dict[str, tuple[Record, ...]] = {}
    refused: dict[str, str] = {}
    for record in RECORDS:
        tables[record.FILE], found, keys = _read_table(record, files.get(record.FILE))
        refused.update(dict.fromkeys(keys, record.FILE))
        faults += found.faults
        whole = whole and found.whole
    return Records(tables, refused, whole), faults


def read_rows(record: type[AnyRecord], data: bytes | None) -> tuple[tuple[AnyRecord, ...], list[Fault]]:
    """The well-formed records of a file, and every fault of its other rows; ``data`` is None for a missing file."""
    records, found, _ = _read_table(record, data)
    return records, found.faults


def _read_table(record: type[AnyRecord], data: bytes | None) -> tuple[tuple[AnyRecord, ...], Found, list[str]]:
    """The records of a file, what was found wrong, and the ids of the rows that were refused."""
    found = Found()
    if data is None:
        return (), found, []
    columns = {name: column.is_required() for name, column in record.columns().items()}
    # The classes defer the building of their validators, so that importing them is quick.
    record.model_rebuild()
    validate = record.__pydantic_validator__.validate_python
    records: list[AnyRecord] = []
    refused = []
    for row in each_row(record.FILE, data, columns, found):
        try:
            records.append(validate(row.values).at_row(row.row))
        except ValidationError as problem:
            found.faults += _value_faults(record, row, problem)
            refused.append(row.values.get(record.KEY, ""))
    return tuple(records), found, refused


def _value_faults(record: type[Record], cells: Cells, problem: ValidationError) -> list[Fault]:
    errors = cast("list[dict[str, Any]]", problem.errors(include_url=False))
    return [Fault(record.FILE, cells.row, _column(error), _sentence(error)) for error in errors]


def _column(error: dict[str, Any]) -> str:
    """The column of the cell; for a rule over a whole row, the column that the rule names."""
    return str(error["loc"][0]) if error["loc"] else str(error.get("ctx", {}).get("column", ""))


def _sentence(error: dict[str, Any]) -> str:
    match error["type"]:
        case "rule":
            return shown(error["ctx"]["sentence"])
        case "missing":
            return "is blank and must be filled in"
        case "enum" | "literal_error":
            wanted = str(error["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
            return f"'{shown(error['input'])}' is not one of: {wanted}"
        case _:
            return f"'{shown(error['input'])}' cannot be read: {shown(error['msg']).lower()}"
