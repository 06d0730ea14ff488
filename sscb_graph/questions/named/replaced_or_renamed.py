"""What replaced what, and what was renamed."""

from __future__ import annotations

from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import marked
from sscb_graph.model.vocabulary import TAKES_PLACE
from sscb_graph.questions.columns import LINE
from sscb_graph.questions.rows import Parameters, Row, line_row
from sscb_graph.text import sentences

COLUMNS = LINE


def rows(view: GraphView) -> list[Row]:
    """A row for each body that took the place of another, or is another under a new name."""
    return [line_row(edge) for edge in view.typed(*TAKES_PLACE)]


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """What took the place of what."""
    told = (f"{row['body']} {row['relation']} {marked(row['other'], row['basis'])}." for row in rows)
    return sentences(told) or "The plan does not say that any body took the place of another."


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """The difference between the two."""
    return ["'Replaces' is a new group in the place of another; 'formerly' is the same group under another name."]
