"""Which Neo4j server the commands speak to that always speak to it."""

from __future__ import annotations

from sscb_graph.cli.settings import Settings
from sscb_graph.stores.neo4j.connection import Connection, from_environment


def connection(settings: Settings) -> Connection:
    """The server that --store names, or else the environment."""
    return from_environment(settings.address.uri)
