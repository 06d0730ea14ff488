"""An answer as JSON, CSV or Markdown, for programs and for documents."""

from __future__ import annotations

import io
import json
import re
from typing import Any

from sscb_graph.formats.footer import counted, origin_line
from sscb_graph.formats.values import as_text, words
from sscb_graph.questions.answer import Answer

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|#~])")


def as_json(answer: Answer) -> str:
    """The JSON envelope of the contract."""
    return json.dumps(answer.as_dict(), ensure_ascii=False, indent=2)


def as_csv(answer: Answer) -> str:
    """One row a row, lists joined by semicolons; no cell can be taken for a formula by a spreadsheet."""
    return csv_text(answer.columns, answer.rows)


def csv_text(columns: tuple[str, ...] | list[str], rows: list[dict[str, Any]]) -> str:
    """CSV text of some rows, safe to open in a spreadsheet."""
    from defusedcsv import csv

    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([as_text(row.get(column)) for column in columns])
    return out.getvalue().removesuffix("\r\n")


def as_markdown(answer: Answer) -> str:
    """A table, its notes and where it comes from, to paste into a document."""
    lines = [f"**{_escaped(answer.heading)}**"] if answer.heading else []
    lines += [f"- {_escaped(subject)}" for subject in answer.subjects]
    lines += [""] if lines else []
    lines.append("| " + " | ".join(_escaped(words(column)) for column in answer.columns) + " |")
    lines.append("|" + " --- |" * len(answer.columns))
    for row in answer.rows:
        lines.append("| " + " | ".join(_escaped(as_text(row[column])) for column in answer.columns) + " |")
    lines += ["", *(f"- {_escaped(note)}" for note in answer.notes)]
    lines += ["", f"{_escaped(counted(answer))} {_escaped(origin_line(answer.origin))}"]
    return "\n".join(lines)


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text).replace("\n", "<br>")
