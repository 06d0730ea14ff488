"""A difference of two graphs: applying it gives the other graph, and it knows what means something."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscb_graph.changes.difference import INCIDENTAL, Difference, EdgeChange, difference
from sscb_graph.graph.graph import MemoryGraph
from sscb_graph.graph.nodes import Node, Properties, make_node
from sscb_graph.model.basis import BASES
from sscb_graph.model.vocabulary import TYPES, Label

KEYS = ["a", "b", "c", "d", "e"]
VALUES = st.sampled_from(["x", "y", 1, 2, True, ["x"], ["x", "y"]])
NAMES = ["name", "text", "note", "until", "reason", "confirmed_by", *sorted(INCIDENTAL - {"position"})]
OWN = st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=4)


def edge_of(key: str, start: str, kind: str, end: str, **more: Any) -> tuple[str, str, str, Properties]:
    return start, kind, end, {"id": key, "basis": "stated", "source": "there", **more}


@st.composite
def graphs(draw: st.DrawFn) -> MemoryGraph:
    labels = st.sampled_from([[Label.BODY.value], [Label.ACTION.value], [Label.EVENT.value]])
    keys = draw(st.lists(st.sampled_from(KEYS), unique=True))
    nodes = [make_node([*draw(labels), "Sscb"], {**draw(OWN), "id": key}) for key in keys]
    edges = []
    for key in draw(st.lists(st.sampled_from(["f", "g", "h", "i"]), unique=True)) if keys else []:
        ends = [draw(st.sampled_from(keys)) for _ in range(2)]
        kind, basis = draw(st.sampled_from(sorted(TYPES)[:3])), draw(st.sampled_from(BASES))
        edges.append(edge_of(key, ends[0], kind, ends[1], **{**draw(OWN), "basis": basis}))
    return MemoryGraph("made", nodes, edges)


def content(graph: MemoryGraph) -> tuple[dict[str, Any], dict[str, Any]]:
    nodes = {node.id: (sorted(node.labels), node.properties) for node in graph.labelled("Sscb")}
    return nodes, {edge.id: (edge.start.id, edge.type, edge.end.id, edge.properties) for edge in graph.edges(())}


def applied(found: Difference, graph: MemoryGraph) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a graph holds after a difference, by the properties that the changes list."""
    nodes, edges = content(graph)
    for node in found.removed_nodes:
        del nodes[node.id]
    for edge in found.removed_edges:
        del edges[edge.id]
    for node in found.added_nodes:
        nodes[node.id] = sorted(node.labels), node.properties
    for edge in found.added_edges:
        edges[edge.id] = edge.start.id, edge.type, edge.end.id, edge.properties
    for change in found.changed_nodes:
        nodes[change.after.id] = change.labels[1], patched(change.before.properties, change.properties)
    for moved in found.changed_edges:
        place = moved.after.start.id, moved.after.type, moved.after.end.id
        edges[moved.after.id] = *place, patched(moved.before.properties, moved.properties)
    return nodes, edges


def patched(before: Properties, changes: Mapping[str, tuple[Any, Any]]) -> dict[str, Any]:
    after = {**before, **{name: values[1] for name, values in changes.items()}}
    return {name: value for name, value in after.items() if value is not None}


@given(graphs(), graphs())
def test_applying_a_difference_gives_the_other_graph(before: MemoryGraph, after: MemoryGraph) -> None:
    assert applied(difference(before, after), before) == content(after)


@given(graphs())
def test_a_graph_does_not_differ_from_itself(graph: MemoryGraph) -> None:
    found = difference(graph, graph)
    assert not found
    assert not found.meaning


@given(graphs(), graphs())
def test_the_way_back_undoes_it(before: MemoryGraph, after: MemoryGraph) -> None:
    there, back = difference(before, after), difference(after, before)
    assert set(there.added_nodes) == set(back.removed_nodes)
    assert {change.after.id for change in there.changed_edges} == {change.after.id for change in back.changed_edges}
    assert len(there.meaning.changed_nodes) == len(back.meaning.changed_nodes)


def body(key: str, **more: Any) -> Node:
    return make_node(["Body", "Sscb"], {"id": key, "name": key, **more})


def one_edge(*before: Any, **after: Any) -> EdgeChange:
    """The change of a line from a to b that has other properties afterwards."""
    nodes = [body("a"), body("b")]
    first, last = (MemoryGraph("made", nodes, [edge_of("l", "a", "LEADS", "b", **own)]) for own in (*before, after))
    (change,) = difference(first, last).changed_edges
    return change


@pytest.mark.parametrize("name", sorted(INCIDENTAL))
def test_where_a_thing_is_kept_means_nothing(name: str) -> None:
    before, after = (MemoryGraph("made", [body("a", **{name: value})], []) for value in (1, 2))
    found = difference(before, after)
    assert [change.properties for change in found.changed_nodes] == [{name: (1, 2)}]
    assert found
    assert not found.meaning


def test_another_name_or_another_kind_means_something() -> None:
    before = MemoryGraph("made", [body("a"), body("b")], [])
    after = MemoryGraph("made", [body("a", name="Another"), make_node(["Event", "Sscb"], body("b").properties)], [])
    renamed, relabelled = difference(before, after).meaning.changed_nodes
    assert renamed.values("name") == ("a", "Another")
    assert (renamed.relabelled, relabelled.relabelled) == (False, True)
    assert relabelled.labels == (["Body", "Sscb"], ["Event", "Sscb"])


def test_what_happens_to_a_fact() -> None:
    assert one_edge({}, until="2018-12").ended
    assert one_edge({"until": "2018-12"}).resumed
    assert one_edge({}, basis="assumed", reason="ours").basis == ("stated", "assumed")
    assert one_edge({}, confirmed_by="Board minutes", confirmed_on="2019-01-10").confirmed
    change = one_edge({"note": "x"}, note="y")
    seen = [change.ended, change.resumed, change.basis, change.confirmed, change.moved]
    assert not any(seen)


def test_a_fact_with_another_end_is_moved() -> None:
    nodes = [body("a"), body("b")]
    before = MemoryGraph("made", nodes, [edge_of("l", "a", "REPORTS_TO", "b")])
    after = MemoryGraph("made", nodes, [edge_of("l", "b", "REPORTS_TO", "a")])
    (change,) = difference(before, after).changed_edges
    assert change.moved
    assert not change.properties
