"""What a server sends of a plan: checked and counted while it arrives, and then a graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import neo4j
from neo4j.graph import Node as SentNode
from neo4j.graph import Relationship

from sscb_graph.errors import visible
from sscb_graph.graph.graph import MemoryGraph
from sscb_graph.graph.nodes import Node, Properties
from sscb_graph.model.vocabulary import Label
from sscb_graph.stores.neo4j.boundary import NotOurs, checked_edge, checked_node
from sscb_graph.stores.neo4j.limits import Meter, flatten

#: The label of load records, which are no nodes of a plan.
LOAD = "Load"


class Received:
    """The nodes and relationships of a plan that have arrived; other people's data in the database is left out."""

    def __init__(self, plan: str) -> None:
        self._plan = plan
        self._meter = Meter()
        #: By their element ids; None for a node that is not the plan's.
        self._nodes: dict[str, Node | None] = {}
        self._edges: dict[str, Relationship] = {}

    def add(self, result: neo4j.Result) -> None:
        """Adds the nodes and relationships of a result, as they are; raises NotOurs, or Excess."""
        for row in result:
            self._meter.count(())
            for thing in flatten(row.values()):
                if isinstance(thing, SentNode):
                    self._add_node(thing)
                elif isinstance(thing, Relationship) and thing.element_id not in self._edges:
                    self._meter.count(thing.values())
                    self._edges[thing.element_id] = thing

    def graph(self) -> MemoryGraph:
        """All of it as a graph; raises NotOurs."""
        nodes = unique([node for node in self._nodes.values() if node is not None])
        return MemoryGraph(self._plan, nodes, unique_edges(self._checked_edges()))

    def _add_node(self, sent: SentNode) -> None:
        if sent.element_id in self._nodes:
            return
        self._meter.count(sent.values())
        ours = sent.get("plan") == self._plan and Label.SSCB in sent.labels and LOAD not in sent.labels
        self._nodes[sent.element_id] = checked_node(sent.labels, dict(sent.items())) if ours else None

    def _checked_edges(self) -> Iterator[tuple[str, str, str, Properties]]:
        for edge in self._edges.values():
            start, end = (self._nodes.get(node.element_id) if node is not None else None for node in edge.nodes)
            if edge.get("plan") == self._plan and start is not None and end is not None:
                yield checked_edge(start, edge.type, end, dict(edge.items()))


def unique(nodes: Iterable[Node]) -> list[Node]:
    """Some nodes as they are; raises NotOurs where two have the same id."""
    found: dict[str, Node] = {}
    for node in nodes:
        if found.setdefault(node.id, node) is not node:
            raise NotOurs(f"two nodes have the id '{visible(node.id)}'")
    return list(found.values())


def unique_edges(edges: Iterable[tuple[str, str, str, Properties]]) -> Iterator[tuple[str, str, str, Properties]]:
    """Some relationships as they are; raises NotOurs where two have the same id."""
    found = set()
    for edge in edges:
        key = edge[3]["id"]
        if key in found:
            raise NotOurs(f"two relationships have the id '{visible(key)}'")
        found.add(key)
        yield edge
