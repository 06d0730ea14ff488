"""The Neo4j server of the commands that always need a server."""

from __future__ import annotations

from sscb_graph.cli.settings import Settings
from sscb_graph.stores.neo4j.connection import Connection, from_environment


def connection(settings: Settings) -> Connection:
    """The server that --store names, or else the server of the environment; raises BadValue or NoPassword."""
    return from_environment(settings.address.uri)
