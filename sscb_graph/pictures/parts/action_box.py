"""The box of an action: its number, its first words, its dates and its status."""

from __future__ import annotations

from sscb_graph.model.dates import in_words
from sscb_graph.pictures.parts.recommendation_box import cited_words
from sscb_graph.pictures.parts.words import shorten, why_blank
from sscb_graph.pictures.picture import Box
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.questions.rows import Row
from sscb_graph.questions.silence import LEAD, STATUS
from sscb_graph.text import capitalised


def action_box(data: PictureData, row: Row, *, cited: bool = False, wrap: int = 44) -> Box:
    """The box of a row of the question ``actions``; with ``cited``, also the recommendations that it cites."""
    status = status_words(data, row)
    due = f"due {', '.join(in_words(day) for day in row['due'])}" if row["due"] else "no date stated"
    items = [cited_words(data, row)] if cited else []
    unled = [] if row["leads"] else [why_blank(data, row, LEAD, "lead", "no lead stated").upper()]
    name = data.action_names[row["row_id"]]
    return Box(
        row["row_id"],
        capitalised(name),
        f"action of Priority {row['priority']}",
        "Action",
        (shorten(row["text"]), "; ".join((due, status, *items)), *unled),
        wrap=wrap,
        column=1,
        facts=(f"Written in {row['source']}",),
    )


def status_words(data: PictureData, row: Row) -> str:
    """How far the action of a row of the question ``actions`` is, or why that is not known."""
    if row["status"]:
        return f"{row['status']} ({row['status_basis']})"
    return why_blank(data, row, STATUS, "status", "status not stated")
