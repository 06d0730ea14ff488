"""Rows of a CSV that change or are added; every other row keeps its bytes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sscb_graph.folder.csv_cells import BOM, write_csv
from sscb_graph.model import Record

#: A line with its end, which may be that of any system; the last may have none.
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_LINE_END = re.compile(r"(?:\r\n|\r|\n)\Z")


@dataclass
class TableEdit:
    """What changes in a file: new cells by row (the header is row 1) and column, and the cells of rows that are added.

    A cell is blank where it is "".
    """

    changed: dict[int, dict[str, str]] = field(default_factory=dict)
    added: list[dict[str, str]] = field(default_factory=list)

    @property
    def columns(self) -> set[str]:
        """The columns that it fills in."""
        return {name for row in (*self.changed.values(), *self.added) for name, cell in row.items() if cell}


def edit_table(record: type[Record], data: bytes | None, edit: TableEdit) -> bytes:
    """The file of a class of records after an edit; ``data`` is None for a file that is missing.

    A row that does not change keeps its bytes, except that it gets a blank cell for each column that the file lacked.
    """
    columns = list(record.columns())
    if data is None:
        return write_csv(columns, edit.added)
    mark = BOM if data.startswith(BOM) else b""
    rows = list(_rows(data.removeprefix(BOM).decode()))
    names = [name.strip() for name in rows[0].cells]
    new = [name for name in columns if name in edit.columns and name not in names]
    end = (_LINE_END.search(rows[0].text) or ["\r\n"])[0]
    texts = list(_changed(rows, names, new, edit))
    if edit.added and not _LINE_END.search(texts[-1]):
        texts[-1] += end
    texts += [_line([row.get(name, "") for name in (*names, *new)], end) for row in edit.added]
    return mark + "".join(texts).encode()


def cells_of(record: Record) -> dict[str, str]:
    """The cells of a record by column, as a file holds them; without blank ones."""
    cells = {name: _cell(name, getattr(record, record.field_of(name))) for name in record.columns()}
    return {name: cell for name, cell in cells.items() if cell}


def _cell(column: str, value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case tuple():
            return (" | " if column == "quote" else "; ").join(map(str, value))
        case _:
            return str(value)


@dataclass(frozen=True)
class _Row:
    """A row as it is written, with its line end, and its cells."""

    text: str
    cells: Sequence[str]


def _rows(text: str) -> Iterator[_Row]:
    """The rows of a CSV in their order, blank ones too: a row's place is its number in a spreadsheet."""
    taken: list[str] = []

    def lines() -> Iterator[str]:
        for line in _LINE.findall(text):
            taken.append(line)
            yield line

    for cells in csv.reader(lines(), strict=True):
        yield _Row("".join(taken), cells)
        taken.clear()


def _changed(rows: Iterable[_Row], names: Sequence[str], new: Sequence[str], edit: TableEdit) -> Iterator[str]:
    for number, row in enumerate(rows, 1):
        end = (_LINE_END.search(row.text) or [""])[0]
        if number == 1:
            yield row.text.removesuffix(end) + "".join(f",{name}" for name in new) + end
        elif cells := edit.changed.get(number):
            values: Mapping[str, str] = {**dict(zip(names, row.cells, strict=True)), **cells}
            yield _line([values.get(name, "") for name in (*names, *new)], end)
        else:
            yield row.text.removesuffix(end) + ("," * len(new) if any(row.cells) else "") + end


def _line(cells: Sequence[str], end: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=end).writerow(cells)
    return out.getvalue()
