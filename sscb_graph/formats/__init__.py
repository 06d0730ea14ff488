"""Answers -> text, JSON, CSV and Markdown; diagrams and exports."""

from __future__ import annotations

from collections.abc import Sequence

from sscb_graph.questions.answer import Answer

FORMATS = ("table", "json", "csv", "markdown")


def render(answer: Answer, form: str, next_steps: Sequence[str] = ()) -> str:
    """An answer in one of the formats, without the last line's end."""
    if form == "table":
        from sscb_graph.formats.table import as_table

        return as_table(answer, next_steps)
    from sscb_graph.formats.markdown import as_csv, as_json, as_markdown

    return {"json": as_json, "csv": as_csv, "markdown": as_markdown}[form](answer)
