"""What can happen to the files of a plan, by hand, by a program or on a disk: each with what must be said of it."""

from __future__ import annotations

import csv
import io
import os
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sscb_graph.model import RECORDS, Plan, Record

BOM = b"\xef\xbb\xbf"
BY_FILE: dict[str, type[Record]] = {record.FILE: record for record in RECORDS}
Place = tuple[str, int, str]


@dataclass
class Damaged:
    """The files of a plan on the way to damage, and the place of a fault that must be named, where it is known."""

    chance: random.Random
    files: dict[str, bytes]
    #: File, row as a spreadsheet counts (0 for the file as a whole) and column ("" for the row as a whole).
    expected: Place | None = None
    #: What is put in the folder beside the files, such as a pipe, once it is there.
    beside: list[Callable[[Path], object]] = field(default_factory=list)

    def file(self, wanted: Callable[[type[Record]], object] = bool) -> str:
        """A file with rows, whose record has what is wanted."""
        names = [name for name in sorted(self.files) if wanted(BY_FILE[name]) and len(self.rows(name)) > 1]
        return self.chance.choice(names)

    def rows(self, name: str) -> list[list[str]]:
        return list(csv.reader(io.StringIO(self.files[name].decode("utf-8-sig"), newline="")))

    def write(self, name: str, rows: list[list[str]]) -> None:
        """Writes rows; an empty one is an empty line."""
        out = io.StringIO(newline="")
        csv.writer(out).writerows(rows)
        self.files[name] = BOM + out.getvalue().encode()

    def row(self, name: str) -> int:
        """A row of a file below its header, by its place in ``rows``, that is not blank."""
        return self.chance.choice([at for at, row in enumerate(self.rows(name)) if at and any(row)])

    def set(self, name: str, at: int, column: str, cell: str) -> None:
        """Changes a cell, and expects a fault there."""
        rows = self.rows(name)
        rows[at][rows[0].index(column)] = cell
        self.write(name, rows)
        self.expected = (name, at + 1, column)

    def stretch(self, name: str) -> None:
        """Gives a file rows of several lines, and blank rows, near its top: lines are no rows from there on."""
        rows = self.rows(name)
        longest = max(range(len(rows[1])), key=lambda column: len(rows[1][column]))
        cell = rows[1][longest]
        rows[1][longest] = f'{cell[:2]}\n"quoted"\n\n{cell[2:]}'
        self.write(name, [*rows[:2], [], [""] * len(rows[0]), *rows[2:]])

    def cell(self, wanted: Callable[[type[Record]], list[str]]) -> tuple[str, int, str]:
        """A cell of a column that is wanted, by file, row and column; its file may be stretched before."""
        name = self.file(lambda record: set(wanted(record)) & set(self.rows(record.FILE)[0]))
        column = self.chance.choice([each for each in wanted(BY_FILE[name]) if each in self.rows(name)[0]])
        at = self.row(name)
        if at > 1 and self.chance.random() < 0.5:  # the row that is stretched has faults of its own
            self.stretch(name)
            at += 2
        return name, at, column


def _columns(record: type[Record]) -> list[str]:
    return list(record.columns())


# -- what a hand does to a cell, a row or a column


def unknown_reference(seed: Damaged) -> None:
    seed.set(*seed.cell(lambda record: list(record.REFERENCES)), "nobody-here")


def blank(seed: Damaged) -> None:
    seed.set(*seed.cell(lambda record: [name for name, cell in record.columns().items() if cell.is_required()]), "")


def unseen_character(seed: Damaged) -> None:
    marks = ["\x00", "\x07", "\x1b[31m", "\x7f", "\x9b", "\u2028", "\u202e", "\u2066", "\ufeff", "\uffff"]
    seed.set(*seed.cell(_columns), f"a{seed.chance.choice(marks)}b")


def huge_cell(seed: Damaged) -> None:
    seed.set(*seed.cell(_columns), "x" * seed.chance.choice([32_768, 40_000, 400_000, 5_000_000]))


def same_id(seed: Damaged) -> None:
    name, at, key = seed.cell(lambda record: [record.KEY])
    rows = seed.rows(name)
    # The first row may be stretched, and a row with faults of its own gives no id away.
    earlier = [row[rows[0].index(key)] for row in rows[2:at] if any(row)]
    other = earlier[0] if earlier else seed.rows(Plan.FILE)[1][0]
    if name != Plan.FILE and not BY_FILE[name].OWN_KEYS:
        seed.set(name, at, key, other)


def width(seed: Damaged) -> None:
    name, at, _ = seed.cell(_columns)
    rows = seed.rows(name)
    rows[at] = rows[at][:-1] if len(rows[at]) > 2 and seed.chance.random() < 0.5 else [*rows[at], ""]
    seed.write(name, rows)
    seed.expected = (name, at + 1, "")


def row_twice(seed: Damaged) -> None:
    name, at, _ = seed.cell(_columns)
    rows = seed.rows(name)
    below = seed.chance.randint(at, len(rows) - 1)
    seed.write(name, [*rows[: below + 1], rows[at], *rows[below + 1 :]])
    seed.expected = (name, below + 2, "")


def swapped_cells(seed: Damaged) -> None:
    name, at, _ = seed.cell(_columns)
    rows = seed.rows(name)
    one, other = (seed.chance.randrange(len(rows[at])) for _ in range(2))
    rows[at][one], rows[at][other] = rows[at][other], rows[at][one]
    seed.write(name, rows)


def swapped_rows(seed: Damaged) -> None:
    name = seed.file()
    rows = seed.rows(name)
    column, one, other = seed.chance.randrange(len(rows[0])), seed.row(name), seed.row(name)
    rows[one][column], rows[other][column] = rows[other][column], rows[one][column]
    seed.write(name, rows)


def lost_row(seed: Damaged) -> None:
    name, at, _ = seed.cell(_columns)
    rows = seed.rows(name)
    seed.write(name, rows[:at] + rows[at + 1 :])


def renamed_column(seed: Damaged) -> None:
    name = seed.file()
    rows = seed.rows(name)
    rows[0][seed.chance.randrange(len(rows[0]))] = "column of mine"
    seed.write(name, rows)
    seed.expected = (name, 1, "column of mine")


def moved_column(seed: Damaged) -> None:
    name = seed.file()
    rows = seed.rows(name)
    at = seed.chance.randrange(len(rows[0]))
    seed.write(name, [[*row[:at], *row[at + 1 :], row[at]] if row else row for row in rows])


# -- what a program makes of a file


def unbalanced_quote(seed: Damaged) -> None:
    name = seed.file()
    if seed.chance.random() < 0.5:
        seed.stretch(name)
    rows = seed.rows(name)
    start = '"' if seed.chance.random() < 0.5 else '"x"'
    seed.files[name] += f"{start}y{',' * (len(rows[0]) - 1)}\r\nz{',' * (len(rows[0]) - 1)}\r\n".encode()
    seed.expected = (name, len(rows) + 1, "")


def quote_anywhere(seed: Damaged) -> None:
    name = seed.file()
    at = seed.chance.randrange(len(seed.files[name]))
    seed.files[name] = seed.files[name][:at] + b'"' + seed.files[name][at:]


def utf16(seed: Damaged) -> None:
    name = seed.file()
    seed.files[name] = seed.files[name].decode("utf-8-sig").encode("utf-16")
    seed.expected = (name, 0, "")


def ansi(seed: Damaged) -> None:
    name, at, column = seed.cell(_columns)
    seed.set(name, at, column, "Caf\ufffd")
    seed.files[name] = seed.files[name].replace("Caf\ufffd".encode(), "Café".encode("cp1252"))
    seed.expected = (name, at + 1, "")


def mark_lost_or_doubled(seed: Damaged) -> None:
    name = seed.file()
    bare = seed.files[name].removeprefix(BOM)
    seed.files[name] = seed.chance.choice([bare, BOM + BOM + bare])


def line_ends(seed: Damaged) -> None:
    name = seed.file()
    seed.files[name] = seed.files[name].replace(b"\r\n", seed.chance.choice([b"\r", b"\n", b"\r\r\n"]))


def semicolons(seed: Damaged) -> None:
    name = seed.file(lambda record: len(record.columns()) > 1)
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=seed.chance.choice([";", "\t"])).writerows(seed.rows(name))
    seed.files[name] = BOM + out.getvalue().encode()
    seed.expected = (name, 1, "")


def conflict(seed: Damaged) -> None:
    name, at, _ = seed.cell(_columns)
    rows = seed.rows(name)
    seed.write(name, [*rows[:at], ["<<<<<<< ours"], *rows[at:]])
    seed.expected = (name, at + 1, "")


def bad_rows(seed: Damaged) -> None:
    name = seed.file()
    seed.files[name] += b"x\r\n" * seed.chance.choice([200, 2_000, 200_000])


# -- what a disk or a network does


def flipped(seed: Damaged) -> None:
    name = seed.file()
    data = bytearray(seed.files[name])
    for _ in range(seed.chance.choice([1, 1, 2, 20])):
        data[seed.chance.randrange(len(data))] ^= 1 << seed.chance.randrange(8)
    seed.files[name] = bytes(data)


def cut(seed: Damaged) -> None:
    name = seed.file()
    seed.files[name] = seed.files[name][: seed.chance.randrange(len(seed.files[name]))]


def zeroed(seed: Damaged) -> None:
    name = seed.file()
    start = seed.chance.randrange(len(seed.files[name]))
    seed.files[name] = seed.files[name][:start] + bytes(len(seed.files[name]) - start)


def lost_line(seed: Damaged) -> None:
    name = seed.file()
    lines = seed.files[name].splitlines(keepends=True)
    del lines[seed.chance.randrange(len(lines))]
    seed.files[name] = b"".join(lines)


def lost_file(seed: Damaged) -> None:
    del seed.files[seed.file()]


def no_file(seed: Damaged) -> None:
    name = seed.file()
    del seed.files[name]
    makers: list[Callable[[Path], object]] = [
        os.mkfifo,
        Path.mkdir,
        lambda path: path.symlink_to("/dev/zero"),
        lambda path: path.symlink_to(path.name),
        lambda path: path.symlink_to("nowhere"),
        _oversized,
    ]
    make = seed.chance.choice(makers)
    seed.beside.append(lambda folder: make(folder / name))
    seed.expected = (name, 0, "")


def _oversized(path: Path) -> None:
    """A file that says it holds a gigabyte, and takes no room."""
    path.touch()
    os.truncate(path, 1 << 30)


DAMAGES: list[Callable[[Damaged], None]] = [
    unknown_reference, blank, unseen_character, huge_cell, same_id, width, row_twice, swapped_cells, swapped_rows,
    lost_row, renamed_column, moved_column, unbalanced_quote, quote_anywhere, utf16, ansi, mark_lost_or_doubled,
    line_ends, semicolons, conflict, bad_rows, flipped, cut, zeroed, lost_line, lost_file, no_file,
]  # fmt: skip
