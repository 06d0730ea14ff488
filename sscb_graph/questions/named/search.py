"""Every text of the plan that holds some words."""

from __future__ import annotations

from sscb_graph.graph.nodes import (
    BY_US,
    Abbreviation,
    Action,
    Body,
    Document,
    Event,
    Node,
    Passage,
    Priority,
    Recommendation,
    Report,
    Title,
    mark_topic,
)
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED
from sscb_graph.questions.columns import BASIS, SOURCE, Id, Text, Words
from sscb_graph.questions.rows import ABOUT, Parameters, Row
from sscb_graph.text import fold, many

COLUMNS = (Text("kind"), Text("item"), Id("id"), Words("text"), BASIS, SOURCE)

#: The classes of nodes that are searched, in the order of the answer.
LOOKED_THROUGH: tuple[type[Node], ...] = (
    Action,
    Priority,
    Passage,
    Title,
    Body,
    Recommendation,
    Event,
    Document,
    Abbreviation,
    Report,
)
#: The properties that hold a text, in the order of the answer, and those that hold a list of texts.
_TEXTS = (
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
    "topic",
    "expansion",
    "name",
)
_LISTS = ("printed_names", "quote")


def rows(view: GraphView, text: str) -> list[Row]:
    """A row for each thing whose texts hold all words, by kind and in the order of the document."""
    words = text.split(" ")
    return [_row(node, words) for kind in LOOKED_THROUGH for node in view.all(kind) if _holds(node.search_text, words)]


def _row(node: Node, words: list[str]) -> Row:
    return {
        "kind": node.LABEL,
        "item": node.name,
        "id": node.id,
        "text": "\n".join(_holding(node, words)),
        "basis": node.properties.get("basis", STATED),
        "source": node.source,
        ABOUT: [],
    }


def _holding(node: Node, words: list[str]) -> list[str]:
    """The texts that hold all words; every text where the words are spread over several."""
    own = node.properties
    texts = [own[name] for name in _TEXTS if name in own]
    texts += [text for name in _LISTS for text in own.get(name, ())]
    texts = list(dict.fromkeys(texts))
    found = [text for text in texts if _holds(fold(text), words)] or texts
    return [mark_topic(text, BY_US) if text == own.get("topic") else text for text in found]


def _holds(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """In how many places the words stand."""
    return f"{many(len(rows), 'place holds', 'places hold')} these words." if rows else ""


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What it means that there is no row."""
    return [] if rows else ["No text of the plan holds these words: the plan does not say."]
