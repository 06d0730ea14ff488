"""A plan's graph in networkx, for notebooks and exports."""

from __future__ import annotations

from typing import TypeAlias

import networkx as nx

from sscb_graph.graph.graph import GraphReader
from sscb_graph.model.vocabulary import Label

#: Nodes by id, relationships keyed by their own id.
PropertyGraph: TypeAlias = "nx.MultiDiGraph[str]"


def multigraph(reader: GraphReader) -> PropertyGraph:
    """Converts everything that a reader holds into a networkx MultiDiGraph.

    Nodes are keyed by id and carry ``labels`` and their properties; relationships are keyed by their own id and carry
    ``type`` and their properties; what is unknown is absent.
    """
    graph: PropertyGraph = nx.MultiDiGraph(plan=reader.plan_id)
    for node in reader.labelled(Label.SSCB):
        graph.add_node(node.id, labels=list(node.labels), **node.properties)
    for edge in reader.edges(()):
        graph.add_edge(edge.start.id, edge.end.id, edge.id, type=edge.type, **edge.properties)
    return graph
