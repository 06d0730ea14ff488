"""The formats of an answer: a table for people; JSON, CSV and Markdown for programs and documents; exports."""

from __future__ import annotations

from collections.abc import Sequence

from sscb_graph.questions.answer import Answer

#: The formats of an answer; the first is for people.
FORMATS = ("table", "json", "csv", "markdown")


def format_answer(answer: Answer, form: str, next_steps: Sequence[str] = ()) -> str:
    """An answer in one of FORMATS, without a final line break; only a table shows the next steps.

    Each format is imported when it is used, since a process prints one answer. Raises ValueError for another format.
    """
    if form == "table":
        from sscb_graph.formats.table import format_table

        return format_table(answer, next_steps)
    if form == "json":
        from sscb_graph.formats.json import format_json

        return format_json(answer)
    if form == "csv":
        from sscb_graph.formats.csv import format_csv

        return format_csv(answer)
    if form == "markdown":
        from sscb_graph.formats.markdown import format_markdown

        return format_markdown(answer)
    raise ValueError(f"{form!r} is not a format of answers")
