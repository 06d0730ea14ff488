"""Copies of a plan's graph: without some of its nodes, or as a plan of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sscb_graph.graph.graph import GraphReader, MemoryGraph
from sscb_graph.graph.nodes import Action, Body, BodyName, Decision, Function, Node, Note, Plan, Properties, make_node
from sscb_graph.model.vocabulary import Label

#: What stands in a graph only for what it is about.
_ABOUT = (BodyName, Decision, Note)
#: What it can be about, of what a plan may be without.
_SUBJECTS = (Action, Body, Function)


def without(reader: GraphReader, gone: Collection[str]) -> MemoryGraph:
    """A graph without some nodes (by their ids), what is only about them, and all facts about either."""
    left_out = {*gone, *_about(reader, gone)}
    nodes = [_kept(node, left_out) for node in reader.labelled(Label.SSCB) if node.id not in left_out]
    edges = [
        (edge.start.id, edge.type, edge.end.id, edge.properties)
        for edge in reader.edges(())
        if edge.start.id not in left_out and edge.end.id not in left_out
    ]
    return MemoryGraph(reader.plan_id, nodes, edges)


def _kept(node: Node, left_out: Collection[str]) -> Node:
    """A node; a plan whose Board is left out has none."""
    if not (isinstance(node, Plan) and node.board in left_out):
        return node
    return make_node(node.labels, {name: value for name, value in node.properties.items() if name != "board"})


def _about(reader: GraphReader, gone: Collection[str]) -> set[str]:
    """The decisions, names and cautions that are about nothing but some nodes."""
    subjects: dict[str, set[str]] = defaultdict(set)
    for edge in reader.edges(()):
        for node, other in ((edge.start, edge.end), (edge.end, edge.start)):
            if isinstance(node, _ABOUT) and isinstance(other, _SUBJECTS):
                subjects[node.id].add(other.id)
    return {key for key, about in subjects.items() if about <= set(gone)}


def as_own_plan(reader: GraphReader, plan_id: str, more: str) -> MemoryGraph:
    """A graph under another plan's id, with ``more`` behind its name and title; everything else keeps its id."""
    old = reader.plan_id
    nodes = [_node(node, plan_id, more) for node in reader.labelled(Label.SSCB)]
    edges = [
        (
            _end(edge.start.id, old, plan_id),
            edge.type,
            _end(edge.end.id, old, plan_id),
            {**edge.properties, "plan": plan_id},
        )
        for edge in reader.edges(())
    ]
    return MemoryGraph(plan_id, nodes, edges)


def _node(node: Node, plan_id: str, more: str) -> Node:
    properties: Properties = {**node.properties, "plan": plan_id}
    if isinstance(node, Plan):
        own = {"id": plan_id, "name": f"{node.name}{more}", "title": f"{node.title}{more}"}
        properties = {**properties, **own}
    return make_node(node.labels, properties)


def _end(key: str, old: str, new: str) -> str:
    return new if key == old else key
