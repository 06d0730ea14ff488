"""The formats of an answer: a table for people; JSON, CSV and Markdown for programs and documents; exports."""

from __future__ import annotations

from collections.abc import Sequence

from sscb_graph.questions.answer import Answer

#: The formats of an answer that a terminal shows; the first is for people.
FORMATS = ("table", "json", "csv", "markdown")
#: The formats of files, by their suffixes.
SUFFIXES = {
    "docx": "docx",
    "xlsx": "xlsx",
    "pdf": "pdf",
    "html": "html",
    "md": "markdown",
    "csv": "csv",
    "json": "json",
    "txt": "txt",
}
#: Every format; those of files only are bytes, which no terminal shows.
ALL_FORMATS = (*FORMATS, *(form for form in SUFFIXES.values() if form not in FORMATS))
BYTES = frozenset({"docx", "xlsx", "pdf"})
#: The formats of documents that people write minutes in, by their suffixes.
DOCUMENTS = {"docx": "docx", "md": "markdown", "pdf": "pdf", "html": "html"}
#: The formats that show the picture of an answer beside its table.
PICTURED = frozenset({"docx", "pdf", "html"})
#: Those of them that hold no SVG, and so need its pixels.
PIXELS = frozenset({"docx"})


def format_answer(answer: Answer, form: str, next_steps: Sequence[str] = (), *, full: bool = True) -> str:
    """An answer in one of FORMATS, without a final line break; only a table shows the next steps.

    A table is brief unless it is ``full``; every other format is whole. Each format is imported when it is used, since
    a process prints one answer. Raises ValueError for another format.
    """
    if form == "table":
        return _table(answer, next_steps, full=full)
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


def _table(answer: Answer, next_steps: Sequence[str], *, full: bool) -> str:
    from sscb_graph.formats.table import page_text

    if full:
        from sscb_graph.formats.full import full_page

        return page_text(full_page(answer, next_steps))
    from sscb_graph.formats.brief import brief_page

    return page_text(brief_page(answer, next_steps))
