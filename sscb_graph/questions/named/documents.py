"""Legislation, guidance and other documents that the plan names or relies on."""

from __future__ import annotations

from sscb_graph.graph.nodes import Document
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.brief import Brief
from sscb_graph.questions.columns import BASIS, SUPPORT, Date, Id, Text
from sscb_graph.questions.headlines import bases_of, by_kind
from sscb_graph.questions.rows import ABOUT, Parameters, Row, support_cells
from sscb_graph.text import many, sentences

COLUMNS = (Text("document"), Id("document_id"), Text("kind"), Date("date"), *SUPPORT)


def rows(view: GraphView) -> list[Row]:
    """A row for each document, those of a kind together, in the order in which their kinds are first named."""
    found = view.all(Document)
    kinds = list(dict.fromkeys(document.kind for document in found))
    return [
        {
            "document": document.name,
            "document_id": document.id,
            "kind": document.kind,
            "date": document.date,
            **support_cells(document),
            ABOUT: [document.id],
        }
        for document in sorted(found, key=lambda document: kinds.index(document.kind))
    ]


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many there are of each kind, and how many the plan itself does not name."""
    return sentences([f"{many(len(rows), 'document')}: {by_kind(rows, 'kind')}.", bases_of(rows)]) if rows else ""


def brief(view: GraphView, rows: list[Row], parameters: Parameters) -> Brief:
    """Each document, with its kind and date."""
    return Brief((Text("document"), Text("kind"), Date("date"), BASIS), rows)
