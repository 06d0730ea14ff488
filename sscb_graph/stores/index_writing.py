"""A plan's graph -> the tables of its index.

Rows are numbered in the order of the contract (``position``, then id), so that reading by number is reading in order.
Properties are JSON: they are read whole, and only those of the nodes and relationships that an answer needs.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sscb_graph.graph.graph import AnyEdge, GraphReader
from sscb_graph.graph.nodes import Node, Properties
from sscb_graph.model.vocabulary import Label
from sscb_graph.questions.forms import forms_of

#: The version of the tables; an index of another version is made again.
FORMAT = "2"

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE nodes (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL, label TEXT NOT NULL, labels TEXT NOT NULL, properties TEXT NOT NULL
);
CREATE TABLE edges (
    e INTEGER PRIMARY KEY, type TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, properties TEXT NOT NULL
);
CREATE TABLE forms (label TEXT, form TEXT, n INTEGER, PRIMARY KEY (label, form, n)) WITHOUT ROWID;
"""
#: Made once the tables are full, which is faster.
_INDEXES = """
CREATE UNIQUE INDEX nodes_by_id ON nodes (id);
CREATE INDEX nodes_by_label ON nodes (label);
CREATE INDEX edges_by_first ON edges (type, first);
CREATE INDEX edges_by_last ON edges (type, last);
"""
_encode = json.JSONEncoder(separators=(",\n", ":"), check_circular=False).encode
#: Separates two encoded objects and occurs nowhere else: texts have their line breaks escaped, and no property is an
#: object.
_BETWEEN = "},\n{"
#: How many objects are encoded at once.
_BATCH = 2_000


def write_index(graph: GraphReader, digest: str) -> sqlite3.Connection:
    """Builds an index of a plan's graph in memory; ``digest`` is that of the folder that the graph was built from."""
    database = sqlite3.connect(":memory:")
    database.executescript(_TABLES)
    nodes, edges = graph.labelled(Label.SSCB), graph.edges(())
    numbers = {node.id: number for number, node in enumerate(nodes)}
    database.executemany("INSERT INTO nodes VALUES (?, ?, ?, ?, ?)", _node_rows(nodes))
    database.executemany("INSERT INTO edges VALUES (?, ?, ?, ?, ?)", _edge_rows(edges, numbers))
    database.executemany("INSERT INTO forms VALUES (?, ?, ?)", _form_rows(nodes))
    meta = {"format": FORMAT, "plan": graph.plan_id, "digest": digest}
    database.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    database.executescript(_INDEXES)
    database.commit()
    return database


def _node_rows(nodes: Sequence[Node]) -> Iterator[tuple[int, str, str, str, str]]:
    encoded = _encoded([node.properties for node in nodes])
    for number, (node, properties) in enumerate(zip(nodes, encoded, strict=True)):
        yield number, node.id, node.LABEL, " ".join(node.labels), properties


def _edge_rows(edges: Sequence[AnyEdge], numbers: Mapping[str, int]) -> Iterator[tuple[int, str, int, int, str]]:
    encoded = _encoded([edge.properties for edge in edges])
    for number, (edge, properties) in enumerate(zip(edges, encoded, strict=True)):
        yield number, edge.type, numbers[edge.start.id], numbers[edge.end.id], properties


def _encoded(objects: Sequence[Properties]) -> Iterator[str]:
    """The JSON of the properties of each object; encoding them in batches takes a third of the time."""
    for first in range(0, len(objects), _BATCH):
        text = _encode(objects[first : first + _BATCH])
        for inside in text[2:-2].split(_BETWEEN):
            yield f"{{{inside}}}"


def _form_rows(nodes: Iterable[Node]) -> Iterator[tuple[str, str, int]]:
    for number, node in enumerate(nodes):
        for form in forms_of(node):
            yield node.LABEL, form, number
