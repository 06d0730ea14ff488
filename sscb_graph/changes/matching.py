"""What only got another id: bodies of one name, and facts that say the same of the same two things.

A difference knows things by their ids alone, so this step goes before it: where a folder was written anew, a graph with
the earlier ids differs only in what has really changed.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from sscb_graph.graph.graph import AnyEdge, GraphReader, MemoryGraph
from sscb_graph.graph.nodes import Body, Node, Properties, make_node
from sscb_graph.model.vocabulary import Label
from sscb_graph.text import fold

#: The earlier id of each thing that has another, by its later id.
Ids: TypeAlias = Mapping[str, str]
#: Where a fact stands: the id of its start, its type and the id of its end.
Place: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True)
class Matching:
    """The earlier ids of the nodes and of the relationships that only got another."""

    nodes: Ids
    edges: Ids

    def apply(self, graph: GraphReader) -> GraphReader:
        """The later graph with the earlier ids; the graph itself where no id changes."""
        if not self.nodes and not self.edges:
            return graph
        nodes = [self._node(node) for node in graph.labelled(Label.SSCB)]
        edges = [(*place(edge, self.nodes), _with_id(edge.properties, self.edges)) for edge in graph.edges(())]
        return MemoryGraph(graph.plan_id, nodes, edges)

    def _node(self, node: Node) -> Node:
        own = _with_id(node.properties, self.nodes)
        # The only property of a node that holds the id of a body.
        if own.get("board") in self.nodes:
            own = {**own, "board": self.nodes[own["board"]]}
        return node if own is node.properties else make_node(node.labels, own)


def match(before: GraphReader, after: GraphReader) -> Matching:
    """What has another id in the later graph and is the same all the same.

    A body is the same where only one body of each graph has its name. A fact is the same where it has the same type
    and the same ends; of several such facts the first is the first. No two things get the same id.
    """
    nodes = _match_bodies(before.labelled(Label.BODY), after.labelled(Label.BODY))
    return Matching(nodes, _match_facts(before.edges(()), after.edges(()), nodes))


def place(edge: AnyEdge, ids: Ids) -> Place:
    """Where a fact stands, in the earlier ids."""
    return ids.get(edge.start.id, edge.start.id), edge.type, ids.get(edge.end.id, edge.end.id)


def _match_bodies(before: Iterable[Node], after: Iterable[Node]) -> Ids:
    old, new = ({node.id: fold(node.name) for node in nodes if isinstance(node, Body)} for nodes in (before, after))
    often = Counter(chain(old.values(), new.values()))
    gone = {name: key for key, name in old.items() if key not in new}
    return {
        key: gone[name]
        for key, name in new.items()
        if key not in old and name in gone and often[name] == 2  # once in either
    }


def _match_facts(before: Iterable[AnyEdge], after: Iterable[AnyEdge], nodes: Ids) -> Ids:
    old = {edge.id: place(edge, {}) for edge in before}
    new = {edge.id: place(edge, nodes) for edge in after}
    waiting: dict[Place, deque[str]] = {}
    for key, where in old.items():
        if new.get(key) != where:
            waiting.setdefault(where, deque()).append(key)
    found = {
        key: waiting[where].popleft() for key, where in new.items() if old.get(key) != where and waiting.get(where)
    }
    return {**found, **_make_way(found, new)}


def _make_way(found: Ids, new: Mapping[str, Place]) -> Ids:
    """Free ids for the facts of the later graph whose own ids others get, so that no id is used twice."""
    given = set(found.values())
    taken = [key for key in new if key in given and key not in found]
    free = [key for key in found if key not in given]
    return dict(zip(taken, free, strict=False))


def _with_id(properties: Properties, ids: Ids) -> Properties:
    key = properties["id"]
    return {**properties, "id": ids[key]} if key in ids else properties
