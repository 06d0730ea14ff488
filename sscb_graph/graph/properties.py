"""How a class of the graph declares its properties: an attribute each, typed, read from the thing's mapping.

The declarations are also what is asked of data from elsewhere: see ``declared``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Generic, Protocol, Self, TypeVar, overload

T = TypeVar("T")


class Holder(Protocol):
    """A thing of the graph, with its properties."""

    properties: Mapping[str, Any]


class Property(Generic[T]):
    """A declared property: its name in the graph, the type of its values, and the form of each text.

    ``form`` says whether a text can stand there, as a truth or anything that counts as one; None allows any. ``key`` is
    the name in the graph where Python forbids that name.
    """

    REQUIRED = False

    def __init__(self, kind: type[T], key: str = "", form: Callable[[str], object] | None = None) -> None:
        self.kind = kind
        self.key = key
        self.form = form

    def __set_name__(self, owner: type, name: str) -> None:
        self.key = self.key or name


class Required(Property[T]):
    """A property that every thing of the class has; reading it raises KeyError where it is missing."""

    REQUIRED = True

    @overload
    def __get__(self, thing: None, owner: type) -> Self: ...
    @overload
    def __get__(self, thing: Holder, owner: type) -> T: ...
    def __get__(self, thing: Holder | None, owner: type) -> Self | T:
        if thing is None:
            return self
        value: T = thing.properties[self.key]
        return value


class Known(Property[T]):
    """A property that is None where it is unknown."""

    @overload
    def __get__(self, thing: None, owner: type) -> Self: ...
    @overload
    def __get__(self, thing: Holder, owner: type) -> T | None: ...
    def __get__(self, thing: Holder | None, owner: type) -> Self | T | None:
        if thing is None:
            return self
        value: T | None = thing.properties.get(self.key)
        return value


class Texts(Property[list[str]]):
    """A property that holds a list of texts; empty where it is unknown."""

    def __init__(self, form: Callable[[str], object] | None = None) -> None:
        super().__init__(list[str], form=form)
        self.kind = list

    @overload
    def __get__(self, thing: None, owner: type) -> Self: ...
    @overload
    def __get__(self, thing: Holder, owner: type) -> list[str]: ...
    def __get__(self, thing: Holder | None, owner: type) -> Self | list[str]:
        return self if thing is None else list(thing.properties.get(self.key, ()))


@cache
def declared(kind: type) -> Mapping[str, Property[Any]]:
    """The properties that a class and its bases declare, by their names in the graph."""
    own = (value for base in kind.__mro__ for value in vars(base).values())
    return {value.key: value for value in own if isinstance(value, Property)}
