"""Loads plans into Neo4j, each in a single transaction: the old plan stays whole, or the new plan replaces it."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any, LiteralString

import neo4j

from sscb_graph.errors_of_store import Clash, NotLoaded
from sscb_graph.graph.graph import AnyEdge, GraphReader
from sscb_graph.graph.nodes import Node
from sscb_graph.model.vocabulary import Label
from sscb_graph.questions.answer import Origin
from sscb_graph.stores.neo4j.boundary import NotOurs, checked_edge, checked_node
from sscb_graph.stores.neo4j.connection import Connection, connect
from sscb_graph.stores.neo4j.patience import Patience, deadline
from sscb_graph.stores.neo4j.schema import SCHEMA_VERSION, apply_schema, load_record
from sscb_graph.stores.neo4j.writing import Changes, Progress, plan_changes, remove, write
from sscb_graph.version import __version__

_RECORD: LiteralString = """CYPHER 5 OPTIONAL MATCH (l:Sscb:Load {plan: $plan, id: 'load~' + $plan})
RETURN l{.*} AS load,
       COUNT { MATCH (n:Sscb {plan: $plan}) WHERE NOT n:Load } AS nodes,
       COUNT { MATCH (:Sscb {plan: $plan})-[r]->(:Sscb) WHERE r.plan = $plan } AS relationships"""

#: How long a server may be silent in a load, in seconds: it writes, commits, or waits for another load of the plan.
SILENCE = 600.0


class Loader:
    """Loads plans over a connection."""

    def __init__(self, session: neo4j.Session, patience: Patience) -> None:
        self._session = session
        self._patience = patience
        self._has_schema = False

    def load(
        self,
        built: Callable[[], GraphReader],
        plan: str,
        seed: str,
        digest: str,
        *,
        dry_run: bool = False,
        progress: Progress | None = None,
    ) -> Changes:
        """Makes the database hold the plan as its graph has it; returns what changed.

        ``built`` returns the graph; it is called only if ``digest``, that of the folder, differs from the digest of the
        plan that is loaded. Raises Clash for a graph that cannot be loaded, or that other people's data block.
        """
        self._patience.renew()
        found = self._session.execute_read(self._patience.within(None, lambda managed: _record(managed, plan)))
        if (same := _same(found, digest, plan)) is not None:
            return same
        graph = built()
        guard(graph, plan)
        # Another schema may have had labels that this version does not know; they are removed too.
        older = found["load"] is not None and found["load"].get("schema") != SCHEMA_VERSION
        if dry_run:
            return self._session.execute_read(
                self._patience.within(None, lambda managed: plan_changes(managed, graph, every_label=older))
            )
        if not self._has_schema:
            apply_schema(self._session, self._patience)
            self._has_schema = True
        now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        size = len(graph.labelled(Label.SSCB)), len(graph.edges(()))
        record = load_record(Origin("neo4j", plan, seed, digest), *size, now)
        answered = self._answered(progress)
        return self._session.execute_write(
            self._patience.within(None, lambda managed: write(managed, graph, record, answered, every_label=older))
        )

    def _answered(self, progress: Progress | None) -> Progress:
        """Shows the progress of a load, and takes each step as a sign of life."""

        def answered(title: str, done: int, rows: int) -> None:
            self._patience.renew()
            if progress:
                progress(title, done, rows)

        return answered


@contextlib.contextmanager
def loader(connection: Connection, plans: str) -> Iterator[Loader]:
    """Yields a loader for some plans; turns every fault of the driver into a StoreError."""
    with _session(connection, f"loading {plans}") as (session, patience):
        yield Loader(session, patience)


def load(connection: Connection, built: Callable[[], GraphReader], plan: str, seed: str, digest: str) -> Changes:
    """Loads a plan; raises StoreError."""
    with loader(connection, f"the plan '{plan}'") as into:
        return into.load(built, plan, seed, digest)


def unload(connection: Connection, plan: str) -> Changes:
    """Removes a plan and nothing else; raises NotLoaded where the database does not hold it, and StoreError."""

    def transaction(managed: neo4j.ManagedTransaction) -> Changes:
        if _record(managed, plan)["load"] is None:
            raise NotLoaded(connection.address, [], plan)
        return remove(managed, plan)

    with _session(connection, f"unloading the plan '{plan}'") as (session, patience):
        return session.execute_write(patience.within(None, transaction))


def make_schema(connection: Connection) -> int:
    """Makes the constraints and indexes that are missing; returns how many it made. Raises StoreError."""
    with _session(connection, "making the schema") as (session, patience):
        return apply_schema(session, patience)


@contextlib.contextmanager
def _session(connection: Connection, doing: str) -> Iterator[tuple[neo4j.Session, Patience]]:
    """A session for writing, with the limit of the server's silence."""
    with (
        connect(connection, doing) as driver,
        deadline(driver, max(connection.timeout, SILENCE)) as patience,
        driver.session(database=connection.database) as session,
    ):
        yield session, patience


def guard(graph: GraphReader, plan: str) -> None:
    """Checks what existence constraints and node keys would, which Neo4j Community lacks; raises Clash."""
    try:
        for node in graph.labelled(Label.SSCB):
            checked_node(node.labels, node.properties)
        for edge in graph.edges(()):
            checked_edge(edge.start, edge.type, edge.end, edge.properties)
    except NotOurs as problem:
        raise Clash(f"The plan cannot be loaded: {problem}.") from None
    things: list[Node | AnyEdge] = [*graph.labelled(Label.SSCB), *graph.edges(())]
    for thing in things:
        if thing.properties["plan"] != plan:
            raise Clash(f"'{thing.id}' does not belong to the plan '{plan}'.")
    for key, often in Counter(edge.id for edge in graph.edges(())).items():
        if often > 1:
            raise Clash(f"The relationship '{key}' is there twice.")


def _record(managed: neo4j.ManagedTransaction, plan: str) -> dict[str, Any]:
    return managed.run(_RECORD, plan=plan).data()[0]


def _same(found: dict[str, Any], digest: str, plan: str) -> Changes | None:
    """Changes with nothing in them if the load record and the counts show that the plan is loaded as it is."""
    record = found["load"]
    wanted = {"digest": digest, "version": __version__, "schema": SCHEMA_VERSION}
    if record is None or any(record.get(name) != value for name, value in wanted.items()):
        return None
    if (record.get("nodes"), record.get("relationships")) != (found["nodes"], found["relationships"]):
        return None
    return Changes(plan, nodes=found["nodes"], relationships=found["relationships"])


def describe(changes: Changes) -> str:
    """What a load did, in a line."""
    whole = f"{changes.nodes:,} nodes and {changes.relationships:,} relationships"
    if changes.nothing:
        return f"{changes.plan}: already loaded as it is ({whole}); nothing was written."
    done = f"{changes.created:,} created, {changes.updated:,} updated, {changes.removed:,} removed"
    return f"{changes.plan}: {done}; now {whole}."
