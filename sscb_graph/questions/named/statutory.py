"""Which bodies the plan calls statutory, or a decision after it."""

from __future__ import annotations

from sscb_graph.graph.nodes import Body, Passage
from sscb_graph.graph.standings import kind_basis
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED, marked
from sscb_graph.model.vocabulary import KEY_OF_PICTURE
from sscb_graph.questions.columns import SUPPORT, BasisOfColumn, Id, Text
from sscb_graph.questions.definition import NOTHING
from sscb_graph.questions.rows import ABOUT, Parameters, Row
from sscb_graph.questions.silence import not_statutory
from sscb_graph.text import listed, many, sentences

#: The word that makes a line of a key speak of such bodies.
_STATUTORY = "statutory"

COLUMNS = (Text("body"), Id("body_id"), Text("kind"), BasisOfColumn("kind_basis"), *SUPPORT)


def rows(view: GraphView) -> list[Row]:
    """A row for each body that a place in the plan calls statutory, or that is so by a later decision."""
    # What the key of the picture says is no statement on any body; a caution on it belongs to the answer.
    key = [line.id for line in view.all(Passage) if line.kind == KEY_OF_PICTURE and _STATUTORY in line.search_text]
    return [
        {
            "body": body.name,
            "body_id": body.id,
            "kind": body.kind,
            "kind_basis": kind_basis(body),
            "basis": body.statutory_basis,
            "reason": body.statutory_reason,
            "source": body.statutory,
            ABOUT: [body.id, *key],
        }
        for body in view.all(Body)
        if body.statutory
    ]


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """Which the plan calls so, and which are so by what came after it."""
    stated = [row["body"] for row in rows if row["basis"] == STATED]
    others = [marked(row["body"], row["basis"]) for row in rows if row["basis"] != STATED]
    are = many(len(others), "body is", "bodies are")
    told = (
        f"The plan calls {many(len(stated), 'body', 'bodies')} statutory: {listed(stated)}." if stated else "",
        f"{are} statutory by what came after the plan: {listed(others)}." if others else "",
    )
    return sentences(told)


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What a later decision has ended, or what it means that there is no row."""
    ended = [words for body in view.all(Body) for words in not_statutory(body)]
    return ended if ended or rows else [NOTHING]
