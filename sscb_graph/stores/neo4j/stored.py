"""What the database holds under a plan, unchecked: node by node and relationship by relationship."""

from __future__ import annotations

from dataclasses import dataclass
from typing import LiteralString

import neo4j

from sscb_graph.graph.graph import MemoryGraph
from sscb_graph.graph.nodes import make_node
from sscb_graph.model.vocabulary import LABELS
from sscb_graph.stores.neo4j.limits import Meter

NODES: LiteralString = """CYPHER 5 MATCH (n:Sscb {plan: $plan}) WHERE NOT n:Load
RETURN labels(n) AS labels, properties(n) AS properties, elementId(n) AS element"""
RELATIONSHIPS: LiteralString = """CYPHER 5 MATCH (s:Sscb {plan: $plan})-[r]->(e:Sscb {plan: $plan})
WHERE r.plan = $plan AND NOT s:Load AND NOT e:Load
RETURN s.id AS start, e.id AS end, type(r) AS type, properties(r) AS properties, elementId(r) AS element"""
#: The property with which a load in progress marks the plan's node; no other transaction ever sees it.
LOCKED = "being_loaded"


@dataclass(frozen=True)
class Stored:
    """A plan as the database holds it, with the element id of each node and relationship.

    ``stray_nodes`` and ``stray_edges`` are the element ids of what has no id, or the id of another: none of it can
    have come from a load of ours.
    """

    graph: MemoryGraph
    nodes: dict[str, str]
    edges: dict[str, str]
    stray_nodes: tuple[str, ...]
    stray_edges: tuple[str, ...]


def read_stored(transaction: neo4j.ManagedTransaction, plan: str, *, every_label: bool = False) -> Stored:
    """Everything of a plan, unchecked: a load has to be able to repair damage. Raises Excess.

    Labels that are not of the vocabulary are left out, unless ``every_label`` asks for them.
    """
    nodes, stray_nodes = _apart(transaction.run(NODES, plan=plan))
    edges, stray_edges = _apart(transaction.run(RELATIONSHIPS, plan=plan))
    made = [
        make_node(sorted(label for label in row["labels"] if every_label or label in LABELS), row["properties"])
        for row in nodes.values()
    ]
    whole = {key: row for key, row in edges.items() if _is_id(row["start"], nodes) and _is_id(row["end"], nodes)}
    stray_edges += [row["element"] for key, row in edges.items() if key not in whole]
    rows = ((row["start"], row["type"], row["end"], row["properties"]) for row in whole.values())
    graph = MemoryGraph(plan, made, rows)
    return Stored(graph, _elements(nodes), _elements(whole), tuple(stray_nodes), tuple(stray_edges))


def _apart(result: neo4j.Result) -> tuple[dict[str, neo4j.Record], list[str]]:
    """The rows by the id of what they hold, and the element ids of those that have no id of their own."""
    rows: dict[str, neo4j.Record] = {}
    stray: list[str] = []
    for row in Meter().rows(result):
        properties = row["properties"]
        key = properties.get("id")
        if not isinstance(key, str) or key in rows:
            stray.append(row["element"])
            continue
        properties.pop(LOCKED, None)
        if not isinstance(properties.get("position", 0), int):
            properties["position"] = -1  # a foreign value cannot be sorted; the load replaces it
        rows[key] = row
    return rows, stray


def _is_id(key: object, nodes: dict[str, neo4j.Record]) -> bool:
    """Whether a value of any type is the id of a node."""
    return isinstance(key, str) and key in nodes


def _elements(rows: dict[str, neo4j.Record]) -> dict[str, str]:
    return {key: row["element"] for key, row in rows.items()}
