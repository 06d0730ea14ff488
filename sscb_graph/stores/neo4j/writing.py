"""Writing to Neo4j: the statements of a load, and the rows that make the database hold a graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, LiteralString

import neo4j

from sscb_graph.changes.difference import Difference, difference
from sscb_graph.errors import visible
from sscb_graph.errors_of_store import Clash
from sscb_graph.graph.graph import AnyEdge, GraphReader
from sscb_graph.model.vocabulary import Label
from sscb_graph.stores.neo4j.stored import Stored, read_stored

#: How many rows go to the server in a statement.
BATCH = 5_000
#: Shows how far a load is: what is being done, how many rows are done, and of how many.
Progress = Callable[[str, int, int], None]

# The first statement of every load writes the plan's node, and so holds its lock until the end: of two loads at
# once, one waits for the other.
_LOCK: LiteralString = """CYPHER 5 MERGE (p:Sscb {plan: $plan, id: $plan})
SET p.being_loaded = true"""
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
_DELETE_RECORD: LiteralString = "CYPHER 5 MATCH (l:Sscb:Load {plan: $plan, id: 'load~' + $plan}) DELETE l"


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
class _Writing:
    """The rows of the statements of a load, in the order in which they are run."""

    delete_edges: list[str]
    delete_nodes: list[str]
    update_nodes: list[dict[str, Any]]
    create_nodes: list[dict[str, Any]]
    update_edges: list[dict[str, Any]]
    create_edges: list[dict[str, Any]]
    #: Whether the plan's node is there only because the lock needs it: it is then created, not updated.
    bare: bool

    def changes(self, graph: GraphReader) -> Changes:
        """What the rows change."""
        created = len(self.create_nodes) + len(self.create_edges) + self.bare
        updated = len(self.update_nodes) + len(self.update_edges) - self.bare
        removed = len(self.delete_nodes) + len(self.delete_edges)
        nodes, edges = len(graph.labelled(Label.SSCB)), len(graph.edges(()))
        return Changes(graph.plan_id, created, updated, removed, nodes, edges)


def write(
    managed: neo4j.ManagedTransaction,
    graph: GraphReader,
    record: Mapping[str, Any],
    progress: Progress | None,
    *,
    every_label: bool,
) -> Changes:
    """Makes the database hold a graph, in a transaction that nobody else's load can come between.

    With ``every_label`` all labels of the plan's nodes were a load's own, also those that the vocabulary lacks.
    """
    plan = graph.plan_id
    managed.run(_LOCK, plan=plan).consume()
    writing = _writing(managed, graph, every_label=every_label)
    _refuse_foreign(managed, plan, writing.delete_nodes)
    for title, statement, rows in (
        ("removing relationships", _DELETE_RELATIONSHIPS, writing.delete_edges),
        ("removing nodes", _DELETE_NODES, writing.delete_nodes),
        ("updating nodes", _UPDATE_NODES, writing.update_nodes),
        ("creating nodes", _CREATE_NODES, writing.create_nodes),
        ("updating relationships", _UPDATE_RELATIONSHIPS, writing.update_edges),
        ("creating relationships", _CREATE_RELATIONSHIPS, writing.create_edges),
    ):
        _batched(managed, statement, plan, rows, progress, title)
    managed.run(_WRITE_RECORD, plan=plan, load=record).consume()
    return writing.changes(graph)


def plan_changes(managed: neo4j.ManagedTransaction, graph: GraphReader, *, every_label: bool) -> Changes:
    """What ``write`` would change."""
    return _writing(managed, graph, every_label=every_label).changes(graph)


def remove(managed: neo4j.ManagedTransaction, plan: str) -> Changes:
    """Removes all of a plan, and nothing else; raises Clash where somebody else's relationship hangs on it."""
    managed.run(_LOCK, plan=plan).consume()
    stored = read_stored(managed, plan)
    nodes, edges = [*stored.nodes.values(), *stored.stray_nodes], [*stored.edges.values(), *stored.stray_edges]
    _refuse_foreign(managed, plan, nodes)
    _batched(managed, _DELETE_RELATIONSHIPS, plan, edges, None, "")
    _batched(managed, _DELETE_NODES, plan, nodes, None, "")
    managed.run(_DELETE_RECORD, plan=plan).consume()
    return Changes(plan, removed=len(nodes) + len(edges))


def _writing(managed: neo4j.ManagedTransaction, graph: GraphReader, *, every_label: bool) -> _Writing:
    """The rows that make the database hold a graph."""
    stored = read_stored(managed, graph.plan_id, every_label=every_label)
    return _rows(difference(stored.graph, graph), stored)


def _rows(found: Difference, stored: Stored) -> _Writing:
    moved = [change for change in found.changed_edges if change.moved]
    gone = [edge.id for edge in found.removed_edges] + [change.before.id for change in moved]
    return _Writing(
        delete_edges=[*(stored.edges[key] for key in gone), *stored.stray_edges],
        delete_nodes=[*(stored.nodes[node.id] for node in found.removed_nodes), *stored.stray_nodes],
        update_nodes=[
            {
                "id": change.after.id,
                "labels": change.labels[1],
                "stale": sorted(set(change.labels[0]) - set(change.labels[1])),
                "properties": change.after.properties,
            }
            for change in found.changed_nodes
        ],
        create_nodes=[{"labels": list(node.labels), "properties": node.properties} for node in found.added_nodes],
        update_edges=[
            {"element": stored.edges[change.after.id], "properties": change.after.properties}
            for change in found.changed_edges
            if not change.moved
        ],
        create_edges=[_created(edge) for edge in (*found.added_edges, *(change.after for change in moved))],
        bare=any(change.labels[0] == [Label.SSCB.value] for change in found.changed_nodes),
    )


def _created(edge: AnyEdge) -> dict[str, Any]:
    return {"start": edge.start.id, "end": edge.end.id, "type": edge.type, "properties": edge.properties}


def _refuse_foreign(managed: neo4j.ManagedTransaction, plan: str, elements: Sequence[str]) -> None:
    """Other people's relationships on a node that would go: they are left alone, so the node cannot go."""
    for rows in _batches(elements):
        for found in managed.run(_FOREIGN, rows=rows, plan=plan).data():
            node, kind = visible(found["id"]), visible(found["type"])
            raise Clash(
                f"The node '{node}' would go, and somebody else's relationship {kind} hangs on it: "
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
