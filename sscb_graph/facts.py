"""A view of a plan's graph that counts only the facts asked for: by basis, and still in force.

Everything it returns is in the one order of the contract: ``position``, then id.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sscb_graph.basis import BASES
from sscb_graph.property_graph import Graph

Node = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Fact:
    """A relationship of the graph: its two nodes and its properties."""

    start: Node
    end: Node
    data: dict[str, Any]

    @property
    def id(self) -> str:
        """The id of the relationship."""
        return str(self.data["id"])

    @property
    def rank(self) -> int:
        """How weak its basis is: 0 stated to 3 assumed."""
        return int(self.data["basis_rank"])

    def get(self, name: str) -> Any:
        """A property, or None where it is unknown."""
        return self.data.get(name)


@dataclass(frozen=True)
class Chain:
    """A walk over facts: the ids of the nodes on it, and the facts between them."""

    nodes: tuple[str, ...]
    facts: tuple[Fact, ...] = ()

    def then(self, fact: Fact, far: Node) -> Chain:
        """The chain, one fact longer."""
        return Chain((*self.nodes, far["id"]), (*self.facts, fact))

    @property
    def tie(self) -> tuple[tuple[str, ...], list[str]]:
        """What settles a tie between chains of one length."""
        return self.nodes, [fact.id for fact in self.facts]


class Facts:
    """What a question sees of a graph."""

    def __init__(self, graph: Graph, bases: Collection[str] = BASES) -> None:
        self.graph = graph
        self.bases = frozenset(bases)
        self._labels: dict[str, list[Node]] | None = None

    @property
    def plan(self) -> Node:
        """The plan's own node."""
        return self.node(self.graph.graph["plan"])

    def node(self, key: str) -> Node:
        """The properties of a node."""
        node: Node = self.graph.nodes[key]
        return node

    def __contains__(self, key: object) -> bool:
        return key in self.graph

    def labelled(self, label: str) -> list[Node]:
        """All nodes with a label."""
        if self._labels is None:
            self._labels = {}
            for _, node in self.graph.nodes(data=True):
                for one in node["labels"]:
                    self._labels.setdefault(one, []).append(node)
            for nodes in self._labels.values():
                nodes.sort(key=order)
        return self._labels.get(label, [])

    def out(self, node: Node, *types: str) -> list[Fact]:
        """The facts that start at a node."""
        edges = self.graph.out_edges(node["id"], data=True)
        return self._kept(types, ((node, self.graph.nodes[end], data) for _, end, data in edges))

    def into(self, node: Node, *types: str) -> list[Fact]:
        """The facts that end at a node."""
        edges = self.graph.in_edges(node["id"], data=True)
        return self._kept(types, ((self.graph.nodes[start], node, data) for start, _, data in edges))

    def typed(self, *types: str) -> list[Fact]:
        """All facts of some types, by their start, their end and their id."""
        edges = self.graph.edges(data=True)
        nodes = self.graph.nodes
        facts = self._kept(types, ((nodes[start], nodes[end], data) for start, end, data in edges))
        return sorted(facts, key=lambda fact: (order(fact.start), order(fact.end), fact.id))

    def chains(self, starts: Iterable[Chain], step: Callable[[Node], Iterable[tuple[Fact, Node]]]) -> dict[str, Chain]:
        """For every node that is reached from where the starts end, the shortest chain of facts to it.

        The lowest ids, of the nodes and then of the facts, settle a tie.
        """
        found: dict[str, Chain] = {}
        frontier: dict[str, Chain] = {}
        for start in starts:
            _keep(frontier, start)
        while frontier:
            found.update(frontier)
            following: dict[str, Chain] = {}
            for chain in frontier.values():
                for fact, far in step(self.node(chain.nodes[-1])):
                    if far["id"] not in found:
                        _keep(following, chain.then(fact, far))
            frontier = following
        return found

    def upwards(self, node: Node) -> Iterator[tuple[Fact, Node]]:
        """The reporting lines that start at a body, each with the body that it leads to."""
        return ((fact, fact.end) for fact in self.out(node, "REPORTS_TO"))

    def downwards(self, node: Node) -> Iterator[tuple[Fact, Node]]:
        """The reporting lines that end at a body, each with the body that it comes from."""
        return ((fact, fact.start) for fact in self.into(node, "REPORTS_TO"))

    def _kept(self, types: tuple[str, ...], edges: Iterable[tuple[Node, Node, dict[str, Any]]]) -> list[Fact]:
        kept = [
            Fact(start, end, data)
            for start, end, data in edges
            if data["type"] in types and data["basis"] in self.bases and "until" not in data
        ]
        return sorted(kept, key=fact_order)


def _keep(chains: dict[str, Chain], chain: Chain) -> None:
    held = chains.get(chain.nodes[-1])
    if held is None or chain.tie < held.tie:
        chains[chain.nodes[-1]] = chain


def order(node: Node) -> tuple[int, str]:
    """The contract's order of nodes."""
    return int(node.get("position", 0)), str(node["id"])


def fact_order(fact: Fact) -> tuple[int, str]:
    """The contract's order of facts about one node."""
    return int(fact.data.get("position", 0)), str(fact.data["id"])


def basis_of(facts: Iterable[Fact]) -> str | None:
    """The weakest basis of some facts; None for none."""
    ranks = [fact.rank for fact in facts]
    return BASES[max(ranks)] if ranks else None


def joined(facts: Iterable[Fact], name: str) -> str | None:
    """The texts of one property along a chain of facts, each once."""
    texts = dict.fromkeys(fact.data[name] for fact in facts if name in fact.data)
    return "; ".join(texts) or None


def reason_in(chain: Iterable[Fact]) -> str | None:
    """Why the last step of a chain is believed: its own reason, or what makes the chain before it weaker."""
    facts = list(chain)
    if not facts or "reason" in facts[-1].data:
        return facts[-1].get("reason") if facts else None
    before = joined(facts[:-1], "reason")
    return (
        f"This step itself is {facts[-1].data['basis']}; another step of the chain is weaker: {before}"
        if before
        else None
    )


def standing_of(facts: Facts, body: Node) -> str | None:
    """What the plan decides about a body: the first decision on it, or None."""
    decisions = sorted((fact.start for fact in facts.into(body, "DECIDES_ON")), key=order)
    return str(decisions[0]["standing"]) if decisions else None
