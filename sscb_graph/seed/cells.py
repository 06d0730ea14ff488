"""A CSV file -> rows of cells, with every fault of its bytes and its shape located."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sscb_graph.errors import Fault, visible

#: What a spreadsheet holds in one cell at most.
LONGEST_CELL = 32_767
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7}) |^={7}$", re.MULTILINE)


@dataclass(frozen=True)
class Cells:
    """One row: its number as a spreadsheet shows it, and its cells by column, blank ones left out."""

    row: int
    values: dict[str, str]


def read_cells(file: str, data: bytes, columns: Sequence[str]) -> tuple[list[Cells], list[Fault]]:
    """The rows of a CSV of UTF-8 text, with or without BOM, and every fault found; blank rows are passed over."""
    text, faults = _decode(file, data)
    if text is None:
        return [], faults
    if not text.strip():
        return [], [Fault(file, 0, "", "the file is empty; its first row must name the columns: " + ", ".join(columns))]
    if conflict := _CONFLICT.search(text):
        row = text.count("\n", 0, conflict.start()) + 1
        return [], [Fault(file, row, "", "a merge conflict was left in the file; choose one side and remove its marks")]
    try:
        return _rows(file, text, columns)
    except csv.Error as problem:
        return [], [Fault(file, 0, "", f"is not a well-formed CSV file ({problem}); save it again as CSV UTF-8")]


def _decode(file: str, data: bytes) -> tuple[str | None, list[Fault]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [Fault(file, 0, "", "is encoded as UTF-16; save it as 'CSV UTF-8 (comma delimited)'")]
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8"), []
    except UnicodeDecodeError as problem:
        read = problem.object
        before = read[: problem.start]
        row = before.count(b"\n") + 1
        near = before[before.rfind(b"\n") + 1 :][-20:].decode("utf-8", "replace")
        where = f" after '{visible(near)}'" if near else ""
        sentence = f"is not UTF-8: the byte 0x{read[problem.start]:02x}{where} cannot be read; "
        return None, [Fault(file, row, "", sentence + "save it as 'CSV UTF-8 (comma delimited)'")]


def _rows(file: str, text: str, columns: Sequence[str]) -> tuple[list[Cells], list[Fault]]:
    csv.field_size_limit(max(csv.field_size_limit(), 10 * LONGEST_CELL + len(text)))
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header = [name.strip() for name in next(reader)]
    faults = _header_faults(file, header, columns)
    if faults:
        return [], faults
    suspicious = bool(_CONTROL.search(text)) or len(text) > LONGEST_CELL
    rows: list[Cells] = []
    width = len(header)
    number = 1
    seen: dict[tuple[str, ...], int] = {}
    for cells in reader:
        number += 1
        if not any(cells):
            continue
        if len(cells) != width:
            faults.append(Fault(file, number, "", _wrong_width(len(cells), width)))
            continue
        given = tuple(cells)
        if given in seen:
            faults.append(Fault(file, number, "", f"is given twice: it is the same as row {seen[given]}; delete one"))
            continue
        seen[given] = number
        values = {name: value for name, cell in zip(header, cells, strict=True) if (value := cell.strip())}
        if suspicious:
            faults.extend(_cell_faults(file, number, values))
        rows.append(Cells(number, values))
    return rows, faults


def _wrong_width(found: int, wanted: int) -> str:
    problem = "short: a comma is missing" if found < wanted else "long: put a cell that holds a comma in double quotes"
    return f"has {found} cells where the header has {wanted}; it is too {problem}"


def _header_faults(file: str, header: list[str], columns: Sequence[str]) -> list[Fault]:
    if len(header) == 1 and (";" in header[0] or "\t" in header[0]) and len(columns) > 1:
        return [Fault(file, 1, "", "is not separated by commas; save it as 'CSV UTF-8 (comma delimited)'")]
    faults = []
    for name in header:
        if header.count(name) > 1:
            faults.append(Fault(file, 1, name, "the column is there more than once; keep one"))
        elif name not in columns:
            listed = ", ".join(columns)
            faults.append(Fault(file, 1, name, f"is not a column of this file; rename or remove it (it has: {listed})"))
    faults += [
        Fault(file, 1, name, "the column is missing; add it to the header, its cells may be blank")
        for name in columns
        if name not in header
    ]
    return sorted(set(faults))


def _cell_faults(file: str, row: int, values: dict[str, str]) -> list[Fault]:
    faults = []
    for column, value in values.items():
        if found := _CONTROL.search(value):
            mark = found[0].encode("unicode_escape").decode("ascii")
            faults.append(Fault(file, row, column, f"holds the control character {mark}; delete it"))
        if len(value) > LONGEST_CELL:
            long = f"holds {len(value):,} characters; a spreadsheet keeps {LONGEST_CELL:,} at most"
            faults.append(Fault(file, row, column, f"{long}; shorten it"))
    return faults
