"""A CSV file -> rows of cells, with every fault of its bytes and its shape located; and rows -> a CSV file."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sscb_graph.errors import Fault, visible
from sscb_graph.text import CONTROL

#: The most characters that a spreadsheet holds in a cell.
LONGEST_CELL = 32_767
#: The byte order mark, by which Excel knows UTF-8.
BOM = b"\xef\xbb\xbf"
#: The number of faults after which a file is read no further: nobody reads as many, and a file may have millions.
MOST_FAULTS = 1_000
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7}) |^={7}$", re.MULTILINE)
_LINE_END = re.compile(r"\r\n?|\n")
_QUOTES = "put a cell that holds a comma, a line break or a quotation mark in double quotes, and double those in it"


@dataclass(frozen=True)
class Cells:
    """A row: its number as a spreadsheet shows it, and its cells by column, without blank cells."""

    row: int
    values: dict[str, str]


@dataclass
class Found:
    """The faults of a file, and whether its rows were read to the end: what was not read may hold what others name."""

    faults: list[Fault] = field(default_factory=list)
    whole: bool = True

    def stop(self, *faults: Fault) -> None:
        """Notes why the file is read no further."""
        self.faults += faults
        self.whole = False


def read_cells(file: str, data: bytes, columns: Mapping[str, bool]) -> tuple[list[Cells], list[Fault]]:
    """The rows of ``each_row``, and the faults that it found."""
    found = Found()
    return list(each_row(file, data, columns, found)), found.faults


def each_row(file: str, data: bytes, columns: Mapping[str, bool], found: Found) -> Iterator[Cells]:
    """The rows of a CSV of UTF-8 text, with or without BOM; blank rows are skipped, and every fault goes to ``found``.

    ``columns`` says for each column whether the header must have it; the cells of an optional column that is missing
    are blank. The file is read no further once ``found`` holds MOST_FAULTS, whoever put them there.
    """
    text, faults = _decode(file, data)
    if text is None:
        found.stop(*faults)
    elif not text.strip():
        named = ", ".join(columns)
        found.stop(Fault(file, 0, "", f"the file is empty; its first row must name the columns: {named}"))
    elif conflict := _CONFLICT.search(text):
        row = _row_after(text[: conflict.start()])
        found.stop(Fault(file, row, "", "a merge conflict was left in the file; choose one side and remove its marks"))
    else:
        yield from _rows(file, text, columns, found)


def first_cells(data: bytes) -> dict[str, str]:
    """The cells of the first row below the header, by column; {} for a file that cannot be read."""
    text, _ = _decode("", data)
    try:
        row = next(csv.DictReader(io.StringIO(text or "", newline=""), strict=True), {})
    except csv.Error:
        return {}
    return {name.strip(): (cell or "").strip() for name, cell in row.items() if isinstance(name, str)}


def header(data: bytes) -> list[str]:
    """The names of the columns; [] for a file that cannot be read."""
    text, _ = _decode("", data)
    try:
        return [name.strip() for name in next(csv.reader(io.StringIO(text or "", newline=""), strict=True), [])]
    except csv.Error:
        return []


def write_csv(columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """A CSV that Excel opens: UTF-8 with BOM; what a row lacks, or has as None, is blank."""
    columns = list(columns)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([row.get(column, "") for column in columns] for row in rows)
    return BOM + out.getvalue().encode()


def _decode(file: str, data: bytes) -> tuple[str | None, list[Fault]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [Fault(file, 0, "", "is encoded as UTF-16; save it as 'CSV UTF-8 (comma delimited)'")]
    try:
        # Carriage returns within a cell would break lines of Markdown, tables and GraphML.
        return data.removeprefix(BOM).decode("utf-8").replace("\r\n", "\n").replace("\r", "\n"), []
    except UnicodeDecodeError as problem:
        read = problem.object
        before = read[: problem.start].decode("utf-8", "replace")
        near = _LINE_END.split(before)[-1][-20:]
        where = f" after '{visible(near)}'" if near else ""
        sentence = f"is not UTF-8: the byte 0x{read[problem.start]:02x}{where} cannot be read; "
        return None, [Fault(file, _row_after(before), "", sentence + "save it as 'CSV UTF-8 (comma delimited)'")]


def _row_after(before: str) -> int:
    """The row, as a spreadsheet counts, that some text leads up to; line breaks within quotes do not count."""
    return sum(len(_LINE_END.findall(outside)) for outside in before.split('"')[::2]) + 1


def _rows(file: str, text: str, columns: Mapping[str, bool], found: Found) -> Iterator[Cells]:
    # Without this, a long cell would end the reading instead of being reported with its row.
    csv.field_size_limit(max(csv.field_size_limit(), 10 * LONGEST_CELL + len(text)))
    reader = enumerate(csv.reader(io.StringIO(text, newline=""), strict=True), 1)
    number = 0
    try:
        number, first = next(reader)
        names = [name.strip() for name in first]
        if faults := _header_faults(file, names, columns):
            found.stop(*faults)
            return
        # One search of the whole text spares a search of every cell of a sound file.
        suspicious = bool(CONTROL.search(text))
        seen: dict[tuple[str, ...], int] = {}
        for number, cells in reader:
            if len(found.faults) >= MOST_FAULTS:
                found.stop(Fault(file, 0, "", f"is read no further than row {number - 1:,}, for its many faults"))
                return
            if not any(cells):
                continue
            if sentence := _row_fault(number, cells, len(names), seen):
                found.faults.append(Fault(file, number, "", sentence))
                continue
            values = {name: value for name, cell in zip(names, cells, strict=True) if (value := cell.strip())}
            if suspicious or sum(map(len, cells)) > LONGEST_CELL:
                found.faults.extend(_cell_faults(file, number, values))
            yield Cells(number, values)
    except csv.Error as problem:
        found.stop(Fault(file, number + 1, "", f"is not well-formed CSV from here on ({problem}); {_QUOTES}"))


def _row_fault(number: int, cells: list[str], width: int, seen: dict[tuple[str, ...], int]) -> str:
    """What is wrong with a row as a whole, "" for nothing; ``seen`` holds the rows before it, by their cells."""
    if len(cells) != width:
        return _wrong_width(len(cells), width)
    first = seen.setdefault(tuple(cells), number)
    return "" if first == number else f"is given twice: it is the same as row {first}; delete one"


def _wrong_width(found: int, wanted: int) -> str:
    problem = "short: a comma is missing" if found < wanted else "long: put a cell that holds a comma in double quotes"
    return f"has {found} cells where the header has {wanted}; it is too {problem}"


def _header_faults(file: str, names: list[str], columns: Mapping[str, bool]) -> list[Fault]:
    if len(names) == 1 and (";" in names[0] or "\t" in names[0]) and len(columns) > 1:
        return [Fault(file, 1, "", "is not separated by commas; save it as 'CSV UTF-8 (comma delimited)'")]
    faults = []
    for name, count in Counter(names).items():
        if count > 1:
            faults.append(Fault(file, 1, name, "the column is there more than once; keep one"))
        elif name not in columns:
            listed = ", ".join(columns)
            faults.append(Fault(file, 1, name, f"is not a column of this file; rename or remove it (it has: {listed})"))
    faults += [
        Fault(file, 1, name, "the column is missing; add it to the header and fill in its cells")
        for name, needed in columns.items()
        if needed and name not in names
    ]
    return sorted(faults)


def _cell_faults(file: str, row: int, values: dict[str, str]) -> list[Fault]:
    faults = []
    for column, value in values.items():
        if found := CONTROL.search(value):
            mark = found[0].encode("unicode_escape").decode("ascii")
            faults.append(Fault(file, row, column, f"holds the control character {mark}; delete it"))
        if len(value) > LONGEST_CELL:
            long = f"holds {len(value):,} characters; a spreadsheet keeps at most {LONGEST_CELL:,}"
            faults.append(Fault(file, row, column, f"{long}; shorten it"))
    return faults
