"""Twin of ``notes-on.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts, Node
from sscb_graph.ontology import Label
from sscb_graph.questions.rows import Row


def answer(facts: Facts, ids: list[str]) -> list[Row]:
    """The cautions that belong to some things, in the order of the notes."""
    wanted = set(ids)
    return [
        {
            "note": note["text"],
            "about_id": fact.end["id"],
            "basis": fact.data["basis"],
            "reason": fact.get("reason"),
            "source": fact.data["source"],
            "about": [],
        }
        for note in facts.labelled("Note")
        for fact in facts.out(note, "NOTE_ON")
        if fact.end["id"] in wanted or _holds(facts, fact.end, wanted)
    ]


def _holds(facts: Facts, thing: Node, wanted: set[str]) -> bool:
    """Whether a document holds one of the recommendations that are wanted."""
    if Label.DOCUMENT.value not in thing["labels"]:
        return False
    parts = (fact.start for fact in facts.into(thing, "PART_OF"))
    return any(part["id"] in wanted and Label.RECOMMENDATION.value in part["labels"] for part in parts)
