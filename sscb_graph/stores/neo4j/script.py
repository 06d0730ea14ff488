"""The graph as a Cypher script that rebuilds it on an empty server: the one writer of Cypher literals."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Any, TypeVar

from sscb_graph.graph.graph import AnyEdge, GraphReader
from sscb_graph.graph.nodes import Node
from sscb_graph.model.vocabulary import Label
from sscb_graph.questions.answer import Origin

#: How many nodes or relationships a statement makes.
ROWS = 200
T = TypeVar("T", Node, AnyEdge)
_ESCAPED = re.compile(r"[^ !#-&(-\[\]-~]")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
#: What may not stand in a comment: a line break would end it, and Cypher reads a backslash even there.
_NOT_IN_COMMENT = re.compile(r"[^ -\[\]-~]")


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
        return "[" + ", ".join(literal(part) for part in value) + "]"
    raise TypeError(f"{type(value).__name__} is not a property of the graph")


def _escape(found: re.Match[str]) -> str:
    """A quote and a backslash with a backslash; all else as UTF-16 units.

    Cypher reads those wherever they stand, even before it reads quotes: a quote must never be written so.
    """
    if found[0] in "\\'":
        return f"\\{found[0]}"
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def name(text: str) -> str:
    """A label, type or property name; raises ValueError for one that the vocabulary cannot have."""
    if not _NAME.fullmatch(text):
        raise ValueError(f"{text!r} is not a name of the vocabulary")
    return f"`{text}`"


def properties(values: Mapping[str, Any]) -> str:
    """A map of properties, sorted by name."""
    return "{" + ", ".join(f"{name(key)}: {literal(values[key])}" for key in sorted(values)) + "}"


def comment(text: str) -> str:
    """A comment line; what could end it, or be read as Cypher, is shown as a question mark.

    >>> comment("a plan\\nMATCH (n) DELETE n")
    '// a plan?MATCH (n) DELETE n'
    """
    return f"// {_NOT_IN_COMMENT.sub('?', text)}"


def script(graph: GraphReader, origin: Origin, schema: Sequence[str], record: Mapping[str, Any]) -> str:
    """The whole script: schema, nodes, relationships and the record that answers cite; a statement a line.

    ``schema`` holds the statements that make constraints and indexes, ``record`` the load record (see schema.py).
    """
    head = [
        comment(f"The plan {origin.plan}, from {origin.seed}, {origin.digest}."),
        comment("It rebuilds the graph on an empty database; run it with cypher-shell."),
    ]
    return "\n".join([*head, *(f"{line};" for line in _statements(graph, schema, record))]) + "\n"


def _statements(graph: GraphReader, schema: Sequence[str], record: Mapping[str, Any]) -> Iterator[str]:
    yield from schema
    for labels, nodes in _grouped(graph.labelled(Label.SSCB), lambda node: node.labels):
        rows = ", ".join(properties(node.properties) for node in nodes)
        yield f"CYPHER 5 UNWIND [{rows}] AS row CREATE (n:{':'.join(map(name, labels))}) SET n = row"
    for (plan, kind), edges in _grouped(graph.edges(()), lambda edge: (edge.properties["plan"], edge.type)):
        rows = ", ".join(_edge(edge) for edge in edges)
        ends = (f"({end}:`Sscb` {{plan: {literal(plan)}, id: row.{end}}})" for end in ("first", "last"))
        made = f"(first)-[r:{name(kind)}]->(last)"
        yield f"CYPHER 5 UNWIND [{rows}] AS row MATCH {', '.join(ends)} CREATE {made} SET r = row.own"
    yield f"CYPHER 5 CREATE (:`Load`:`Sscb` {properties(record)})"


def _edge(edge: AnyEdge) -> str:
    first, last = literal(edge.start.id), literal(edge.end.id)
    return f"{{first: {first}, last: {last}, own: {properties(edge.properties)}}}"


def _grouped(things: Iterable[T], key: Callable[[T], tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], list[T]]]:
    """The things by what a statement has to spell out for them, sorted, in groups of a size that a line may have.

    A statement for each would take a server many times as long, since it plans every statement anew.
    """
    whole = sorted(things, key=lambda thing: (key(thing), thing.id))
    for found, group in groupby(whole, key):
        while rows := list(islice(group, ROWS)):
            yield found, rows
