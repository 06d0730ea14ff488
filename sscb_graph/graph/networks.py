"""The graph as networkx has it, which notebooks and exports use, from and to the typed graph."""

from __future__ import annotations

from typing import TypeAlias

import networkx as nx

from sscb_graph.graph.graph import GraphReader, MemoryGraph, make_node
from sscb_graph.model.vocabulary import Label

#: Nodes by id, each with ``labels`` and its properties; relationships keyed by their own id, each with its ``type``.
Network: TypeAlias = "nx.MultiDiGraph[str]"


def typed_graph(network: Network) -> MemoryGraph:
    """The typed graph of a network; its plan is the network's attribute ``plan``."""
    nodes = (
        make_node(data["labels"], {name: value for name, value in data.items() if name != "labels"})
        for _, data in network.nodes(data=True)
    )
    edges = (
        (start, data["type"], end, {name: value for name, value in data.items() if name != "type"})
        for start, end, data in network.edges(data=True)
    )
    return MemoryGraph(network.graph["plan"], nodes, edges)


def network_of(graph: GraphReader) -> Network:
    """The network of a typed graph."""
    network: Network = nx.MultiDiGraph(plan=graph.plan_id)
    for node in graph.labelled(Label.SSCB):
        network.add_node(node.id, labels=list(node.labels), **node.properties)
    for edge in graph.edges(()):
        network.add_edge(edge.start.id, edge.end.id, edge.id, type=edge.type, **edge.properties)
    return network
