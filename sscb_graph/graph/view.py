"""A view of a plan's graph that counts only facts that are still in force and stand on the chosen bases.

Unless a method says otherwise, results are in the order of the contract: ``position``, then id.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TypeVar, cast

from sscb_graph.graph.graph import AnyEdge, Chain, Edge, GraphReader
from sscb_graph.graph.nodes import Action, Body, Decision, Node, Plan, Priority, Recommendation, Status
from sscb_graph.graph.rules import counts, in_force
from sscb_graph.model.basis import BASES, STATED

N = TypeVar("N", bound=Node)


class GraphView:
    """What a question sees of a graph; ``bases`` are the bases of the facts that count."""

    def __init__(self, reader: GraphReader, bases: Collection[str] = BASES) -> None:
        self.reader = reader
        self.bases = frozenset(bases)

    @property
    def counts_all(self) -> bool:
        """Whether facts on every basis count, so that what is not found is nowhere."""
        return self.bases == frozenset(BASES)

    @cached_property
    def stated(self) -> GraphView:
        """The same view, limited to what the document itself states."""
        return GraphView(self.reader, self.bases & {STATED})

    @cached_property
    def whole(self) -> GraphView:
        """A view of the same graph that counts facts on every basis."""
        return GraphView(self.reader)

    # -- nodes

    @property
    def plan_id(self) -> str:
        """The id of the plan."""
        return self.reader.plan_id

    @property
    def plan(self) -> Plan:
        """The plan's own node."""
        return self.get(Plan, self.reader.plan_id)

    def node(self, key: str) -> Node:
        """The node with an id; raises KeyError where there is none."""
        found = self.reader.node(key)
        if found is None:
            raise KeyError(key)
        return found

    def get(self, kind: type[N], key: str) -> N:
        """The node with an id, of a class; raises KeyError where there is none."""
        found = self.node(key)
        if not isinstance(found, kind):
            raise KeyError(key)
        return found

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self.reader.node(key) is not None

    def all(self, kind: type[N]) -> Sequence[N]:
        """All nodes of a class."""
        return cast("Sequence[N]", self.reader.labelled(kind.LABEL))

    @property
    def board(self) -> Body | None:
        """The body at the top of the structure; None where the plan names none."""
        key = self.plan.board
        found = self.reader.node(key) if key else None
        return found if isinstance(found, Body) else None

    # -- facts

    def out(self, node: Node, *types: str) -> list[AnyEdge]:
        """The facts of some types (of all, where none is given) that start at a node."""
        return self._counted(self.reader.edges_out(node.id, types))

    def into(self, node: Node, *types: str) -> list[AnyEdge]:
        """The facts of some types (of all, where none is given) that end at a node."""
        return self._counted(self.reader.edges_in(node.id, types))

    def typed(self, *types: str) -> list[AnyEdge]:
        """All facts of some types, by their start, their end and their id."""
        found = self._counted(self.reader.edges(types))
        return sorted(found, key=_by_ends)

    def ended_out(self, node: Node, *types: str) -> list[AnyEdge]:
        """The facts that start at a node and no longer hold, on any basis."""
        return by_end(edge for edge in self.reader.edges_out(node.id, types) if not in_force(edge))

    def ended_into(self, node: Node, *types: str) -> list[AnyEdge]:
        """The facts that end at a node and no longer hold, on any basis."""
        return by_start(edge for edge in self.reader.edges_in(node.id, types) if not in_force(edge))

    def ended(self, *types: str) -> list[AnyEdge]:
        """The facts of some types that no longer hold, on any basis."""
        found = [edge for edge in self.reader.edges(types) if not in_force(edge)]
        return sorted(found, key=_by_ends)

    def prefetch(self, nodes: Iterable[Node], *, out: Sequence[str] = (), into: Sequence[str] = ()) -> None:
        """Reads the facts of some types around many nodes in a single step; needed for speed only."""
        self.reader.prefetch([node.id for node in nodes], out=out, into=into)

    def _counted(self, edges: Iterable[AnyEdge]) -> list[AnyEdge]:
        return [edge for edge in edges if counts(edge, self.bases)]

    # -- facts in the words of the plan

    def leads(self, action: Action) -> list[Edge[Body, Action]]:
        """Who leads an action."""
        return cast("list[Edge[Body, Action]]", self.into(action, "LEADS"))

    def led_by(self, body: Body) -> list[Edge[Body, Action]]:
        """What a body leads, in the plan's order."""
        return cast("list[Edge[Body, Action]]", by_end(self.out(body, "LEADS")))

    def status(self, action: Action) -> Edge[Action, Status] | None:
        """The status of an action: the first that counts."""
        return next(iter(self.statuses(action)), None)

    def statuses(self, action: Action) -> list[Edge[Action, Status]]:
        """Every status of an action that counts."""
        return cast("list[Edge[Action, Status]]", self.out(action, "HAS_STATUS"))

    def citations_of(self, item: Recommendation) -> list[Edge[Action, Recommendation]]:
        """The actions that cite a recommendation, in the plan's order."""
        return cast("list[Edge[Action, Recommendation]]", by_start(self.into(item, "ADDRESSES")))

    def responses_to(self, item: Recommendation) -> list[AnyEdge]:
        """What answers a recommendation in other ways than by citing it."""
        return by_start(self.into(item, "RESPONDS_TO"))

    def serving(self, priority: Priority) -> list[Edge[Action, Priority]]:
        """The actions that serve a priority."""
        return cast("list[Edge[Action, Priority]]", by_start(self.into(priority, "SERVES")))

    def reports_to(self, body: Body) -> list[Edge[Body, Body]]:
        """The reporting lines that start at a body."""
        return cast("list[Edge[Body, Body]]", by_end(self.out(body, "REPORTS_TO")))

    def reports_from(self, body: Body) -> list[Edge[Body, Body]]:
        """The reporting lines that end at a body."""
        return cast("list[Edge[Body, Body]]", by_start(self.into(body, "REPORTS_TO")))

    def decisions_on(self, body: Body) -> list[Edge[Decision, Body]]:
        """What the plan decides about a body, in the order of the decisions."""
        return cast("list[Edge[Decision, Body]]", by_start(self.into(body, "DECIDES_ON")))

    # -- walks

    def chains(
        self, starts: Iterable[Chain], step: Callable[[Node], Iterable[tuple[AnyEdge, Node]]]
    ) -> dict[str, Chain]:
        """Returns, for every node that can be reached from the ends of ``starts``, the shortest chain of facts to it.

        ``step`` yields the facts that lead on from a node, each with the node at its far end. The keys are ids. The
        lowest ids, first of the nodes and then of the facts, settle a tie between chains of equal length.
        """
        found: dict[str, Chain] = {}
        frontier: dict[str, Chain] = {}
        for start in starts:
            _keep(frontier, start)
        while frontier:
            found.update(frontier)
            following: dict[str, Chain] = {}
            for chain in frontier.values():
                for edge, far in step(self.node(chain.nodes[-1])):
                    if far.id not in found:
                        _keep(following, chain.then(edge, far))
            frontier = following
        return found

    def upwards(self, node: Node) -> Iterator[tuple[AnyEdge, Node]]:
        """The reporting lines that start at a body, each with the body that it leads to."""
        return ((edge, edge.end) for edge in self.out(node, "REPORTS_TO"))

    def downwards(self, node: Node) -> Iterator[tuple[AnyEdge, Node]]:
        """The reporting lines that end at a body, each with the body that it comes from."""
        return ((edge, edge.start) for edge in self.into(node, "REPORTS_TO"))


def by_start(edges: Iterable[AnyEdge]) -> list[AnyEdge]:
    """Facts in the order of the nodes that they start at."""
    return sorted(edges, key=lambda edge: (edge.start.order, edge.id))


def by_end(edges: Iterable[AnyEdge]) -> list[AnyEdge]:
    """Facts in the order of the nodes that they end at."""
    return sorted(edges, key=lambda edge: (edge.end.order, edge.id))


def _by_ends(edge: AnyEdge) -> tuple[tuple[int, str], tuple[int, str], str]:
    return edge.start.order, edge.end.order, edge.id


def _keep(chains: dict[str, Chain], chain: Chain) -> None:
    held = chains.get(chain.nodes[-1])
    if held is None or chain.tie < held.tie:
        chains[chain.nodes[-1]] = chain
