"""Checks at the boundary to a server, whose data is not trusted.

Anybody with an account may write to a shared database. What cannot be part of a plan is refused before any rule,
table or page sees it; and what could not be read back is not written in the first place. What the classes of the graph
declare of nodes and facts is all that is looked at: labels and properties that others add are left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any

from sscb_graph.errors import SscbError, visible
from sscb_graph.graph.graph import Edge
from sscb_graph.graph.nodes import KINDS, Action, Body, Node, Properties
from sscb_graph.graph.properties import Property, declared
from sscb_graph.model.dates import last_day
from sscb_graph.model.vocabulary import LABELS, TYPES, Label, kind_label
from sscb_graph.text import CONTROL

#: The most characters of a text, or of the texts of a list. A cell has 32,767 at most; what is searched is made of the
#: cells of a row, and a source of quotes.
LONGEST_TEXT = 1_000_000
#: The only text that may be blank: of a node that nothing is searched in.
_MAY_BE_BLANK = "search_text"


class NotOurs(SscbError):
    """A node or relationship cannot be part of a plan; its text is a clause for the caller's sentence."""


def checked_node(labels: Iterable[str], properties: Mapping[str, Any]) -> Node:
    """Returns a node of a plan; raises NotOurs for anything else."""
    ours, kind = _thing(frozenset(labels))
    if kind is None:
        raise _problem("node", properties, "has not the labels of a single thing of a plan")
    node = kind(ours, _checked("node", kind, properties))
    if isinstance(node, Body) and kind_label(node.kind) not in ours:
        raise _problem("node", properties, "has not the label of its kind")
    if isinstance(node, Action) and node.due_last != [last_day(day) for day in node.due]:
        raise _problem("node", properties, "has due dates that are not those of its last days")
    return node


def checked_edge(start: Node, kind: str, end: Node, properties: Mapping[str, Any]) -> tuple[str, str, str, Properties]:
    """Returns a relationship of a plan in the form of MemoryGraph's ``edges``; raises NotOurs for anything else."""
    if kind not in TYPES:
        raise _problem("relationship", properties, f"has the unknown type {_short(kind)}")
    own = _checked("relationship", Edge, properties)
    if not _allowed(kind, start.labels, end.labels):
        raise _problem("relationship", properties, f"joins what cannot be joined by: {TYPES[kind].sentence}")
    return start.id, kind, end.id, own


@cache
def _thing(labels: frozenset[str]) -> tuple[tuple[str, ...], type[Node] | None]:
    """The labels of ours among some, sorted, and the class that they stand for: None where they are not of one thing.

    A body has a label of its kind too.
    """
    ours = tuple(sorted(labels & LABELS))
    kinds = [KINDS[label] for label in ours if label in KINDS]
    expected = 3 if kinds == [Body] else 2
    return ours, kinds[0] if len(kinds) == 1 and len(ours) == expected and Label.SSCB in labels else None


@cache
def _allowed(kind: str, start: tuple[str, ...], end: tuple[str, ...]) -> bool:
    return TYPES[kind].can_start(start) and TYPES[kind].can_end(end)


@cache
def _rules(kind: type) -> tuple[Mapping[str, Property[Any]], tuple[str, ...], Collection[str], Collection[str]]:
    """The declared properties of a class; which of them are required; which hold any text, and which a number."""
    own = declared(kind)
    required = tuple(name for name, rule in own.items() if rule.REQUIRED)
    texts = frozenset(name for name, rule in own.items() if rule.kind is str and rule.form is None)
    return own, required, texts, frozenset(name for name, rule in own.items() if rule.kind is int)


def _checked(what: str, kind: type, properties: Mapping[str, Any]) -> Properties:
    """The declared properties of a node or relationship; raises NotOurs."""
    own, required, texts, numbers = _rules(kind)
    for name in required:
        if name not in properties:
            raise _problem(what, properties, f"has no {name}")
    kept = (
        properties
        if own.keys() >= properties.keys()
        else {name: properties[name] for name in properties if name in own}
    )
    for name, value in kept.items():
        # These tests settle most properties, and are many times faster than the rest.
        if name in texts and type(value) is str and value.isprintable() and 0 < len(value) <= LONGEST_TEXT:
            continue
        if name in numbers and type(value) is int:
            continue
        if not _may_hold(own[name], value):
            raise _problem(what, properties, f"has a value that no plan can have, in {name}")
    return kept


def _may_hold(rule: Property[Any], value: Any) -> bool:
    if type(value) is not rule.kind:
        return False
    if rule.kind is list:
        texts = all(isinstance(part, str) and part and _is_text(rule, part) for part in value)
        return texts and 0 < sum(map(len, value)) <= LONGEST_TEXT
    return rule.kind is not str or (_is_text(rule, value) and (value != "" or rule.key == _MAY_BE_BLANK))


def _is_text(rule: Property[Any], text: str) -> bool:
    return len(text) <= LONGEST_TEXT and not CONTROL.search(text) and (rule.form is None or bool(rule.form(text)))


def _problem(what: str, properties: Mapping[str, Any], problem: str) -> NotOurs:
    key = properties.get("id")
    named = f" '{_short(key)}'" if isinstance(key, str) else ""
    return NotOurs(f"a {what}{named} {problem}")


def _short(text: str) -> str:
    return visible(text[:60])
