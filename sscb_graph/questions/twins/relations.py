"""Twin of ``relations.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts, Node
from sscb_graph.questions.rows import Row, line_row

#: What the far end of a relation is, by its label; a body says its own kind.
_KINDS = {
    "Event": "event",
    "Document": "document",
    "PeerReviewRecommendation": "recommendation of the peer review",
}


def answer(facts: Facts, via: list[str]) -> list[Row]:
    """One row for each relation of the types."""
    return [
        line_row(
            fact,
            id=fact.id,
            body_id=fact.start["id"],
            other_id=fact.end["id"],
            other_kind=_kind(fact.end),
            note=fact.get("note"),
        )
        for fact in facts.typed(*via)
        if "Body" in fact.start["labels"]
    ]


def _kind(node: Node) -> str:
    if "Body" in node["labels"]:
        return str(node["kind"])
    return next((kind for label, kind in _KINDS.items() if label in node["labels"]), "thing")
