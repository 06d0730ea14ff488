"""How much a server may send for one answer: it is read into memory, and a server is not trusted to stop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import neo4j
from neo4j.graph import Entity, Path

#: The most values that an answer about a plan is read from: properties of nodes and relationships, and items of lists.
#: A plan has about thirty thousand, a plan of 50,000 actions five million; ten million take a gigabyte of memory.
MOST_VALUES = 10_000_000
#: The most values of an ad hoc answer: a spreadsheet holds a million rows.
MOST_SHOWN = 1_000_000
#: The most characters of all values together, for the same reason: a plan of 50,000 actions has eighty million.
MOST_CHARACTERS = 300_000_000
#: How deep lists and maps may lie in each other: ours lie three deep.
DEEPEST = 100


class Excess(Exception):
    """A server sends more than an answer can be read from; ``limit`` says how much that is, in words."""

    def __init__(self, limit: str) -> None:
        self.limit = limit
        super().__init__(limit)


class Meter:
    """Counts what arrives for one answer, and raises Excess once it is too much; ``most`` is a number of values."""

    def __init__(self, most: int | None = None) -> None:
        self._most = MOST_VALUES if most is None else most
        self._values = 0
        self._characters = 0

    def rows(self, result: neo4j.Result) -> Iterator[neo4j.Record]:
        """The rows of a result, each counted with all that it holds as it arrives; raises Excess."""
        for row in result:
            self.count(row.values())
            yield row

    def count(self, values: Iterable[Any]) -> None:
        """Counts some values, with all that they hold; raises Excess. What holds others is a value itself."""
        self._count(values)
        if self._values > self._most:
            raise Excess(f"{self._most:,} values")
        if self._characters > MOST_CHARACTERS:
            raise Excess(f"{MOST_CHARACTERS:,} characters")

    def _count(self, values: Iterable[Any], depth: int = 0) -> None:
        if depth > DEEPEST:
            raise Excess(f"{DEEPEST} lists in lists")
        self._values += 1
        for value in values:
            kind = type(value)
            if kind is str:  # first, since most values are
                self._values += 1
                self._characters += len(value)
            elif kind is list:
                self._count(value, depth + 1)
            elif isinstance(value, Mapping):  # a map, a node or a relationship
                self._count(value.values(), depth + 1)
            elif isinstance(value, Path):
                self._count([*value.nodes, *value.relationships], depth + 1)
            else:
                self._values += 1


def flatten(values: Iterable[Any], depth: int = 0) -> Iterator[Any]:
    """The nodes, relationships and plain values in some values: of lists, maps and paths, all that they hold.

    Raises Excess for lists in lists without end.
    """
    if depth > DEEPEST:
        raise Excess(f"{DEEPEST} lists in lists")
    for value in values:
        if isinstance(value, Path):
            yield from value.nodes
            yield from value.relationships
        elif isinstance(value, list):
            yield from flatten(value, depth + 1)
        elif isinstance(value, Mapping) and not isinstance(value, Entity):
            yield from flatten(value.values(), depth + 1)
        else:
            yield value
