"""The typed graph: facts between nodes, chains of facts, and where a view reads them.

A fact is a relationship with its two nodes, its type and its properties (``edge.start``, ``edge.basis``); a property
that it does not have is None, or an empty list where the property holds a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, Protocol, TypeAlias, TypeVar

from sscb_graph.graph.nodes import Based, Node, Properties
from sscb_graph.graph.properties import Known, Required, Texts
from sscb_graph.model.basis import RANK, weakest
from sscb_graph.model.dates import is_date
from sscb_graph.model.identity import GRAPH_ID_PATTERN

S_co = TypeVar("S_co", bound=Node, covariant=True)
E_co = TypeVar("E_co", bound=Node, covariant=True)


class Edge(Based, Generic[S_co, E_co]):
    """A relationship of the graph: a fact, with its two nodes, its type and its properties."""

    __slots__ = ("end", "properties", "start", "type")

    def __init__(self, start: S_co, kind: str, end: E_co, properties: Properties) -> None:
        self.start = start
        self.type = kind
        self.end = end
        self.properties = properties

    #: Unique in the plan.
    id = Required(str, form=GRAPH_ID_PATTERN.fullmatch)
    plan = Required(str)
    #: The CSV file and the row that it was read from; the header is row 1.
    file = Known(str)
    row = Known(int)
    position = Known(int)
    basis_rank = Known(int)
    #: The period in which it held, as far as it is known; one with an ``until`` no longer holds.
    starts = Known(str, "from", is_date)
    until = Known(str, form=is_date)
    #: The document's words that state it, verbatim.
    quote = Texts()
    #: A caution that belongs to it.
    note = Known(str)
    #: How a body meets a requirement, what it lacks, or what bears on it.
    how = Known(str)
    #: What makes no sense about it, in a sentence.
    doubt = Known(str)
    #: The form in which a body is named.
    form = Known(str)
    #: The post or minute that confirmed it, and when.
    confirmed_by = Known(str)
    confirmed_on = Known(str, form=is_date)

    def other(self, thing: Node) -> Node:
        """The thing at its other end."""
        return self.end if self.start == thing else self.start

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
