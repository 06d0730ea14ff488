"""Reading a plan from Neo4j: questions, names and the whole graph, each from one load and no other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, LiteralString, TypeVar

import neo4j
import networkx as nx

from sscb_graph.errors import NotLoaded, OldSchema, SeveralPlans, StoreError
from sscb_graph.names import Index
from sscb_graph.ontology import Label
from sscb_graph.property_graph import Graph
from sscb_graph.questions.answer import Origin, Row
from sscb_graph.questions.loader import Question
from sscb_graph.stores.neo4j.connection import Connection, opened
from sscb_graph.stores.neo4j.schema import SCHEMA_VERSION

Result = TypeVar("Result")
#: How often an answer is begun again because a load came in between.
ATTEMPTS = 20

_LOADS: LiteralString = "CYPHER 5 MATCH (l:Load:Sscb) WHERE l.plan IS NOT NULL RETURN l.plan AS plan ORDER BY plan"
_LOAD: LiteralString = "CYPHER 5 MATCH (l:Sscb {plan: $plan, id: 'load~' + $plan}) RETURN l{.*} AS load"
_NODES: LiteralString = """CYPHER 5 MATCH (n:Sscb {plan: $plan}) WHERE NOT n:Load
RETURN labels(n) AS labels, n{.*} AS properties, elementId(n) AS element ORDER BY n.id"""
_RELATIONSHIPS: LiteralString = """CYPHER 5 MATCH (s:Sscb {plan: $plan})-[r]->(e:Sscb {plan: $plan})
WHERE r.plan = $plan
RETURN s.id AS start, e.id AS end, type(r) AS type, r{.*} AS properties, elementId(r) AS element ORDER BY r.id"""
_NAMES: dict[str, LiteralString] = {
    "Body": """CYPHER 5 MATCH (n:Body {plan: $plan})
RETURN n{.id, .name, .printed_names} AS node ORDER BY n.position, n.id""",
    "Action": """CYPHER 5 MATCH (n:Action {plan: $plan})
RETURN n{.id, .name, .number_printed, .priority} AS node ORDER BY n.position, n.id""",
    "OfstedRecommendation": """CYPHER 5 MATCH (n:OfstedRecommendation {plan: $plan})
RETURN n{.id, .name, .number, .topic} AS node ORDER BY n.position, n.id""",
    "PeerReviewRecommendation": """CYPHER 5 MATCH (n:PeerReviewRecommendation {plan: $plan})
RETURN n{.id, .name, .number, .text} AS node ORDER BY n.position, n.id""",
    "Priority": """CYPHER 5 MATCH (n:Priority {plan: $plan})
RETURN n{.id, .name, .number, .wording} AS node ORDER BY n.position, n.id""",
}
_OURS = {label.value for label in Label}


class _ChangedMeanwhileError(Exception):
    """Another load came in while an answer was read."""


@dataclass(frozen=True)
class Stored:
    """A plan as the database holds it: nodes by id and relationships by id, each with its element id."""

    nodes: dict[str, tuple[list[str], dict[str, Any], str]]
    relationships: dict[str, tuple[str, str, str, dict[str, Any], str]]


class Reading:
    """One plan in the middle of one read transaction."""

    def __init__(self, transaction: neo4j.ManagedTransaction, connection: Connection, plan: str | None) -> None:
        self._transaction = transaction
        self._connection = connection
        self.plan = self._chosen(plan)
        self.load = self._record()
        if self.load.get("schema") != SCHEMA_VERSION:
            raise OldSchema(self.plan, self.load.get("schema", "unknown"), SCHEMA_VERSION)

    @property
    def origin(self) -> Origin:
        """The server, the plan, and the load that it was answered from."""
        loaded = f"loaded {self.load['at']} by sscb-graph {self.load['version']}"
        return Origin("neo4j", self.plan, self.load["seed"], self.load["digest"], loaded)

    def names(self) -> Index:
        """The names of the plan."""
        return self._index

    @cached_property
    def _index(self) -> Index:
        return Index(lambda label: [row["node"] for row in self.run(_NAMES[label])])

    def rows(self, asked: Question, parameters: Mapping[str, Any], bases: Collection[str]) -> list[Row]:
        """The rows of a question's own Cypher, run as it stands."""
        return self.run(asked.cypher, {**parameters, "basis": list(bases)})

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """A statement with parameters, and the plan among them."""
        return self._transaction.run(cypher, {**(parameters or {}), "plan": self.plan}).data()

    def stored(self) -> Stored:
        """Everything of the plan."""
        return read_stored(self._transaction, self.plan)

    def graph(self) -> Graph:
        """The plan's graph, as the embedded store has it."""
        return as_graph(self.stored(), self.plan)

    def settle(self) -> None:
        """Makes sure that no load came in between; begins again where one did."""
        if self._record() != self.load:
            raise _ChangedMeanwhileError

    def _chosen(self, plan: str | None) -> str:
        plans = [row["plan"] for row in self._transaction.run(_LOADS).data()] if plan is None else []
        if plan is not None:
            return plan
        if not plans:
            raise NotLoaded(self._connection.address, [])
        if len(plans) > 1:
            raise SeveralPlans(plans)
        return str(plans[0])

    def _record(self) -> dict[str, Any]:
        found = self._transaction.run(_LOAD, {"plan": self.plan}).data()
        if not found:
            plans = [row["plan"] for row in self._transaction.run(_LOADS).data()]
            raise NotLoaded(self._connection.address, plans, self.plan)
        record: dict[str, Any] = found[0]["load"]
        return record


def read_stored(transaction: neo4j.ManagedTransaction, plan: str) -> Stored:
    """Every node and relationship of a plan, in the transaction given."""
    nodes = {
        row["properties"]["id"]: (
            sorted(label for label in row["labels"] if label in _OURS),
            row["properties"],
            row["element"],
        )
        for row in transaction.run(_NODES, plan=plan)
    }
    relationships = {
        row["properties"]["id"]: (row["start"], row["end"], row["type"], row["properties"], row["element"])
        for row in transaction.run(_RELATIONSHIPS, plan=plan)
    }
    return Stored(nodes, relationships)


def as_graph(stored: Stored, plan: str) -> Graph:
    """What is stored, as a graph."""
    graph: Graph = nx.MultiDiGraph(plan=plan)
    for key, (labels, properties, _) in stored.nodes.items():
        graph.add_node(key, labels=labels, **properties)
    for key, (start, end, kind, properties, _) in stored.relationships.items():
        graph.add_edge(start, end, key, type=kind, **properties)
    return graph


def read(connection: Connection, plan: str | None, work: Callable[[Reading], Result], doing: str) -> Result:
    """The result of some reading, all of it from one load of the plan."""

    @neo4j.unit_of_work(timeout=connection.timeout)
    def transaction(managed: neo4j.ManagedTransaction) -> Result:
        reading = Reading(managed, connection, plan)
        result = work(reading)
        reading.settle()
        return result

    with opened(connection, doing) as driver, driver.session(database=connection.database) as session:
        for _ in range(ATTEMPTS):
            try:
                return session.execute_read(transaction)
            except _ChangedMeanwhileError:
                continue
    raise StoreError(f"The plan was loaded again {ATTEMPTS} times while {doing}. Try again when the loads are done.")
