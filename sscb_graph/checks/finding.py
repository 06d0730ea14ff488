"""A finding: something questionable in the plan itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sscb_graph.graph.graph import AnyEdge, Edge
from sscb_graph.graph.nodes import Node


class Severity(StrEnum):
    """How much a finding matters: a contradiction, a hole, or something to know."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True)
class Finding:
    """A finding, with a name that stays the same from run to run.

    ``source`` says where the document has it, ``where`` which rows of which CSV files hold it ("actions.csv, row 12";
    the header is row 1), or "" where that is unknown.
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
    """What weaker facts give in the place of what no cell states."""
    if not facts:
        return ""
    bases = " or ".join(dict.fromkeys(edge.basis for edge in facts))
    return f"; {bases}: {', '.join(dict.fromkeys(thing.name for thing in things))}"


def places(*things: Node | Edge[Node, Node]) -> str:
    """The files and rows that some nodes or relationships were read from, each once; "" where none is known."""
    own = [thing.properties for thing in things]
    found = dict.fromkeys(f"{each['file']}, row {each['row']}" for each in own if "file" in each and "row" in each)
    return "; ".join(found)
