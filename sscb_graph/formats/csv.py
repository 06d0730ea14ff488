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
