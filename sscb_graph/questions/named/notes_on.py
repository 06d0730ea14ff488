"""Which cautions belong to some things."""

from __future__ import annotations

from sscb_graph.graph.nodes import Node, Note, Recommendation, Report
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.answer import Caution
from sscb_graph.questions.columns import SUPPORT, Id, Text
from sscb_graph.questions.rows import ABOUT, Parameters, Row, support_cells
from sscb_graph.text import many

COLUMNS = (Text("note"), Id("about_id"), *SUPPORT)


def rows(view: GraphView, ids: list[str]) -> list[Row]:
    """A row for each caution, in their own order; a caution about a report belongs to each of its items too."""
    wanted = frozenset(ids)
    return [
        {
            "note": Caution(note.text) if note.brief else note.text,
            "about_id": edge.end.id,
            **support_cells(edge),
            ABOUT: [],
        }
        for note in view.all(Note)
        for edge in view.out(note, "NOTE_ON")
        if edge.end.id in wanted or _holds(view, edge.end, wanted)
    ]


def _holds(view: GraphView, thing: Node, wanted: frozenset[str]) -> bool:
    """Whether a thing is a report with an item among the wanted ids."""
    if not isinstance(thing, Report):
        return False
    found = (view.reader.node(key) for key in wanted)
    return any(isinstance(node, Recommendation) and node.report == thing.id for node in found)


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many cautions there are."""
    return f"{many(len(rows), 'caution belongs', 'cautions belong')} to it." if rows else "No caution belongs to it."
