"""How much a server may send for one answer: it is read into memory, and a server is not trusted to stop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import neo4j
from neo4j.graph import Entity, Path

#: The most rows, nodes, relationships and other values that an answer is read from. A plan has about two thousand, an
#: action plan of 50,000 rows four hundred thousand; a million take a few gigabytes of memory.
MOST_THINGS = 1_000_000
#: The most characters of their texts, for the same reason: an action plan of 50,000 rows has eighty million.
MOST_CHARACTERS = 300_000_000
#: How deep lists and maps may lie in each other: ours lie three deep.
DEEPEST = 100


class Excess(Exception):
    """A server sends more than an answer can be read from; ``limit`` says how much that is, in words."""

    def __init__(self, limit: str) -> None:
        self.limit = limit
        super().__init__(limit)


class Meter:
    """Counts what arrives for one answer, and raises Excess once it is too much."""

    def __init__(self) -> None:
        self._things = 0
        self._characters = 0

    def count(self, values: Iterable[Any] = ()) -> None:
        """Counts a row, node or relationship, with the values that it holds; raises Excess."""
        self._things += 1
        self._characters += _length(values)
        if self._things > MOST_THINGS:
            raise Excess(f"{MOST_THINGS:,} rows, nodes and other values")
        if self._characters > MOST_CHARACTERS:
            raise Excess(f"{MOST_CHARACTERS:,} characters")

    def rows(self, result: neo4j.Result) -> Iterator[neo4j.Record]:
        """The rows of a result, each counted with the maps and lists in it as it arrives; raises Excess."""
        for row in result:
            self.count()
            for value in row.values():
                self.count_all(value)
            yield row

    def count_all(self, value: Any) -> None:
        """Counts a value, and all that it holds; raises Excess."""
        for part in flatten([value]):
            self.count(part.values() if isinstance(part, Entity) else (part,))


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


def _length(values: Iterable[Any]) -> int:
    """How many characters some values hold, those of their lists too; another value counts as a character."""
    length = 0
    for value in values:
        if isinstance(value, str):
            length += len(value)
        else:
            length += _length(value) if isinstance(value, list) else 1
    return length
