"""A new plan's folder: empty, or a copy of the shipped one, with a README of its columns."""

from __future__ import annotations

import csv
import io
import re

from sscb_graph.records import RECORDS, Fact, Plan, Record
from sscb_graph.records.base import DatedFact
from sscb_graph.resources import seed_folder
from sscb_graph.seed.folder import read_folder
from sscb_graph.text import slug

README = "README.md"


def empty_plan(name: str) -> dict[str, bytes]:
    """The files of a plan with nothing in it but its own row."""
    key = slug(re.sub(r"[^A-Za-z0-9]+", "-", name)).strip("-.") or "my-plan"
    key = key if key[0].isalpha() else f"plan-{key}"
    files = {record.FILE: _header(record) for record in RECORDS}
    columns = list(Plan.columns())
    row = {"id": key, "title": name or key, "short_title": name or key}
    files[Plan.FILE] = _csv([columns, [row.get(column, "") for column in columns]])
    return {**files, README: readme().encode()}


def example_plan() -> dict[str, bytes]:
    """The files of the shipped plan, for editing."""
    return {**read_folder(seed_folder()).files, README: readme().encode()}


def _header(record: type[Record]) -> bytes:
    return _csv([list(record.columns())])


def _csv(rows: list[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def readme() -> str:
    """The page that explains every file and column of a seed folder."""
    parts = [_INTRODUCTION]
    for record in RECORDS:
        parts.append(
            f"## {record.FILE}\n\n{record.MEANING}\n\n| column | needed | what it holds |\n| --- | --- | --- |"
        )
        for name, column in record.columns().items():
            needed = "yes" if column.is_required() else "no"
            names = record.REFERENCES.get(name, ())
            where = f" ({' or '.join(names)})" if names and names != ("*",) else ""
            parts[-1] += f"\n| {name} | {needed} | {column.description}{where} |"
        if issubclass(record, DatedFact):
            parts[-1] += f"\n\n{_DATED}"
        elif issubclass(record, Fact):
            parts[-1] += f"\n\n{_FACT}"
    return "\n\n".join(parts) + "\n"


_FACT = "A stated fact needs `written_in` and `quote`; any other basis needs a `reason`."
_DATED = _FACT + (
    " A fact with an `until` date is kept and exported, and no longer counts in answers; "
    "`confirmed_by` and `confirmed_on` go together."
)
_INTRODUCTION = """# A plan, as a folder of CSV files

Each file holds one kind of record; each row is one record. Open them in Excel, correct a cell, save as
"CSV UTF-8 (comma delimited)", and ask again: the answers follow. `sscb check` says what is questionable, and a
mistake in a file is reported with its file, row and column before anything is loaded.

- **Ids** (`p2-2.10`, `business-group`) tie the files together. They never change, and they begin with a letter so
  that a spreadsheet leaves them alone. A column that names several ids separates them with `;`.
- **Dates** are written `2018-06-30` or `30/06/2018`; a month alone is `2018-06`. A blank date is unknown. If a
  spreadsheet turns a month into `Jun-18`, the file is refused until it is written back.
- **Basis** says how the plan supports a fact: `stated` (the document says it), `inherited` (a blank cell that shares
  the row above), `inferred` (reasoned from a statement; the reason is given) or `assumed` (ours, to be confirmed).
- **Quotes** are the document's own words. Each must stand, word for word, in the passage or row that `written_in`
  names; several quotes are separated by ` | `.
- **Confirming a line** that the document does not state: fill in `confirmed_by` (a post or a minute) and
  `confirmed_on` in `relations.csv`. The basis stays, and answers show the confirmation. To add a line that no
  sentence supports, use basis `assumed` with a reason.
- **Setting a status**: add a row to `statuses.csv`. Give the status that it follows an `until` date.
- **Changing a lead**: give the old row of `leads.csv` an `until` date and add a row for the new one, with basis
  `assumed` and a reason; or change the row, its basis and its reason, and empty its `written_in` and `quote`. A lead is
  `stated` only where the plan prints that body's name.
- **Blank cells** of the document stay blank here; what they are read as stands in a row of its own, as `inherited`."""
