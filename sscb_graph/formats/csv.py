"""An answer as CSV, for spreadsheets."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from sscb_graph.formats.values import as_text
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.columns import names


def format_csv(answer: Answer) -> str:
    """A line per row, lists joined by semicolons; no cell can be taken for a formula."""
    return csv_text(names(answer.columns), answer.rows)


def csv_file(answer: Answer) -> bytes:
    """The CSV of an answer as a file: UTF-8 with a byte order mark, without which Excel garbles bullets."""
    # Half a character, which no plan holds but a caller's row may, is written as its escape.
    return f"\ufeff{format_csv(answer)}\r\n".encode("utf-8", errors="backslashreplace")


def csv_text(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> str:
    """CSV of some rows under a header, safe to open in a spreadsheet, without a final line break."""
    # The standard module writes "=1+1" as it is, and a spreadsheet would run it.
    from defusedcsv import csv

    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([as_text(row.get(column)) for column in columns])
    return out.getvalue().removesuffix("\r\n")
