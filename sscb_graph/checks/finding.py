"""A finding: something questionable in the plan itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sscb_graph.graph.graph import AnyEdge, Edge
from sscb_graph.graph.nodes import Node
from sscb_graph.model.vocabulary import Severity


@dataclass(frozen=True)
class Finding:
    """A finding, with a name that does not change from run to run.

    ``source`` is its place in the document; ``where`` lists the rows of the CSV files that hold it ("actions.csv, row
    12"; the header is row 1), or is "" where they are unknown.
    """

    severity: Severity
    check: str
    subject: str
    item: str
    sentence: str
    source: str
    where: str

    @property
    def name(self) -> str:
        """The name by which accepted.csv accepts it."""
        return f"{self.check}/{self.subject}"


def about_node(
    severity: Severity,
    check: str,
    node: Node,
    sentence: str,
    *,
    subject: str = "",
    source: str = "",
    where: str | None = None,
) -> Finding:
    """A finding about a node of the graph."""
    place = places(node) if where is None else where
    return Finding(severity, check, subject or node.id, node.name, sentence, source or node.source, place)


def about_fact(severity: Severity, check: str, fact: AnyEdge, sentence: str) -> Finding:
    """A finding about a relationship of the graph."""
    return Finding(severity, check, fact.id, fact.start.name, sentence, fact.source, places(fact))


def instead(facts: Sequence[AnyEdge], things: Sequence[Node]) -> str:
    """A clause for what weaker facts give where no cell states anything; "" without such facts."""
    if not facts:
        return ""
    bases = " or ".join(dict.fromkeys(edge.basis for edge in facts))
    return f"; {bases}: {', '.join(dict.fromkeys(thing.name for thing in things))}"


def places(*things: Node | Edge[Node, Node]) -> str:
    """The files and rows that some nodes or relationships were read from, without repeats; "" if unknown."""
    own = [thing.properties for thing in things]
    found = dict.fromkeys(f"{each['file']}, row {each['row']}" for each in own if "file" in each and "row" in each)
    return "; ".join(found)
