"""The graph as a Cypher script that rebuilds it on an empty server: the one writer of Cypher literals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sscb_graph.formats.graph_exports import sort_graph
from sscb_graph.property_graph import Graph
from sscb_graph.questions.answer import Origin

_ESCAPED = re.compile(r"[^ !#-&(-\[\]-~]")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def literal(value: Any) -> str:
    """A text, number, truth or list of them as a Cypher literal, in ASCII; raises TypeError for anything else.

    >>> literal("it's é")
    "'it\\\\'s \\\\u00e9'"
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return "'" + _ESCAPED.sub(_escape, value) + "'"
    if isinstance(value, Sequence):
        return "[" + ", ".join(literal(one) for one in value) + "]"
    raise TypeError(f"{type(value).__name__} is not a property of the graph")


def _escape(found: re.Match[str]) -> str:
    """A quote and a backslash with a backslash; all else as UTF-16 units.

    Cypher reads those wherever they stand, even before it reads quotes: a quote must never be written as one.
    """
    if found[0] in "\\'":
        return f"\\{found[0]}"
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def name(text: str) -> str:
    """A label, type or property name; raises ValueError for one that the ontology cannot have."""
    if not _NAME.fullmatch(text):
        raise ValueError(f"{text!r} is not a name of the ontology")
    return f"`{text}`"


def properties(values: Mapping[str, Any]) -> str:
    """A map of properties."""
    return "{" + ", ".join(f"{name(key)}: {literal(value)}" for key, value in values.items()) + "}"


def script(graph: Graph, origin: Origin, schema: Sequence[str], record: Mapping[str, Any]) -> str:
    """The whole script: schema, nodes, relationships and the record that answers cite; a statement a line."""
    head = [
        f"// The plan {origin.plan}, from {origin.seed.encode('ascii', 'replace').decode()}, {origin.digest}.",
        "// It rebuilds the graph on an empty database; run it with cypher-shell.",
    ]
    return "\n".join([*head, *(f"{line};" for line in _statements(graph, schema, record))]) + "\n"


def _statements(graph: Graph, schema: Sequence[str], record: Mapping[str, Any]) -> Iterator[str]:
    yield from schema
    whole = sort_graph(graph)
    for _, data in whole.nodes(data=True):
        labels = ":".join(name(label) for label in data["labels"])
        own = {key: value for key, value in data.items() if key != "labels"}
        yield f"CYPHER 5 CREATE (:{labels} {properties(own)})"
    for start, end, data in whole.edges(data=True):
        ends = ({"plan": data["plan"], "id": key} for key in (start, end))
        first, last = (properties(one) for one in ends)
        own = {key: value for key, value in data.items() if key != "type"}
        kind = name(data["type"])
        yield f"CYPHER 5 MATCH (s:`Sscb` {first}), (e:`Sscb` {last}) CREATE (s)-[:{kind} {properties(own)}]->(e)"
    yield f"CYPHER 5 CREATE (:`Load`:`Sscb` {properties(record)})"
