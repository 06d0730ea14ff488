"""What comes of a proposal as a plan of its own, so that a shared store can hold it beside the plan itself."""

from __future__ import annotations

import hashlib

from sscb_graph.graph.graph import MemoryGraph
from sscb_graph.graph.nodes import Node, Plan, Properties, make_node
from sscb_graph.model.vocabulary import Label
from sscb_graph.rehearsal.outcome import Outcome
from sscb_graph.text import slug


def plan_id_of(outcome: Outcome) -> str:
    """The id of the outcome as a plan: that of the plan, and the name of the proposal."""
    name = slug(outcome.proposal.name.rpartition(".")[0] or outcome.proposal.name).replace(".", "-").strip("-")
    return f"{outcome.before.plan_id}-after-{name or 'proposal'}"


def digest_of(outcome: Outcome) -> str:
    """SHA-256 of the plan's own digest and of every row of the proposal: "sha256:" and 64 hexadecimal digits."""
    rows = (row.model_dump_json() for row in outcome.proposal.rows)
    text = "\0".join([outcome.reading.origin.digest, *rows])
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def as_plan(outcome: Outcome) -> MemoryGraph:
    """The plan after a proposal under an id and a title of its own; everything else keeps its id."""
    reader, new = outcome.after.reader, plan_id_of(outcome)
    old = reader.plan_id
    nodes = [_node(node, new, outcome) for node in reader.labelled(Label.SSCB)]
    edges = [
        (_end(edge.start.id, old, new), edge.type, _end(edge.end.id, old, new), {**edge.properties, "plan": new})
        for edge in reader.edges(())
    ]
    return MemoryGraph(new, nodes, edges)


def _node(node: Node, new: str, outcome: Outcome) -> Node:
    properties: Properties = {**node.properties, "plan": new}
    if isinstance(node, Plan):
        after = f", after {outcome.proposal.name} (a rehearsal)"
        properties = {**properties, "id": new, "name": f"{node.name}{after}", "title": f"{node.title}{after}"}
    return make_node(node.labels, properties)


def _end(key: str, old: str, new: str) -> str:
    return new if key == old else key
