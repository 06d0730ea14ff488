"""A difference: graph against graph, as the nodes and relationships that are added, removed and changed.

Two nodes, or two relationships, are the same thing where they have the same id. Whatever reads a graph can be
compared: a folder, a kept index, what a server holds, or a plan that is only proposed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from sscb_graph.graph.graph import AnyEdge, GraphReader
from sscb_graph.graph.nodes import Node
from sscb_graph.model.vocabulary import Label

#: Properties that say where and how a thing is kept, not what is true of it.
INCIDENTAL = frozenset({"basis_rank", "file", "plan", "position", "row", "search_text"})

#: What a thing has before and after; None where it does not have it.
Values: TypeAlias = "tuple[Any, Any]"
T = TypeVar("T", Node, AnyEdge)


class Change(Generic[T]):
    """A node or relationship that is in both graphs and is not the same in them.

    ``properties`` holds, by name, the values before and after of every property that differs.
    """

    __slots__ = ("after", "before", "properties")
    before: T
    after: T

    def __init__(self, before: T, after: T, properties: Mapping[str, Values]) -> None:
        self.before = before
        self.after = after
        self.properties = properties

    @property
    def means_something(self) -> bool:
        """Whether what is true of the thing changes, and not only where it is kept."""
        return not INCIDENTAL.issuperset(self.properties)

    def values(self, name: str) -> Values | None:
        """A property before and after; None where it stays as it is."""
        return self.properties.get(name)


class NodeChange(Change[Node]):
    """A node that changes; ``labels`` holds its labels before and after, sorted."""

    __slots__ = ("labels",)

    def __init__(self, before: Node, after: Node, properties: Mapping[str, Values]) -> None:
        super().__init__(before, after, properties)
        self.labels = (sorted(before.labels), sorted(after.labels))

    @property
    def relabelled(self) -> bool:
        """Whether it becomes another kind of thing."""
        return self.labels[0] != self.labels[1]

    @property
    def means_something(self) -> bool:
        """Whether what is true of the node changes."""
        return self.relabelled or super().means_something


class EdgeChange(Change[AnyEdge]):
    """A relationship that changes: another end, another type, or other properties of the same fact."""

    __slots__ = ()

    @property
    def moved(self) -> bool:
        """Whether it has another end or another type: a graph database has to write it anew."""
        return _place(self.before) != _place(self.after)

    @property
    def means_something(self) -> bool:
        """Whether what the fact says, or how it is supported, changes."""
        return self.moved or super().means_something

    @property
    def ended(self) -> bool:
        """Whether the fact held before, and no longer does."""
        return self.before.until is None and self.after.until is not None

    @property
    def resumed(self) -> bool:
        """Whether the fact had ended before, and holds again."""
        return self.before.until is not None and self.after.until is None

    @property
    def basis(self) -> Values | None:
        """The bases before and after; None where the fact is supported as it was."""
        return self.values("basis")

    @property
    def confirmed(self) -> bool:
        """Whether somebody else confirms it, or on another day, or nobody any more."""
        return bool({"confirmed_by", "confirmed_on"} & set(self.properties))


@dataclass(frozen=True)
class Difference:
    """What has to happen to a graph for it to become another; everything in the order of the graphs."""

    added_nodes: tuple[Node, ...]
    removed_nodes: tuple[Node, ...]
    changed_nodes: tuple[NodeChange, ...]
    added_edges: tuple[AnyEdge, ...]
    removed_edges: tuple[AnyEdge, ...]
    changed_edges: tuple[EdgeChange, ...]

    def __bool__(self) -> bool:
        """Whether anything differs at all."""
        return any(
            (
                self.added_nodes,
                self.removed_nodes,
                self.changed_nodes,
                self.added_edges,
                self.removed_edges,
                self.changed_edges,
            )
        )

    @property
    def meaning(self) -> Difference:
        """The same difference without the changes that mean nothing."""
        nodes = tuple(change for change in self.changed_nodes if change.means_something)
        edges = tuple(change for change in self.changed_edges if change.means_something)
        return Difference(self.added_nodes, self.removed_nodes, nodes, self.added_edges, self.removed_edges, edges)


def difference(before: GraphReader, after: GraphReader) -> Difference:
    """What differs between two graphs."""
    nodes = _compare(before.labelled(Label.SSCB), after.labelled(Label.SSCB), _node_change)
    edges = _compare(before.edges(()), after.edges(()), _edge_change)
    return Difference(*nodes, *edges)


C = TypeVar("C", NodeChange, EdgeChange)


def _compare(
    before: Iterable[T], after: Iterable[T], change: Callable[[T, T], C | None]
) -> tuple[tuple[T, ...], tuple[T, ...], tuple[C, ...]]:
    """What is added, what is removed, and what changes."""
    left = {thing.id: thing for thing in before}
    added, changed = [], []
    for thing in after:
        held = left.pop(thing.id, None)
        if held is None:
            added.append(thing)
        elif (found := change(held, thing)) is not None:
            changed.append(found)
    return tuple(added), tuple(left.values()), tuple(changed)


def _node_change(before: Node, after: Node) -> NodeChange | None:
    change = NodeChange(before, after, _properties(before.properties, after.properties))
    return change if change.properties or change.relabelled else None


def _edge_change(before: AnyEdge, after: AnyEdge) -> EdgeChange | None:
    change = EdgeChange(before, after, _properties(before.properties, after.properties))
    return change if change.properties or change.moved else None


def _properties(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Values]:
    if before == after:
        return {}
    names = sorted(before.keys() | after.keys())
    pairs = {name: (before.get(name), after.get(name)) for name in names}
    return {name: values for name, values in pairs.items() if values[0] != values[1]}


def _place(edge: AnyEdge) -> tuple[str, str, str]:
    return edge.start.id, edge.type, edge.end.id
