"""The typed graph: facts between nodes, chains of facts, and where a view reads them.

A fact is a relationship with its two nodes, its type and its properties (``edge.start``, ``edge.basis``); a property
that it does not have is None, or an empty list where the property holds a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, Protocol, TypeAlias, TypeVar

from sscb_graph.graph.nodes import Node, Properties
from sscb_graph.model.basis import RANK, weakest

S_co = TypeVar("S_co", bound=Node, covariant=True)
E_co = TypeVar("E_co", bound=Node, covariant=True)


class Edge(Generic[S_co, E_co]):
    """A relationship of the graph: a fact, with its two nodes, its type and its properties."""

    __slots__ = ("end", "properties", "start", "type")

    def __init__(self, start: S_co, kind: str, end: E_co, properties: Properties) -> None:
        self.start = start
        self.type = kind
        self.end = end
        self.properties = properties

    @property
    def id(self) -> str:
        """Its id, unique in the plan."""
        key: str = self.properties["id"]
        return key

    @property
    def basis(self) -> str:
        """How it is supported: one of BASES."""
        basis: str = self.properties["basis"]
        return basis

    def other(self, thing: Node) -> Node:
        """The thing at its other end."""
        return self.end if self.start == thing else self.start

    @property
    def source(self) -> str:
        """Where it is written, as text that a person can follow."""
        source: str = self.properties["source"]
        return source

    @property
    def reason(self) -> str | None:
        """Why it is believed, unless it is stated."""
        return self.properties.get("reason")

    @property
    def until(self) -> str | None:
        """The last day, month or year (ISO 8601) on which it held; None while it holds."""
        return self.properties.get("until")

    @property
    def quote(self) -> list[str]:
        """The document's words that state it, verbatim."""
        return list(self.properties.get("quote", ()))

    @property
    def note(self) -> str | None:
        """A caution that belongs to it."""
        return self.properties.get("note")

    @property
    def form(self) -> str | None:
        """The printed form in which its place names a body."""
        return self.properties.get("form")

    @property
    def doubt(self) -> str | None:
        """What makes no sense about it, in a sentence."""
        return self.properties.get("doubt")

    @property
    def confirmed_by(self) -> str | None:
        """The post or minute that confirmed it."""
        return self.properties.get("confirmed_by")

    @property
    def confirmed_on(self) -> str | None:
        """The day, month or year (ISO 8601) of the confirmation."""
        return self.properties.get("confirmed_on")

    @property
    def recorded_by(self) -> str | None:
        """The post or minute that entered it after the plan."""
        return self.properties.get("recorded_by")

    @property
    def recorded_on(self) -> str | None:
        """The day, month or year (ISO 8601) when it was entered."""
        return self.properties.get("recorded_on")

    @property
    def rank(self) -> int:
        """How weak its basis is: 0 for stated."""
        return RANK[self.basis]

    @property
    def order(self) -> tuple[int, str]:
        """The key by which facts about a node are sorted: ``position``, then id."""
        return self.properties.get("position", 0), self.properties["id"]

    def __repr__(self) -> str:
        return f"<{self.start.id} {self.type} {self.end.id}>"


AnyEdge: TypeAlias = "Edge[Node, Node]"


class Chain:
    """A walk over facts: the ids of the nodes on it, and the facts between them."""

    __slots__ = ("edges", "nodes")

    def __init__(self, nodes: tuple[str, ...], edges: tuple[AnyEdge, ...] = ()) -> None:
        self.nodes = nodes
        self.edges = edges

    def then(self, edge: AnyEdge, far: Node) -> Chain:
        """The chain with another fact, and the node at its far end, appended."""
        return Chain((*self.nodes, far.id), (*self.edges, edge))

    @property
    def tie(self) -> tuple[tuple[str, ...], list[str]]:
        """The key that settles a tie between chains of equal length: the lowest ids win."""
        return self.nodes, [edge.id for edge in self.edges]


class GraphReader(Protocol):
    """Where a view reads nodes and relationships: a kept index, or what a server returned."""

    @property
    def plan_id(self) -> str:
        """The id of the plan."""

    def node(self, key: str) -> Node | None:
        """The node with an id; None where there is none."""

    def labelled(self, label: str) -> Sequence[Node]:
        """All nodes with a label, by their order."""

    def edges_out(self, key: str, types: Sequence[str]) -> Sequence[AnyEdge]:
        """The relationships of some types (of all, where none is given) that start at a node, by their order."""

    def edges_in(self, key: str, types: Sequence[str]) -> Sequence[AnyEdge]:
        """The relationships of some types (of all, where none is given) that end at a node, by their order."""

    def edges(self, types: Sequence[str]) -> Sequence[AnyEdge]:
        """All relationships of some types (of all, where none is given), by their order."""

    def prefetch(self, keys: Sequence[str], *, out: Sequence[str] = (), into: Sequence[str] = ()) -> None:
        """Announces which relationships are needed next, so that a store can read them all at once."""


class MemoryGraph:
    """A reader whose nodes and relationships are all in memory."""

    def __init__(self, plan_id: str, nodes: Iterable[Node], edges: Iterable[tuple[str, str, str, Properties]]) -> None:
        """``edges`` holds start id, type, end id and properties of each; raises KeyError for an end that is no node."""
        self.plan_id = plan_id
        self._nodes = {node.id: node for node in nodes}
        self._labels: dict[str, list[Node]] = {}
        for node in sorted(self._nodes.values(), key=lambda node: node.order):
            for label in node.labels:
                self._labels.setdefault(label, []).append(node)
        made = [Edge(self._nodes[start], kind, self._nodes[end], own) for start, kind, end, own in edges]
        self._edges: list[AnyEdge] = sorted(made, key=lambda edge: edge.order)
        self._out: dict[str, list[AnyEdge]] = {}
        self._into: dict[str, list[AnyEdge]] = {}
        for edge in self._edges:
            self._out.setdefault(edge.start.id, []).append(edge)
            self._into.setdefault(edge.end.id, []).append(edge)

    def node(self, key: str) -> Node | None:
        """The node of an id."""
        return self._nodes.get(key)

    def labelled(self, label: str) -> Sequence[Node]:
        """All nodes of a label."""
        return self._labels.get(label, [])

    def edges_out(self, key: str, types: Sequence[str]) -> Sequence[AnyEdge]:
        """The relationships that start at a node."""
        return _of_types(self._out.get(key, ()), types)

    def edges_in(self, key: str, types: Sequence[str]) -> Sequence[AnyEdge]:
        """The relationships that end at a node."""
        return _of_types(self._into.get(key, ()), types)

    def edges(self, types: Sequence[str]) -> Sequence[AnyEdge]:
        """All relationships."""
        return _of_types(self._edges, types)

    def prefetch(self, keys: Sequence[str], *, out: Sequence[str] = (), into: Sequence[str] = ()) -> None:
        """Does nothing: everything is in memory."""


def _of_types(edges: Sequence[AnyEdge], types: Sequence[str]) -> Sequence[AnyEdge]:
    return [edge for edge in edges if edge.type in types] if types else edges


def weakest_of(edges: Iterable[AnyEdge]) -> str | None:
    """The weakest basis of some facts; None where there are no facts."""
    return weakest(edge.basis for edge in edges)
