"""The boundary: what a server sends is somebody's data until it is checked here.

Anybody with an account may write to a shared database. What cannot be part of a plan of ours is refused before any
rule, table or page sees it; and what could not be read back is not written either.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sscb_graph.errors import SscbError, visible
from sscb_graph.graph.nodes import Node, Properties, make_node
from sscb_graph.model.basis import RANK
from sscb_graph.model.identity import GRAPH_ID_PATTERN
from sscb_graph.model.vocabulary import LABELS, TYPES, Label
from sscb_graph.text import CONTROL

_TEXTS = frozenset({"plan", "id", "name", "source", "search_text"})
_EDGE_TEXTS = frozenset({"plan", "id", "basis", "source"})
#: Properties by which nodes and relationships are ordered and ranked.
_WHOLE = frozenset({"basis_rank", "position", "row"})
_LISTS = frozenset({"due", "due_last", "printed_names", "quote"})
_NO_TEXTS = _WHOLE | _LISTS
_OURS = LABELS - {Label.SSCB.value}


class NotOurs(SscbError):
    """What is wrong with a node or relationship, for the sentence of whoever reads or writes it."""


def checked_node(labels: Iterable[str], properties: Mapping[str, Any]) -> Node:
    """A node of a plan; raises NotOurs for what cannot be one.

    Labels that are not of the vocabulary are left out: other people may label our nodes.
    """
    ours = sorted(label for label in labels if label in LABELS)
    _check(properties, _TEXTS, "node")
    if not _OURS.intersection(ours):
        raise _problem("node", properties, "has no label of a plan")
    return make_node(ours, properties)


def checked_edge(start: str, kind: str, end: str, properties: Mapping[str, Any]) -> tuple[str, str, str, Properties]:
    """A relationship of a plan, as MemoryGraph takes it; raises NotOurs for what cannot be one."""
    _check(properties, _EDGE_TEXTS, "relationship")
    if kind not in TYPES:
        raise _problem("relationship", properties, f"has the unknown type {visible(kind)}")
    if properties["basis"] not in RANK:
        raise _problem("relationship", properties, "has an unknown basis")
    return start, kind, end, properties


def _check(properties: Mapping[str, Any], texts: Collection[str], what: str) -> None:
    for name in texts:
        value = properties.get(name)
        if not isinstance(value, str) or (not value and name != "search_text"):
            raise _problem(what, properties, f"has no {name}")
    if not GRAPH_ID_PATTERN.fullmatch(properties["id"]):
        raise _problem(what, properties, "has an id that no plan can have")
    for name, value in properties.items():
        # The first tests are true of nearly every property, and many times faster.
        if type(value) is str and name not in _NO_TEXTS and value.isprintable():
            continue
        if not _may_hold(name, value):
            raise _problem(what, properties, f"has a value that no plan can have, in {visible(name)}")


def _may_hold(name: str, value: object) -> bool:
    if isinstance(value, str):
        return name not in _NO_TEXTS and not CONTROL.search(value)
    if isinstance(value, list):
        return name not in _WHOLE and all(isinstance(part, str) and not CONTROL.search(part) for part in value)
    return isinstance(value, int) and name not in _LISTS


def _problem(what: str, properties: Mapping[str, Any], problem: str) -> NotOurs:
    key = properties.get("id")
    named = f" '{visible(key)[:60]}'" if isinstance(key, str) else ""
    return NotOurs(f"a {what}{named} {problem}")
