"""Which store answers: the embedded one, or a Neo4j server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sscb_graph.errors import BadValue
from sscb_graph.stores.neo4j.uri import mask_uri


@dataclass(frozen=True)
class StoreAddress:
    """Where a plan is asked.

    ``uri`` is the address of the Neo4j server; None for the embedded store, and for the server of the environment.
    """

    shared: bool
    uri: str | None = None
    #: The plan's own folder, in this process.
    EMBEDDED: ClassVar[StoreAddress]

    @classmethod
    def neo4j(cls, uri: str | None = None) -> StoreAddress:
        """The Neo4j server at an address, or else the one that the environment names."""
        return cls(True, uri)

    @classmethod
    def parse(cls, text: str) -> StoreAddress:
        """The store of "embedded", "neo4j" or "neo4j://host:7687"; raises BadValue for anything else."""
        if text == "embedded":
            return cls.EMBEDDED
        if text == "neo4j":
            return cls.neo4j()
        if "://" in text:
            return cls.neo4j(text)
        raise BadValue("store", mask_uri(text), "write embedded, neo4j or neo4j://host:7687")


StoreAddress.EMBEDDED = StoreAddress(shared=False)
