"""The lines of accountability: which facts lead upwards from a thing, and what stands at the top."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias, cast

from sscb_graph.graph.graph import AnyEdge, Edge
from sscb_graph.graph.nodes import Action, Body, Function, Node, Priority, Recommendation

if TYPE_CHECKING:
    from sscb_graph.graph.view import GraphView

_Facts: TypeAlias = "Callable[..., list[AnyEdge]]"
#: By class, the types of facts that end at a thing and start at what it answers to.
_INTO: dict[type[Node], tuple[str, ...]] = {
    Recommendation: ("ADDRESSES", "RESPONDS_TO"),
    Priority: ("SERVES",),
    Action: ("LEADS", "LINKS_TO"),
    Body: ("CHAIRS",),
}


def accountable_to(view: GraphView, node: Node) -> Iterator[tuple[AnyEdge, Node]]:
    """The facts by which a thing answers to another, each with that other thing: the steps of a line upwards.

    From a recommendation or priority to its actions, from an action to its leads and to the actions that it is linked
    with, from a body to those whom it reports to (or, where it reports to nobody, to what it is a subgroup of) and to
    its chair. Nothing leads up to a priority or recommendation: to share it makes nobody accountable to another.
    """
    return _steps(node, view.into, view.out)


def accountable_ever(view: GraphView, node: Node) -> Iterator[tuple[AnyEdge, Node]]:
    """Like ``accountable_to``, but including facts that have ended."""
    yield from accountable_to(view, node)
    yield from _steps(node, view.ended_into, view.ended_out)


def _steps(node: Node, into: _Facts, out: _Facts) -> Iterator[tuple[AnyEdge, Node]]:
    if types := _INTO.get(type(node)):
        yield from ((edge, edge.start) for edge in into(node, *types))
    match node:
        case Action():
            yield from ((edge, edge.end) for edge in out(node, "LINKS_TO"))
        case Body():
            above = out(node, "REPORTS_TO") or out(node, "SUBGROUP_OF")
            yield from ((edge, edge.end) for edge in above)


def nothing_above(view: GraphView, body: Body) -> Edge[Body, Function] | None:
    """The fact that a body has a function that nothing stands above it, the best known; None where it has no such."""
    found = [edge for edge in view.whole.out(body, "HAS_FUNCTION") if edge.end.properties.get("nothing_above")]
    return cast("Edge[Body, Function] | None", min(found, key=lambda edge: edge.rank, default=None))
