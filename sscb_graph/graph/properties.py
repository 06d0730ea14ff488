"""How a node's class declares the properties of its label: an attribute each, typed, read from the node's mapping."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    from sscb_graph.graph.nodes import Node

T = TypeVar("T")


class Required(Generic[T]):
    """A property that every node of its label has."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, node: None, owner: type) -> Self: ...
    @overload
    def __get__(self, node: Node, owner: type) -> T: ...
    def __get__(self, node: Node | None, owner: type) -> Self | T:
        if node is None:
            return self
        value: T = node.properties[self._name]
        return value


class Known(Generic[T]):
    """A property that is None where it is unknown; ``key`` is its name in the graph where Python forbids that name."""

    def __init__(self, key: str = "") -> None:
        self._name = key

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = self._name or name

    @overload
    def __get__(self, node: None, owner: type) -> Self: ...
    @overload
    def __get__(self, node: Node, owner: type) -> T | None: ...
    def __get__(self, node: Node | None, owner: type) -> Self | T | None:
        if node is None:
            return self
        value: T | None = node.properties.get(self._name)
        return value


class Texts:
    """A property that holds a list of texts; empty where it is unknown."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, node: None, owner: type) -> Self: ...
    @overload
    def __get__(self, node: Node, owner: type) -> list[str]: ...
    def __get__(self, node: Node | None, owner: type) -> Self | list[str]:
        return self if node is None else list(node.properties.get(self._name, ()))
