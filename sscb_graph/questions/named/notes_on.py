"""Which cautions belong to some things."""

from __future__ import annotations

from sscb_graph.graph.nodes import Node, Note, Recommendation, Report
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.columns import SUPPORT, Id, Text
from sscb_graph.questions.rows import ABOUT, Row

COLUMNS = (Text("note"), Id("about_id"), *SUPPORT)


def rows(view: GraphView, ids: list[str]) -> list[Row]:
    """The cautions in their own order; one about a report belongs to each of its items too."""
    wanted = frozenset(ids)
    return [
        {
            "note": note.text,
            "about_id": edge.end.id,
            "basis": edge.basis,
            "reason": edge.reason,
            "source": edge.source,
            ABOUT: [],
        }
        for note in view.all(Note)
        for edge in view.out(note, "NOTE_ON")
        if edge.end.id in wanted or _holds(view, edge.end, wanted)
    ]


def _holds(view: GraphView, thing: Node, wanted: frozenset[str]) -> bool:
    """Whether a report holds a recommendation that is wanted."""
    if not isinstance(thing, Report):
        return False
    found = (view.reader.node(key) for key in wanted)
    return any(isinstance(node, Recommendation) and node.report == thing.id for node in found)
