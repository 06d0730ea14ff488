"""Twin of ``relations.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts
from sscb_graph.questions.rows import Row, line_row

#: What a relation of a body may go to.
_ENDS = frozenset({"Body", "Event", "Document"})


def answer(facts: Facts, via: list[str]) -> list[Row]:
    """One row for each relation of the types."""
    return [
        line_row(fact, body_id=fact.start["id"], other_id=fact.end["id"])
        for fact in facts.typed(*via)
        if "Body" in fact.start["labels"] and not _ENDS.isdisjoint(fact.end["labels"])
    ]
