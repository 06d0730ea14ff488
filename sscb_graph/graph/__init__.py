"""Records -> networkx MultiDiGraph, with the labels, relationship types and properties that Neo4j has.

A node carries ``labels`` and its properties; a relationship carries ``type``, ``basis`` and its properties,
and its key is its id. What is unknown is absent.
"""

from __future__ import annotations

from sscb_graph.graph.build import Builder
from sscb_graph.property_graph import Graph
from sscb_graph.seed.tables import Records


def build_graph(records: Records) -> Graph:
    """The graph of one plan; every node and relationship has its source."""
    return Builder(records).build()


__all__ = ["build_graph"]
