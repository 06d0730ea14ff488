"""What nodes name without a relationship: the plan its board and report, an action its priority, an item its report.

In a graph made of a folder all of it is there, since the folder's references are checked; a graph from elsewhere may
lack it.
"""

from __future__ import annotations

from collections.abc import Iterator

from sscb_graph.graph.graph import GraphReader
from sscb_graph.graph.nodes import Action, Body, Plan, Priority, Recommendation, Report


def find_break(graph: GraphReader) -> str | None:
    """The first reference that leads nowhere, as a clause; None where all of them lead to what they name."""
    return next(_breaks(graph), None)


def _breaks(graph: GraphReader) -> Iterator[str]:
    plan = graph.node(graph.plan_id)
    if not isinstance(plan, Plan) or len(graph.labelled(Plan.LABEL)) != 1:
        yield "it has not a single node of its own"
        return
    if plan.board and not isinstance(graph.node(plan.board), Body):
        yield f"its board '{plan.board}' is no body"
    if plan.default_report and not isinstance(graph.node(plan.default_report), Report):
        yield f"its default report '{plan.default_report}' is no report"
    numbers = {node.number for node in graph.labelled(Priority.LABEL) if isinstance(node, Priority)}
    for node in graph.labelled(Action.LABEL):
        if isinstance(node, Action) and node.priority not in numbers:
            yield f"the action '{node.id}' has a priority that is not there"
    for node in graph.labelled(Recommendation.LABEL):
        if isinstance(node, Recommendation) and not isinstance(graph.node(node.report), Report):
            yield f"the recommendation '{node.id}' has a report that is not there"
