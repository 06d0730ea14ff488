"""Loading a plan into Neo4j: one transaction, the old plan whole or the new one, and nothing else touched."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any, LiteralString

import neo4j

from sscb_graph import __version__
from sscb_graph.errors import Clash, NotLoaded
from sscb_graph.ontology import Label
from sscb_graph.property_graph import Graph
from sscb_graph.questions.answer import Origin
from sscb_graph.stores.neo4j.connection import Connection, opened
from sscb_graph.stores.neo4j.reading import read_stored
from sscb_graph.stores.neo4j.schema import SCHEMA_VERSION, apply_schema, load_record

BATCH = 5_000
Progress = Callable[[str, int, int], None]
_LOCKED = "being_loaded"
_NODES_HAVE = ("labels", "plan", "id", "name", "source")
_RELATIONSHIPS_HAVE = ("type", "plan", "id", "basis", "source")

# The first statement of every load writes the plan's node, and so holds its lock until the end: of two loads at
# once, one waits for the other.
_LOCK: LiteralString = """CYPHER 5 MERGE (p:Sscb {plan: $plan, id: $plan})
SET p.being_loaded = true"""
_RECORD: LiteralString = """CYPHER 5 OPTIONAL MATCH (l:Sscb:Load {plan: $plan, id: 'load~' + $plan})
RETURN l{.*} AS load,
       COUNT { MATCH (n:Sscb {plan: $plan}) WHERE NOT n:Load } AS nodes,
       COUNT { MATCH (:Sscb {plan: $plan})-[r]->(:Sscb) WHERE r.plan = $plan } AS relationships"""
_DELETE_RELATIONSHIPS: LiteralString = """CYPHER 5 UNWIND $rows AS row
MATCH ()-[r]->() WHERE elementId(r) = row DELETE r"""
_DELETE_NODES: LiteralString = "CYPHER 5 UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row DELETE n"
_CREATE_NODES: LiteralString = """CYPHER 5 UNWIND $rows AS row
CREATE (n:$(row.labels)) SET n = row.properties"""
_UPDATE_NODES: LiteralString = """CYPHER 5 UNWIND $rows AS row
MATCH (n:Sscb {plan: $plan, id: row.id})
USING INDEX SEEK n:Sscb(plan, id)
REMOVE n:$(row.stale)
SET n:$(row.labels), n = row.properties"""
_CREATE_RELATIONSHIPS: LiteralString = """CYPHER 5 UNWIND $rows AS row
MATCH (s:Sscb {plan: $plan, id: row.start})
USING INDEX SEEK s:Sscb(plan, id)
MATCH (e:Sscb {plan: $plan, id: row.end})
USING INDEX SEEK e:Sscb(plan, id)
CREATE (s)-[r:$(row.type)]->(e) SET r = row.properties"""
_UPDATE_RELATIONSHIPS: LiteralString = """CYPHER 5 UNWIND $rows AS row
MATCH ()-[r]->() WHERE elementId(r) = row.element SET r = row.properties"""
_WRITE_RECORD: LiteralString = """CYPHER 5 MERGE (l:Sscb {plan: $plan, id: 'load~' + $plan})
SET l:Load, l = $load
WITH l MATCH (p:Sscb {plan: $plan, id: $plan}) REMOVE p.being_loaded"""
_FOREIGN: LiteralString = """CYPHER 5 UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row
MATCH (n)-[r]-(o) WHERE coalesce(r.plan, '') <> $plan OR NOT o:Sscb
RETURN n.id AS id, type(r) AS type LIMIT 1"""


@dataclass
class Changes:
    """What a load writes, or would write."""

    plan: str
    created: int = 0
    updated: int = 0
    removed: int = 0
    nodes: int = 0
    relationships: int = 0

    @property
    def nothing(self) -> bool:
        """Whether the database already holds the plan as it is."""
        return not (self.created or self.updated or self.removed)


@dataclass(frozen=True)
class _Difference:
    create_nodes: list[dict[str, Any]]
    update_nodes: list[dict[str, Any]]
    delete_nodes: list[str]
    create_relationships: list[dict[str, Any]]
    update_relationships: list[dict[str, Any]]
    delete_relationships: list[str]

    def changes(self, plan: str, graph: Graph) -> Changes:
        # The lock makes the plan's node where there is none yet: it is created, not updated.
        new = sum(row["bare"] for row in self.update_nodes)
        created = len(self.create_nodes) + len(self.create_relationships) + new
        updated = len(self.update_nodes) + len(self.update_relationships) - new
        removed = len(self.delete_nodes) + len(self.delete_relationships)
        return Changes(plan, created, updated, removed, len(graph), graph.number_of_edges())


class Loader:
    """Loads plans over one connection."""

    def __init__(self, session: neo4j.Session) -> None:
        self._session = session
        self._has_schema = False

    def load(
        self,
        graph: Callable[[], Graph],
        plan: str,
        seed: str,
        digest: str,
        *,
        dry_run: bool = False,
        progress: Progress | None = None,
    ) -> Changes:
        """Makes the database hold the plan as the graph has it; says what that changed.

        ``graph`` is only called where the digest of the seed differs from the one that is loaded.
        """
        found = self._session.execute_read(lambda managed: _record(managed, plan))
        if (same := _same(found, digest, plan)) is not None:
            return same
        built = graph()
        guard(built, plan)
        if dry_run:
            return self._session.execute_read(lambda managed: _difference(managed, plan, built)).changes(plan, built)
        if not self._has_schema:
            apply_schema(self._session)
            self._has_schema = True
        now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        record = load_record(Origin("neo4j", plan, seed, digest), len(built), built.number_of_edges(), now)
        return self._session.execute_write(lambda managed: _write(managed, plan, built, record, progress))


@contextlib.contextmanager
def loader(connection: Connection, plans: str) -> Iterator[Loader]:
    """A loader for as long as some plans take; raises StoreError for whatever goes wrong inside."""
    with (
        opened(connection, f"loading {plans}") as driver,
        driver.session(database=connection.database) as session,
    ):
        yield Loader(session)


def load(connection: Connection, graph: Callable[[], Graph], plan: str, seed: str, digest: str) -> Changes:
    """Loads one plan; raises StoreError."""
    with loader(connection, f"the plan '{plan}'") as one:
        return one.load(graph, plan, seed, digest)


def unload(connection: Connection, plan: str) -> Changes:
    """Removes one plan and nothing else; raises NotLoaded where it is not there."""

    def transaction(managed: neo4j.ManagedTransaction) -> Changes:
        if managed.run(_RECORD, plan=plan).data()[0]["load"] is None:
            raise NotLoaded(connection.address, [], plan)
        managed.run(_LOCK, plan=plan).consume()
        stored = read_stored(managed, plan)
        _refuse_foreign(managed, plan, [element for *_, element in stored.nodes.values()])
        _batched(managed, _DELETE_RELATIONSHIPS, plan, [one[-1] for one in stored.relationships.values()], None, "")
        _batched(managed, _DELETE_NODES, plan, [one[-1] for one in stored.nodes.values()], None, "")
        managed.run("CYPHER 5 MATCH (l:Sscb:Load {plan: $plan, id: 'load~' + $plan}) DELETE l", plan=plan).consume()
        return Changes(plan, removed=len(stored.nodes) + len(stored.relationships))

    with (
        opened(connection, f"unloading the plan '{plan}'") as driver,
        driver.session(database=connection.database) as session,
    ):
        return session.execute_write(transaction)


def guard(graph: Graph, plan: str) -> None:
    """What existence constraints and node keys would guard, which Community has not; raises Clash."""
    for key, node in graph.nodes(data=True):
        if missing := [name for name in _NODES_HAVE if not node.get(name)]:
            raise Clash(f"The node '{key}' has no {missing[0]}: it cannot be loaded.")
        if node["plan"] != plan or node["id"] != key:
            raise Clash(f"The node '{key}' does not belong to the plan '{plan}'.")
    seen: set[str] = set()
    for _, _, key, data in graph.edges(keys=True, data=True):
        if missing := [name for name in _RELATIONSHIPS_HAVE if not data.get(name)]:
            raise Clash(f"The relationship '{key}' has no {missing[0]}: it cannot be loaded.")
        if key in seen or data["id"] != key or data["plan"] != plan:
            raise Clash(f"The relationship '{key}' is there twice, or does not belong to the plan '{plan}'.")
        seen.add(key)


def _record(managed: neo4j.ManagedTransaction, plan: str) -> dict[str, Any]:
    return managed.run(_RECORD, plan=plan).data()[0]


def _same(found: dict[str, Any], digest: str, plan: str) -> Changes | None:
    """No changes, where the load record and the counts say that the plan is there as it is."""
    record = found["load"]
    wanted = {"digest": digest, "version": __version__, "schema": SCHEMA_VERSION}
    if record is None or any(record.get(name) != value for name, value in wanted.items()):
        return None
    if (record["nodes"], record["relationships"]) != (found["nodes"], found["relationships"]):
        return None
    return Changes(plan, nodes=found["nodes"], relationships=found["relationships"])


def _write(
    managed: neo4j.ManagedTransaction, plan: str, graph: Graph, record: Mapping[str, Any], progress: Progress | None
) -> Changes:
    managed.run(_LOCK, plan=plan).consume()
    difference = _difference(managed, plan, graph)
    _refuse_foreign(managed, plan, difference.delete_nodes)
    for title, statement, rows in (
        ("removing relationships", _DELETE_RELATIONSHIPS, difference.delete_relationships),
        ("removing nodes", _DELETE_NODES, difference.delete_nodes),
        ("updating nodes", _UPDATE_NODES, difference.update_nodes),
        ("creating nodes", _CREATE_NODES, difference.create_nodes),
        ("updating relationships", _UPDATE_RELATIONSHIPS, difference.update_relationships),
        ("creating relationships", _CREATE_RELATIONSHIPS, difference.create_relationships),
    ):
        _batched(managed, statement, plan, rows, progress, title)
    managed.run(_WRITE_RECORD, plan=plan, load=record).consume()
    return difference.changes(plan, graph)


def _difference(managed: neo4j.ManagedTransaction, plan: str, graph: Graph) -> _Difference:
    stored = read_stored(managed, plan)
    difference = _Difference([], [], [], [], [], [])
    for key, node in graph.nodes(data=True):
        properties = {name: value for name, value in node.items() if name != "labels"}
        if key not in stored.nodes:
            difference.create_nodes.append({"labels": node["labels"], "properties": properties})
        else:
            labels, held_properties, _ = stored.nodes[key]
            before = {name: value for name, value in held_properties.items() if name != _LOCKED}
            if labels != node["labels"] or before != properties:
                stale = [label for label in labels if label not in node["labels"]]
                row = {"id": key, "labels": node["labels"], "stale": stale, "properties": properties}
                row["bare"] = labels == [Label.SSCB.value]
                difference.update_nodes.append(row)
    for start, end, key, data in graph.edges(keys=True, data=True):
        properties = {name: value for name, value in data.items() if name != "type"}
        held = stored.relationships.get(key)
        if held is None or held[:3] != (start, end, data["type"]):
            row = {"start": start, "end": end, "type": data["type"], "properties": properties}
            difference.create_relationships.append(row)
            if held is not None:
                difference.delete_relationships.append(held[-1])
        elif held[3] != properties:
            difference.update_relationships.append({"element": held[-1], "properties": properties})
    kept = {key for _, _, key in graph.edges(keys=True)}
    difference.delete_nodes.extend(held[-1] for key, held in stored.nodes.items() if key not in graph)
    difference.delete_relationships.extend(held[-1] for key, held in stored.relationships.items() if key not in kept)
    return difference


def _refuse_foreign(managed: neo4j.ManagedTransaction, plan: str, elements: Sequence[str]) -> None:
    """Other people's relationships on a node that would go: they are left alone, so the node cannot go."""
    for rows in _batches(elements):
        for found in managed.run(_FOREIGN, rows=rows, plan=plan).data():
            raise Clash(
                f"The node '{found['id']}' would go, and somebody else's relationship {found['type']} hangs on it: "
                "remove that relationship first."
            )


def _batched(
    managed: neo4j.ManagedTransaction,
    statement: LiteralString,
    plan: str,
    rows: Sequence[Any],
    progress: Progress | None,
    title: str,
) -> None:
    done = 0
    for batch in _batches(rows):
        managed.run(statement, rows=batch, plan=plan).consume()
        done += len(batch)
        if progress:
            progress(title, done, len(rows))


def _batches(rows: Sequence[Any]) -> Iterator[list[Any]]:
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        yield batch


def describe(changes: Changes) -> str:
    """What a load did, in a line."""
    whole = f"{changes.nodes:,} nodes and {changes.relationships:,} relationships"
    if changes.nothing:
        return f"{changes.plan}: already loaded as it is ({whole}); nothing was written."
    done = f"{changes.created:,} created, {changes.updated:,} updated, {changes.removed:,} removed"
    return f"{changes.plan}: {done}; now {whole}."
