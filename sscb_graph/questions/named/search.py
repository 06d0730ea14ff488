"""Every text of the plan that holds some words, and every text about it that is in our words."""

from __future__ import annotations

from collections import Counter

from sscb_graph.graph.nodes import (
    BY_US,
    Abbreviation,
    Action,
    Body,
    ChangeEvent,
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
from sscb_graph.graph.view import GraphView, by_end
from sscb_graph.model.basis import STATED, Basis
from sscb_graph.questions.answer import Caution
from sscb_graph.questions.brief import Brief
from sscb_graph.questions.columns import BASIS, SUPPORT, Id, RowName, Text, What, Words
from sscb_graph.questions.headlines import items_listed
from sscb_graph.questions.rows import ABOUT, Parameters, Row, numbers_meaning
from sscb_graph.text import fold, many, sentences

COLUMNS = (Text("kind"), RowName("item"), Id("id"), Words("text"), Text("words_by", "words of"), *SUPPORT)
_BRIEF = (Text("kind"), RowName("item"), What("text", "what it says"), Text("words_by", "words of"), BASIS)

#: The classes of nodes that are searched, in the order of the answer.
LOOKED_THROUGH: tuple[type[Node], ...] = (
    Action,
    Priority,
    Passage,
    Title,
    Body,
    ChangeEvent,
    Recommendation,
    Event,
    Document,
    Abbreviation,
    Report,
)
#: The properties that hold words of the document, in the order of the answer.
_PRINTED = (
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
#: The properties that hold words of ours.
_OUR_TEXTS = ("topic", "name", "short_name", "word", "kind", "expansion")
#: The properties of a change that hold words of whoever entered it, in the order of the answer.
_OF_CHANGES = ("text", "decided_by", "subject_to")
#: Whose words a row gives, unless they are ours.
BY_PLAN, BY_REPORT, BY_CHANGE = "the plan", "the report", "the change"
_OUR_WORDS = "No printed text holds these words: they stand only in what we call the thing or say that it is about."
_NOT_IN_PLAN = "No text of the plan holds these words: the plan does not say."
_TOPIC_HOLDS = "topic of a report item, in our words, holds"
_TOPICS_HOLD = "topics of report items, in our words, hold"
#: Of more topics than these a headline gives only the number.
_NAMED = 12


def rows(view: GraphView, text: str) -> list[Row]:
    """A row for each thing whose texts hold all words: first what is printed, then what only our own words hold."""
    words = text.split(" ")
    found = [_row(view, node, words) for kind in LOOKED_THROUGH for node in view.all(kind) if _found(node, words)]
    return sorted(found, key=lambda row: row["words_by"] == BY_US)


def _found(node: Node, words: list[str]) -> bool:
    return all(word in node.search_text for word in words)


def _row(view: GraphView, node: Node, words: list[str]) -> Row:
    printed = _holding(_printed(view, node), words)
    texts = printed or _holding([*_printed(view, node), *_ours(node)], words)
    basis = node.properties.get("basis", STATED)
    return {
        "kind": node.LABEL,
        "item": node.name,
        "id": node.id,
        "text": "\n".join(mark_topic(text, BY_US) if text == node.properties.get("topic") else text for text in texts),
        "words_by": _printed_in(view, node) if printed else BY_US,
        "basis": basis if printed else Basis.ASSUMED.value,
        "reason": node.properties.get("reason") if printed else _OUR_WORDS,
        "source": node.source,
        ABOUT: [node.id],
    }


def _printed(view: GraphView, node: Node) -> list[str]:
    """The words that a thing holds and that are not ours: the document's, or those of a change after it."""
    own = node.properties
    if isinstance(node, ChangeEvent):
        return [own[name] for name in _OF_CHANGES if name in own]
    texts = [own[name] for name in _PRINTED if name in own]
    texts += own.get("quote", ())
    texts += [edge.end.name for edge in by_end(view.whole.out(node, "HAS_NAME")) if edge.basis == STATED]
    if isinstance(node, Abbreviation):
        texts += [node.name, *([node.expansion] if node.expansion and node.basis == STATED else [])]
    return list(dict.fromkeys(texts))


def _ours(node: Node) -> list[str]:
    """What we call a thing, and what we say that it is about."""
    own = node.properties
    return [own[name] for name in _OUR_TEXTS if name in own] + list(own.get("printed_names", ()))


def _holding(texts: list[str], words: list[str]) -> list[str]:
    """The texts that hold all words, or all texts over which the words are spread; none where some are missing."""
    folded = [fold(text) for text in texts]
    whole = [text for text, plain in zip(texts, folded, strict=True) if all(word in plain for word in words)]
    return whole or (texts if all(any(word in plain for plain in folded) for word in words) else [])


def _printed_in(view: GraphView, node: Node) -> str:
    """Whose words those of a thing are: a report that the plan does not print has its own, and so has a change."""
    if isinstance(node, ChangeEvent):
        return BY_CHANGE
    report = view.get(Report, node.report) if isinstance(node, Recommendation) else None
    return BY_REPORT if report and report.document else BY_PLAN


def title(view: GraphView, parameters: Parameters) -> str:
    """The heading of a page."""
    return f'What holds the words "{parameters["text"]}"'


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """In how many places of the plan the words stand, and in how many texts that are a report's or ours."""
    by = Counter(row["words_by"] for row in rows)
    topics = [row["item"] for row in rows if _is_topic(row)]
    named = f": {items_listed(topics)}" if len(topics) <= _NAMED else ""
    others = by[BY_US] - len(topics)
    # An answer that counts only some bases cannot say that the plan lacks the words.
    none = _NOT_IN_PLAN if rows and view.counts_all else ""
    places = many(by[BY_PLAN], "place of the plan holds", "places of the plan hold")
    changes = many(by[BY_CHANGE], "change after the plan holds", "changes after the plan hold")
    told = (
        f"{places} these words." if by[BY_PLAN] else none,
        f"{many(by[BY_REPORT], 'item of a report holds', 'items of reports hold')} them." if by[BY_REPORT] else "",
        f"{changes} them." if by[BY_CHANGE] else "",
        f"{many(len(topics), _TOPIC_HOLDS, _TOPICS_HOLD)} them{named}." if topics else "",
        f"{many(others, 'name of ours holds', 'names of ours hold')} them." if others else "",
    )
    return sentences(told)


def _is_topic(row: Row) -> bool:
    return bool(row["words_by"] == BY_US and row["kind"] == Recommendation.LABEL)


def brief(view: GraphView, rows: list[Row], parameters: Parameters) -> Brief:
    """Each place with its first words, and whose words they are; what is only inferred of items is said under it."""
    reports = dict.fromkeys(view.get(Recommendation, row["id"]).report for row in rows if _is_topic(row))
    meanings = [words for key in reports for words in numbers_meaning(view.get(Report, key))]
    return Brief(_BRIEF, rows, meanings)


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What it means that there is no row, and what a topic in our words is."""
    if not rows:
        return [_NOT_IN_PLAN]
    ours = "A topic says in our words what an item of a report is about: do not quote it as the plan's or the report's."
    return [Caution(ours)] if any(map(_is_topic, rows)) else []
