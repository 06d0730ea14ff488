"""Twin of ``search.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts, Node
from sscb_graph.questions.rows import Parameters, Row
from sscb_graph.text import fold

KINDS = (
    "Action",
    "Priority",
    "Passage",
    "Title",
    "Body",
    "PeerReviewRecommendation",
    "OfstedRecommendation",
    "Event",
    "Document",
    "Abbreviation",
)
CELLS = (
    "text",
    "outcome",
    "lead_printed",
    "timescale_printed",
    "number_printed",
    "recs_printed",
    "status_printed",
    "wording",
    "wording_in_table",
    "heading",
)


def answer(facts: Facts, text: str) -> list[Row]:
    """Every text of the plan that holds the words, by kind and in the order of the document."""
    return [_row(kind, node) for kind in KINDS for node in facts.labelled(kind) if _holds(node["search_text"], text)]


def _holds(text: str, words: str) -> bool:
    return all(word in text for word in words.split(" "))


def _row(kind: str, node: Node) -> Row:
    texts = [node[cell] for cell in CELLS if cell in node]
    texts += [node[cell] for cell in ("topic", "expansion") if cell in node]
    return {
        "kind": kind,
        "item": node["name"],
        "id": node["id"],
        "text": [*texts, node["name"], *node.get("printed_names", []), *node.get("quote", [])],
        "basis": node.get("basis", "stated"),
        "source": node["source"],
        "about": [],
    }


def finish(rows: list[Row], parameters: Parameters) -> None:
    """Keeps of each row the texts that hold the words; a match across two cells keeps them all."""
    for row in rows:
        texts = list(dict.fromkeys(row["text"]))
        holding = [one for one in texts if _holds(fold(one), parameters["text"])]
        row["text"] = "\n".join(holding or texts)


def notes(rows: list[Row], parameters: Parameters) -> list[str]:
    """What it means that there is no row."""
    return [] if rows else ["No text of the plan holds these words: the plan does not say."]
