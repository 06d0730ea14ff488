"""Reads a plan from Neo4j: questions, names and the whole graph, always from a single load."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property, partial
from typing import Any, Generic, LiteralString, TypeVar, cast

import neo4j

from sscb_graph.errors import SeveralPlans, SscbError
from sscb_graph.errors_of_store import Damaged, NotLoaded, OldSchema, StoreError
from sscb_graph.graph.graph import MemoryGraph
from sscb_graph.graph.nodes import Node, Plan
from sscb_graph.graph.references import find_break
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import BASES
from sscb_graph.model.dates import is_date
from sscb_graph.model.identity import GRAPH_ID_PATTERN, ID_PATTERN
from sscb_graph.model.vocabulary import Label
from sscb_graph.questions.answer import Origin
from sscb_graph.questions.definition import Question
from sscb_graph.questions.forms import forms_of
from sscb_graph.questions.names import Names
from sscb_graph.stores.neo4j.boundary import NotOurs, checked_edge, checked_node
from sscb_graph.stores.neo4j.connection import Connection, connect
from sscb_graph.stores.neo4j.limits import Meter
from sscb_graph.stores.neo4j.patience import deadline
from sscb_graph.stores.neo4j.received import Received, unique, unique_edges
from sscb_graph.stores.neo4j.schema import SCHEMA_VERSION
from sscb_graph.stores.neo4j.stored import NODES, RELATIONSHIPS

Result = TypeVar("Result")
N = TypeVar("N", bound=Node)
#: How often a reading is tried before loads that come in between make it fail.
ATTEMPTS = 20

_LOADS: LiteralString = """CYPHER 5 MATCH (l:Load:Sscb) WHERE l.plan IS :: STRING AND l.id = 'load~' + l.plan
RETURN DISTINCT l.plan AS plan ORDER BY plan"""
_LOAD: LiteralString = "CYPHER 5 MATCH (l:Sscb {plan: $plan, id: 'load~' + $plan}) RETURN properties(l) AS load"
_PLAN: LiteralString = """CYPHER 5 OPTIONAL MATCH (p:Sscb {plan: $plan, id: $plan})
OPTIONAL MATCH (b:Sscb {plan: $plan, id: p.board})
OPTIONAL MATCH (r:Sscb {plan: $plan, id: p.default_report})
RETURN labels(p) AS labels, properties(p) AS properties, labels(b) AS board, labels(r) AS report"""
_NODE: LiteralString = """CYPHER 5 MATCH (n:Sscb {plan: $plan, id: $id})
USING INDEX SEEK n:Sscb(plan, id)
RETURN labels(n) AS labels, properties(n) AS properties"""
_LABELLED: LiteralString = """CYPHER 5 MATCH (n:$($label) {plan: $plan}) WHERE n:Sscb
RETURN labels(n) AS labels, properties(n) AS properties"""
#: What a load record must hold to be cited, and the most characters of each: of a folder's name, to be sure.
_RECORDED = ("at", "version", "seed", "digest")
_LONGEST_RECORDED = 1_000


class SharedReading:
    """A plan in a read transaction. Raises NotLoaded, SeveralPlans, OldSchema or Damaged."""

    def __init__(self, transaction: neo4j.ManagedTransaction, connection: Connection, plan: str | None) -> None:
        self._transaction = transaction
        self._connection = connection
        self.plan = _chosen(transaction, connection) if plan is None else plan
        self.load = _load_record(transaction, connection, self.plan)
        if self.load["schema"] != SCHEMA_VERSION:
            raise OldSchema(self.plan, self.load["schema"] or "unknown", SCHEMA_VERSION)

    @property
    def origin(self) -> Origin:
        """The store, the plan, and the load that answers come from."""
        loaded = f"loaded {self.load['at']} by sscb-graph {self.load['version']}"
        day = self.load["at"][:10]
        loaded_on = day if is_date(day) else None  # whoever writes into the database may have put anything there
        return Origin("neo4j", self.plan, self.load["seed"], self.load["digest"], loaded, loaded_on)

    @cached_property
    def names(self) -> Names:
        """The names of the plan."""
        return Names(_SharedNames(self))

    def check_plan(self) -> None:
        """Raises Damaged where the plan's own node, or what it names, is not there: most answers lean on it."""
        with self._checking():
            nodes = list(Meter().rows(self._transaction.run(_PLAN, plan=self.plan)))
            row = nodes[0]
            own = checked_node(row["labels"] or (), row["properties"] or {})
            sound = isinstance(own, Plan) and len(nodes) == 1
            for key, found, label in (
                ("board", row["board"], Label.BODY),
                ("default_report", row["report"], Label.REPORT),
            ):
                sound = sound and (key not in own.properties or label in (found or ()))
            if not sound:
                raise NotOurs("its own node, or what that names, is not there")

    def blame(self, problem: Exception) -> Exception:
        """Why work on the plan failed for want of something: damage, or else the ``problem``, a defect of ours."""
        try:
            self.whole()
        except Damaged as damage:
            return damage
        return problem

    def view(self, question: Question, parameters: Mapping[str, Any], bases: Collection[str]) -> GraphView:
        """A view of what the Cypher of a question returns, run as it stands."""
        result = self._transaction.run(question.cypher, {**parameters, "plan": self.plan, "basis": list(bases)})
        received = Received(self.plan)
        with self._checking():
            received.add(result)
            return GraphView(received.graph(), bases)

    def whole(self) -> GraphView:
        """A view of the whole plan, with facts on every basis."""
        with self._checking():
            nodes = {node.id: node for node in self.nodes(NODES)}
            edges = (
                checked_edge(nodes[start], kind, nodes[end], properties)
                for start, end, kind, properties, _ in Meter().rows(
                    self._transaction.run(RELATIONSHIPS, plan=self.plan)
                )
                if start in nodes and end in nodes
            )
            graph = MemoryGraph(self.plan, nodes.values(), unique_edges(edges))
            if problem := find_break(graph):
                raise NotOurs(problem)
        return GraphView(graph, BASES)

    def nodes(self, statement: LiteralString, **parameters: str) -> list[Node]:
        """The nodes that a statement returns as their labels and properties, each with an id of its own."""
        with self._checking():
            rows = Meter().rows(self._transaction.run(statement, parameters, plan=self.plan))
            return unique(checked_node(row["labels"], row["properties"]) for row in rows)

    @contextmanager
    def _checking(self) -> Iterator[None]:
        try:
            yield
        except NotOurs as problem:
            raise Damaged(self._connection.address, self.plan, str(problem)) from None


class _SharedNames:
    """Where the names of a shared plan are looked up: the nodes of a label are read when they are first needed."""

    def __init__(self, reading: SharedReading) -> None:
        self._reading = reading
        self._nodes: dict[str, Node | None] = {}
        self._labelled: dict[str, list[Node]] = {}
        self._forms: dict[str, dict[str, list[Node]]] = {}

    @property
    def plan(self) -> Plan:
        """The plan's own node."""
        found = self.node(self._reading.plan)
        if not isinstance(found, Plan):
            raise KeyError(self._reading.plan)
        return found

    def node(self, key: str) -> Node | None:
        """The node of an id."""
        if key not in self._nodes and GRAPH_ID_PATTERN.fullmatch(key):
            self._nodes[key] = next(iter(self._reading.nodes(_NODE, id=key)), None)
        return self._nodes.get(key)

    def nameable(self, kind: type[N]) -> Sequence[N]:
        """All nodes of a class, in their order."""
        if kind.LABEL not in self._labelled:
            found = sorted(self._reading.nodes(_LABELLED, label=kind.LABEL), key=lambda node: node.order)
            self._labelled[kind.LABEL] = found
            self._nodes.update((node.id, node) for node in found)
        return cast("Sequence[N]", self._labelled[kind.LABEL])

    def named(self, kind: type[N], form: str) -> Sequence[N]:
        """The nodes of a class that have a form, in their order."""
        if kind.LABEL not in self._forms:
            forms: dict[str, list[Node]] = {}
            for node in self.nameable(kind):
                for known in forms_of(node):
                    forms.setdefault(known, []).append(node)
            self._forms[kind.LABEL] = forms
        return cast("Sequence[N]", self._forms[kind.LABEL].get(form, []))


class _Attempt(Generic[Result]):
    """The outcome of a reading, and the load that it began with; None where not even that could be read."""

    def __init__(
        self,
        plan: str | None,
        load: Mapping[str, Any] | None,
        result: Result | None = None,
        problem: Exception | None = None,
    ) -> None:
        self.plan = plan
        self.load = load
        self.problem = problem
        self._result = result

    def result(self) -> Result:
        """Returns the result, or raises the error that the reading ended with."""
        if self.problem is not None:
            raise self.problem
        return cast("Result", self._result)


class SharedPlan:
    """A plan in a shared Neo4j; ``plan`` is its id, or None for the only plan that is loaded."""

    def __init__(self, connection: Connection, plan: str | None = None) -> None:
        self.connection = connection
        self.plan = plan

    def read(self, work: Callable[[SharedReading], Result], doing: str) -> Result:
        """Returns the result of ``work``, all of it from a single load of the plan.

        ``work`` is called again if a load came in between. Raises StoreError for any fault of the server, SeveralPlans
        where there are several and none was chosen, and what ``work`` raises.
        """
        connection = self.connection
        with connect(connection, doing) as driver, driver.session(database=connection.database) as session:
            for _ in range(ATTEMPTS):
                with deadline(driver, connection.timeout) as patience:
                    limited = partial(patience.within, connection.timeout)
                    attempt = session.execute_read(limited(partial(self._attempt, work)))
                    settled = session.execute_read(limited(partial(_settled, connection, attempt)))
                if settled:
                    return attempt.result()
        raise StoreError(
            f"The plan was loaded again {ATTEMPTS} times while {doing}. Try again when the loads are done."
        )

    def close(self) -> None:
        """Does nothing: every reading opens and closes a connection of its own."""

    def _attempt(
        self, work: Callable[[SharedReading], Result], transaction: neo4j.ManagedTransaction
    ) -> _Attempt[Result]:
        reading = _begun(transaction, self.connection, self.plan)
        # Half of what was read may come from another load, so an error counts only once that is ruled out; the record
        # of the load itself comes in pieces too.
        if isinstance(reading, SscbError):
            return _Attempt(self.plan, None, problem=reading)
        try:
            reading.check_plan()
            return _Attempt(reading.plan, reading.load, work(reading))
        except SscbError as problem:
            return _Attempt(reading.plan, reading.load, problem=problem)
        except (LookupError, ValueError) as problem:
            return _Attempt(reading.plan, reading.load, problem=reading.blame(problem))


def _settled(connection: Connection, attempt: _Attempt[Any], transaction: neo4j.ManagedTransaction) -> bool:
    """Whether no load came in while a reading was under way.

    A load becomes visible piece by piece while the server applies it. So this is a second transaction of the same
    session: it begins with the first one's bookmark, which makes it wait until all that could have been seen is whole.
    """
    again = _begun(transaction, connection, attempt.plan)
    if isinstance(again, SscbError):
        return attempt.load is None and str(again) == str(attempt.problem)
    return again.load == attempt.load


def _begun(
    transaction: neo4j.ManagedTransaction, connection: Connection, plan: str | None
) -> SharedReading | SscbError:
    """A reading that has found its plan and load, or the error that it met there."""
    try:
        return SharedReading(transaction, connection, plan)
    except SscbError as problem:
        return problem


def _chosen(transaction: neo4j.ManagedTransaction, connection: Connection) -> str:
    """The only plan that is loaded."""
    plans = _loaded(transaction)
    if not plans:
        raise NotLoaded(connection.address, [])
    if len(plans) > 1:
        raise SeveralPlans(plans)
    return plans[0]


def _loaded(transaction: neo4j.ManagedTransaction) -> list[str]:
    """The ids of the plans that are loaded; what cannot be the id of a plan is somebody else's."""
    found = [row["plan"] for row in Meter().rows(transaction.run(_LOADS))]
    return [plan for plan in found if isinstance(plan, str) and _may_cite(plan) and ID_PATTERN.fullmatch(plan)]


def _load_record(transaction: neo4j.ManagedTransaction, connection: Connection, plan: str) -> dict[str, Any]:
    """What answers cite of a plan's load, and its schema, 0 where it has none."""
    found = [row["load"] for row in Meter().rows(transaction.run(_LOAD, plan=plan))]
    if not found:
        raise NotLoaded(connection.address, _loaded(transaction), plan)
    record = {"schema": found[0].get("schema", 0), **{name: found[0].get(name) for name in _RECORDED}}
    if len(found) > 1 or type(record["schema"]) is not int or not all(_may_cite(record[name]) for name in _RECORDED):
        raise Damaged(connection.address, plan, "its load record is not whole")
    return record


def _may_cite(value: object) -> bool:
    return isinstance(value, str) and value.isprintable() and 0 < len(value) <= _LONGEST_RECORDED
