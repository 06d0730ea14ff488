"""Ad hoc queries, in a read transaction: the server itself refuses writes."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any

import neo4j
from neo4j.graph import Node, Path, Relationship

from sscb_graph.errors_of_store import TooManyRows
from sscb_graph.questions.rows import Row
from sscb_graph.stores.neo4j import limits
from sscb_graph.stores.neo4j.connection import Connection, connect
from sscb_graph.stores.neo4j.limits import Excess, Meter
from sscb_graph.stores.neo4j.patience import deadline


def run(connection: Connection, cypher: str, parameters: Mapping[str, str]) -> tuple[tuple[str, ...], list[Row]]:
    """Returns the columns and rows of a query, run in READ access mode.

    Raises StoreError where it fails, and TooManyRows rather than leave rows out.
    """
    statement = neo4j.Query(cypher, timeout=connection.timeout)
    with (
        connect(connection, "running the query") as driver,
        deadline(driver, connection.timeout) as patience,
        driver.session(database=connection.database, default_access_mode=neo4j.READ_ACCESS) as session,
    ):
        result = session.run(statement, dict(parameters))
        columns = tuple(result.keys())
        try:
            with patience.cut_off():
                return columns, [
                    {key: plain(row[key]) for key in columns} for row in Meter(limits.MOST_SHOWN).rows(result)
                ]
        except Excess as excess:
            raise TooManyRows(excess.limit) from None


def plain(value: Any) -> Any:
    """A value of the database as JSON: a node or relationship becomes its properties and its labels or type."""
    match value:
        case Node():
            return {"labels": sorted(value.labels), **{key: plain(held) for key, held in value.items()}}
        case Relationship():
            return {"type": value.type, **{key: plain(held) for key, held in value.items()}}
        case Path():
            return [plain(held) for held in (*value.nodes, *value.relationships)]
        case list() | tuple():
            return [plain(held) for held in value]
        case dict():
            return {key: plain(held) for key, held in value.items()}
        case float() if not isfinite(value):
            return str(value)  # JSON has no infinity
        case None | bool() | int() | float() | str():
            return value
        case _:
            return str(value)
