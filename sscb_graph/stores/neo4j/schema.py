"""Constraints and indexes: the statements in ``cypher/schema/``, which may be run any number of times."""

from __future__ import annotations

import re
from typing import Any, LiteralString

import neo4j
from neo4j.exceptions import Neo4jError

from sscb_graph.questions.answer import Origin
from sscb_graph.resources import schema_folder
from sscb_graph.stores.neo4j.patience import Patience
from sscb_graph.version import __version__

#: The version of what a load writes; it grows when this version could not read an older graph.
SCHEMA_VERSION = 4
#: How often a statement of the schema is tried while others make the same schema.
ATTEMPTS = 5

_INDEXES: LiteralString = "CYPHER 5 SHOW INDEXES YIELD name, owningConstraint WHERE name STARTS WITH 'sscb_' RETURN *"
_DROP: LiteralString = "CYPHER 5 DROP INDEX $name IF EXISTS"


def load_record(origin: Origin, nodes: int, relationships: int, at: str) -> dict[str, Any]:
    """The record of a load, which answers cite and by which the next load knows whether anything changed."""
    return {
        "plan": origin.plan,
        "id": f"load~{origin.plan}",
        "seed": origin.seed,
        "digest": origin.digest,
        "version": __version__,
        "schema": SCHEMA_VERSION,
        "at": at,
        "nodes": nodes,
        "relationships": relationships,
    }


def schema_text() -> str:
    """The whole schema, as Cypher."""
    return "\n".join(file.read_text(encoding="utf-8").rstrip() for file in sorted(schema_folder().glob("*.cypher")))


def statements() -> list[str]:
    """The statements of the schema, without comments."""
    lines = [line for line in schema_text().splitlines() if not line.startswith("//") and line != "CYPHER 5"]
    parts = [re.sub(r"\s+", " ", part).strip() for part in "\n".join(lines).split(";")]
    return [f"CYPHER 5 {part}" for part in parts if part]


def apply_schema(session: neo4j.Session, patience: Patience) -> int:
    """Makes the constraints and indexes that are missing, and waits until they work; returns how many it made.

    Our indexes that an older version made and this version does not know are dropped. Several programs may do this at
    the same time. Raises Silence once ``patience`` is over.
    """
    made = 0
    wanted = statements()
    for statement in wanted:
        counters = _run(session, patience, statement)
        made += counters.constraints_added + counters.indexes_added
    known = {name for statement in wanted for name in re.findall(r"\bsscb_\w+", statement)}
    for index in session.run(_INDEXES).data():
        if index["name"] not in known and index["owningConstraint"] is None:
            _run(session, patience, _DROP, name=index["name"])
    session.run("CYPHER 5 CALL db.awaitIndexes(60)").consume()
    return made


def _run(session: neo4j.Session, patience: Patience, statement: str, **parameters: str) -> neo4j.SummaryCounters:
    """Runs a statement of the schema in a transaction of its own; returns what it made.

    The driver itself repeats a deadlock. But where another program makes the same index after IF NOT EXISTS has looked
    for it, the server says that it is already there; the next attempt then finds it.
    """

    def making(managed: neo4j.ManagedTransaction) -> neo4j.SummaryCounters:
        return managed.run(statement, parameters).consume().counters

    for _ in range(1, ATTEMPTS):
        try:
            return session.execute_write(patience.within(None, making))
        except Neo4jError as problem:
            if "AlreadyExists" not in (problem.code or ""):
                raise
    return session.execute_write(patience.within(None, making))
