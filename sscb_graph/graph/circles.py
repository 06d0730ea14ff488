"""Circles of reporting lines, for checks of a plan and of what is proposed for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from sscb_graph.graph.graph import AnyEdge
from sscb_graph.graph.nodes import Node
from sscb_graph.graph.view import GraphView


@dataclass(frozen=True)
class Circle:
    """Bodies that report to each other in a circle, or one that reports to itself, with the lines between them."""

    bodies: tuple[Node, ...]
    lines: tuple[AnyEdge, ...]

    @property
    def words(self) -> str:
        """What they do, as the predicate of a sentence."""
        return "reports to itself" if len(self.bodies) == 1 else "report to each other in a circle"


def reporting_circles(view: GraphView) -> list[Circle]:
    """Every circle of reporting lines; those that share a body are one circle, whose bodies are sorted by their ids."""
    lines = view.typed("REPORTS_TO")
    if _all_lead_upwards(lines):
        return []
    import networkx as nx  # it takes as long to import as half of an answer takes, and few plans have a circle

    graph: nx.DiGraph[str] = nx.DiGraph((line.start.id, line.end.id) for line in lines)
    found = sorted(sorted(part) for part in nx.strongly_connected_components(graph))
    return [_circle(view, part, lines) for part in found if len(part) > 1 or graph.has_edge(part[0], part[0])]


def _circle(view: GraphView, part: Sequence[str], lines: Sequence[AnyEdge]) -> Circle:
    inside = tuple(line for line in lines if line.start.id in part and line.end.id in part)
    return Circle(tuple(view.node(key) for key in part), inside)


def _all_lead_upwards(lines: Sequence[AnyEdge]) -> bool:
    order: TopologicalSorter[str] = TopologicalSorter()
    for line in lines:
        order.add(line.start.id, line.end.id)
    try:
        order.prepare()
    except CycleError:
        return False
    return True
