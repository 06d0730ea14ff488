"""The whole graph as node-link JSON, GraphML or a folder of CSV files."""

from __future__ import annotations

import io
import json
from typing import Any

import networkx as nx

from sscb_graph.formats.csv import csv_text
from sscb_graph.formats.values import as_text
from sscb_graph.graph.multigraph import PropertyGraph


def sort_graph(graph: PropertyGraph) -> PropertyGraph:
    """A copy with nodes, relationships and properties sorted, so that every export of a plan has the same bytes."""
    same: PropertyGraph = nx.MultiDiGraph(**dict(sorted(graph.graph.items())))
    for key in sorted(graph):
        same.add_node(key, **dict(sorted(graph.nodes[key].items())))
    for start, end, key, data in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        same.add_edge(start, end, key, **dict(sorted(data.items())))
    return same


def node_link(graph: PropertyGraph) -> bytes:
    """Networkx node-link JSON; since it uses ``source`` for the start, a relationship's source is ``provenance``."""
    renamed = sort_graph(graph)
    for *_, data in renamed.edges(data=True):
        data["provenance"] = data.pop("source")
    return (json.dumps(nx.node_link_data(renamed, edges="edges"), ensure_ascii=False, indent=1) + "\n").encode()


def graphml(graph: PropertyGraph) -> bytes:
    """GraphML, which knows no lists: they are joined by semicolons."""
    flat: PropertyGraph = nx.MultiDiGraph()
    for key, data in sort_graph(graph).nodes(data=True):
        flat.add_node(key, **_flat(data))
    for start, end, key, data in sort_graph(graph).edges(keys=True, data=True):
        flat.add_edge(start, end, key, **_flat(data))
    out = io.BytesIO()
    nx.write_graphml_xml(flat, out)
    return out.getvalue() + b"\n"


def csv_files(graph: PropertyGraph) -> dict[str, bytes]:
    """nodes.csv and relationships.csv, safe to open in a spreadsheet."""
    whole = sort_graph(graph)
    nodes = [data for _, data in whole.nodes(data=True)]
    edges = [{**data, "start": start, "end": end} for start, end, data in whole.edges(data=True)]
    files = {
        "nodes.csv": csv_text(_columns(nodes, ("id", "labels", "name")), nodes),
        "relationships.csv": csv_text(_columns(edges, ("id", "type", "start", "end", "basis")), edges),
    }
    return {name: b"\xef\xbb\xbf" + text.encode() + b"\r\n" for name, text in files.items()}


def _columns(rows: list[dict[str, Any]], first: tuple[str, ...]) -> list[str]:
    return [*first, *sorted({column for row in rows for column in row} - set(first))]


def _flat(data: dict[str, Any]) -> dict[str, Any]:
    return {name: as_text(value) if isinstance(value, list) else value for name, value in data.items()}
