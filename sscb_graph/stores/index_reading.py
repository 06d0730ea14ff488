"""Reads nodes, relationships and names from the index of a plan, as far as they are asked for."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar, cast

from sscb_graph.graph.graph import AnyEdge, Edge
from sscb_graph.graph.nodes import KINDS, Node, Plan, make_node

#: What an index says of itself.
META = {"format", "plan", "digest"}
#: After how many single look-ups of a type in a direction the whole type is read.
RUN = 50
#: The directions of a look-up: where a row of the edges table has the node that an edge starts at, or ends at.
OUT, INTO = 2, 3
N = TypeVar("N", bound=Node)

_NODE = "SELECT n, labels, properties FROM nodes"
_EDGE = "SELECT e, type, first, last, properties FROM edges"
_LISTED = "IN (SELECT value FROM json_each(?))"
#: Sorted by us: asked for an order, SQLite would read the whole type in that order.
_EDGES_AROUND = {
    OUT: f"{_EDGE} WHERE first {_LISTED} AND type = ?",
    INTO: f"{_EDGE} WHERE last {_LISTED} AND type = ?",
}


class DamagedIndex(Exception):
    """An index does not hold what it must: it has to be made again."""


class IndexReader:
    """The nodes, relationships and names of one plan, from the tables that ``write_index`` makes.

    What has been read is kept, so that each row is read and decoded at most once. Every method raises DamagedIndex
    where the tables do not hold what they must. ``seed`` is how answers name the folder.
    """

    def __init__(self, database: sqlite3.Connection, seed: str) -> None:
        self._database = database
        self.seed = seed
        self._nodes: dict[int, Node] = {}
        self._numbers: dict[str, int] = {}
        self._labelled: dict[str, list[Node]] = {}
        self._edges: dict[int, AnyEdge] = {}
        #: By direction and type: the edges around each node that has been looked up.
        self._around: dict[tuple[int, str], dict[int, list[AnyEdge]]] = defaultdict(dict)
        self._whole: dict[str, list[AnyEdge]] = {}
        self._looked_up: Counter[tuple[int, str]] = Counter()
        self.meta: dict[str, str] = dict(self._select("SELECT key, value FROM meta"))
        if self.meta.keys() != META:
            raise DamagedIndex

    def close(self) -> None:
        """Closes the database."""
        self._database.close()

    def __del__(self) -> None:
        # A notebook may forget a plan without closing it; Python warns of a database that is not closed.
        with suppress(sqlite3.Error):
            self._database.close()

    @property
    def plan_id(self) -> str:
        """The id of the plan."""
        return self.meta["plan"]

    @property
    def plan(self) -> Plan:
        """The plan's own node."""
        found = self.node(self.plan_id)
        if not isinstance(found, Plan):
            raise DamagedIndex
        return found

    # -- nodes

    def node(self, key: str) -> Node | None:
        """The node of an id."""
        if key in self._numbers:
            return self._nodes[self._numbers[key]]
        found = self._read_nodes(f"{_NODE} WHERE id = ?", key)
        return found[0] if found else None

    def labelled(self, label: str) -> Sequence[Node]:
        """All nodes of a label."""
        if label not in self._labelled:
            # The label of a node's class is indexed; others, such as the kind of a body, are seldom asked for.
            where = "label = ?" if label in KINDS else "instr(' ' || labels || ' ', ' ' || ? || ' ')"
            self._labelled[label] = self._read_nodes(f"{_NODE} WHERE {where} ORDER BY n", label)
        return self._labelled[label]

    def named(self, kind: type[N], form: str) -> Sequence[N]:
        """The nodes of a class that have a form."""
        where = "n IN (SELECT n FROM forms WHERE label = ? AND form = ?)"
        return cast("list[N]", self._read_nodes(f"{_NODE} WHERE {where} ORDER BY n", kind.LABEL, form))

    def nameable(self, kind: type[N]) -> Sequence[N]:
        """All nodes of a class."""
        return cast("Sequence[N]", self.labelled(kind.LABEL))

    def _read_nodes(self, statement: str, *values: str) -> list[Node]:
        rows = self._select(statement, *values)
        new = [row for row in rows if row[0] not in self._nodes]
        for (number, labels, _), properties in zip(new, _decoded(row[2] for row in new), strict=True):
            self._nodes[number] = make_node(labels.split(), properties)
            self._numbers[properties["id"]] = number
        return [self._nodes[row[0]] for row in rows]

    def _number(self, key: str) -> int | None:
        if key not in self._numbers:
            self.node(key)
        return self._numbers.get(key)

    # -- relationships

    def edges_out(self, key: str, types: Sequence[str]) -> Sequence[AnyEdge]:
        """The relationships that start at a node."""
        return self._look_up(OUT, key, types)

    def edges_in(self, key: str, types: Sequence[str]) -> Sequence[AnyEdge]:
        """The relationships that end at a node."""
        return self._look_up(INTO, key, types)

    def edges(self, types: Sequence[str]) -> Sequence[AnyEdge]:
        """All relationships of some types."""
        return _in_order([self._read_type(kind) for kind in types or self._types])

    def prefetch(self, keys: Sequence[str], *, out: Sequence[str] = (), into: Sequence[str] = ()) -> None:
        """Reads the relationships of some types around many nodes at once."""
        numbers = [number for key in keys if (number := self._number(key)) is not None]
        for direction, types in ((OUT, out), (INTO, into)):
            for kind in types:
                self._read_around(direction, kind, numbers)

    @cached_property
    def _types(self) -> tuple[str, ...]:
        return tuple(row[0] for row in self._select("SELECT DISTINCT type FROM edges ORDER BY type"))

    def _look_up(self, direction: int, key: str, types: Sequence[str]) -> Sequence[AnyEdge]:
        if len(types) == 1:  # the usual case, several times for each row of an answer
            found = self._around[direction, types[0]].get(self._numbers.get(key, -1))
            if found is not None:
                return found
        number = self._number(key)
        if number is None:
            return []
        return _in_order([self._edges_around(direction, kind, number) for kind in types or self._types])

    def _edges_around(self, direction: int, kind: str, number: int) -> list[AnyEdge]:
        known = self._around[direction, kind]
        if number not in known and kind not in self._whole:
            self._looked_up[direction, kind] += 1
            if self._looked_up[direction, kind] > RUN:
                self._read_type(kind)
                known = self._around[direction, kind]
            else:
                self._read_around(direction, kind, [number])
        return known.get(number, [])

    def _read_around(self, direction: int, kind: str, numbers: Sequence[int]) -> None:
        """Reads the relationships of a type around some nodes, from now on known."""
        known = self._around[direction, kind]
        new = [number for number in numbers if number not in known]
        if new and kind not in self._whole:
            known.update((number, []) for number in new)
            rows = sorted(self._select(_EDGES_AROUND[direction], json.dumps(new), kind))
            for row, edge in zip(rows, self._made(rows), strict=True):
                known[row[direction]].append(edge)

    def _read_type(self, kind: str) -> list[AnyEdge]:
        """All relationships of a type, from now on known around every node."""
        if kind not in self._whole:
            rows = sorted(self._select(f"{_EDGE} WHERE type = ?", kind))
            self._whole[kind] = self._made(rows)
            for direction in (OUT, INTO):
                known: dict[int, list[AnyEdge]] = {}
                for row, edge in zip(rows, self._whole[kind], strict=True):
                    known.setdefault(row[direction], []).append(edge)
                self._around[direction, kind] = known
        return self._whole[kind]

    def _made(self, rows: Sequence[Any]) -> list[AnyEdge]:
        """The edges of some rows, and their ends."""
        new = [row for row in rows if row[0] not in self._edges]
        ends = {number for row in new for number in (row[OUT], row[INTO])} - self._nodes.keys()
        if ends:
            self._read_nodes(f"{_NODE} WHERE n {_LISTED}", json.dumps(list(ends)))
        try:
            for (e, kind, first, last, _), properties in zip(new, _decoded(row[4] for row in new), strict=True):
                self._edges[e] = Edge(self._nodes[first], kind, self._nodes[last], properties)
        except KeyError as problem:
            raise DamagedIndex from problem
        return [self._edges[row[0]] for row in rows]

    def _select(self, statement: str, *values: str) -> list[Any]:
        try:
            return self._database.execute(statement, values).fetchall()
        except sqlite3.Error as problem:
            raise DamagedIndex from problem


def _decoded(texts: Iterable[str]) -> list[dict[str, Any]]:
    """The properties that some texts hold; one call of the decoder for all of them is several times faster."""
    try:
        found: list[dict[str, Any]] = json.loads(f"[{','.join(texts)}]")
    except ValueError as problem:
        raise DamagedIndex from problem
    return found


def _in_order(groups: Sequence[list[AnyEdge]]) -> list[AnyEdge]:
    """Edges of several types, each in order, in one order."""
    if len(groups) == 1:
        return groups[0]
    return sorted(chain.from_iterable(groups), key=lambda edge: edge.order)
