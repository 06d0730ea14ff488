"""Which bodies the plan calls statutory."""

from __future__ import annotations

from sscb_graph.graph.nodes import Body, Passage
from sscb_graph.graph.standings import kind_basis
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED
from sscb_graph.model.vocabulary import KEY_OF_PICTURE
from sscb_graph.questions.columns import BASIS, SOURCE, BasisOfColumn, Id, Text
from sscb_graph.questions.definition import NOTHING
from sscb_graph.questions.rows import ABOUT, Parameters, Row
from sscb_graph.text import listed, many

#: The word that makes a line of a key speak of such bodies.
_STATUTORY = "statutory"

COLUMNS = (Text("body"), Id("body_id"), Text("kind"), BasisOfColumn("kind_basis"), BASIS, SOURCE)


def rows(view: GraphView) -> list[Row]:
    """A row for each body that a place in the plan calls statutory."""
    # What the key of the picture says is no statement on any body; a caution on it belongs to the answer.
    key = [line.id for line in view.all(Passage) if line.kind == KEY_OF_PICTURE and _STATUTORY in line.search_text]
    return [
        {
            "body": body.name,
            "body_id": body.id,
            "kind": body.kind,
            "kind_basis": kind_basis(body),
            "basis": STATED,
            "source": body.statutory,
            ABOUT: [body.id, *key],
        }
        for body in view.all(Body)
        if body.statutory
    ]


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """Which they are."""
    names = listed([row["body"] for row in rows])
    return f"The plan calls {many(len(rows), 'body', 'bodies')} statutory: {names}." if rows else ""


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What it means that there is no row."""
    return [] if rows else [NOTHING]
