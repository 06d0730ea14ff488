"""What of a server's data can be a plan's, and what is refused before it is read or written."""

from __future__ import annotations

from typing import Any

import pytest

from sscb_graph.errors_of_store import Clash
from sscb_graph.folder import open_seed
from sscb_graph.graph.graph import Edge, MemoryGraph
from sscb_graph.graph.nodes import make_node
from sscb_graph.graph.properties import declared
from sscb_graph.model.vocabulary import Label
from sscb_graph.stores.neo4j.boundary import LONGEST_TEXT, NotOurs, checked_edge, checked_node
from sscb_graph.stores.neo4j.loading import guard
from tests.neo4j.conftest import Built

NODE: dict[str, Any] = {
    "plan": "p",
    "id": "a",
    "name": "A",
    "source": "there",
    "search_text": "",
    "kind": "panel",
    "basis": "stated",
    "kind_basis": "stated",
}
LABELS = ["Body", "Panel", "Sscb"]
EDGE: dict[str, Any] = {"plan": "p", "id": "e", "basis": "stated", "source": "there"}


def test_what_can_be_ours_passes() -> None:
    own = {**NODE, "reason": "two\nlines", "printed_names": ["B"], "row": 3}
    node = checked_node(LABELS, own)
    assert node.labels == ("Body", "Panel", "Sscb")
    assert node.properties == own
    for key in ("p2-2.10", "part-of~a", "rag~in%20hand", "accepted~no-lead/p1-1.2"):
        assert checked_edge(node, "REPORTS_TO", node, {**EDGE, "id": key})[1] == "REPORTS_TO"


def test_labels_and_properties_of_others_are_left_out() -> None:
    theirs = {"x": 1.5, "key": "k", "labels": ["l"], "an\x1bescape": b"x"}
    node = checked_node([*LABELS, "Theirs"], {**NODE, **theirs})
    assert (node.labels, node.properties) == (("Body", "Panel", "Sscb"), NODE)
    assert checked_edge(node, "REPORTS_TO", node, {**EDGE, **theirs})[3] == EDGE


@pytest.mark.parametrize(
    "own",
    [
        *({"id": key} for key in ("A b", "", 5)),
        *({"source": text} for text in ("", 5, ["x"], "a\x1b", "x" * (LONGEST_TEXT + 1))),
        *({"reason": value} for value in (1.5, None, b"x", True)),
        *({"position": value} for value in (True, "1", 1.0)),
        {"basis": "sworn"},
    ],
)
def test_what_cannot_be_ours_is_refused(own: dict[str, Any]) -> None:
    node = checked_node(LABELS, NODE)
    with pytest.raises(NotOurs):
        checked_node(LABELS, {**NODE, **own})
    with pytest.raises(NotOurs):
        checked_edge(node, "REPORTS_TO", node, {**EDGE, **own})


@pytest.mark.parametrize("quote", [[], [1], [""], ["\x00"], "text", ["x" * 600_000, "y" * 600_000]])
def test_lists_that_cannot_be_ours_are_refused(quote: Any) -> None:
    node = checked_node(LABELS, NODE)
    with pytest.raises(NotOurs):
        checked_edge(node, "REPORTS_TO", node, {**EDGE, "quote": quote})


@pytest.mark.parametrize("labels", [["Sscb"], ["Body", "Sscb"], ["Body", "Panel"], ["Body", "Board", "Sscb"], [*"ab"]])
def test_labels_that_do_not_fit_are_refused(labels: list[str]) -> None:
    with pytest.raises(NotOurs):
        checked_node(labels, NODE)
    with pytest.raises(NotOurs):
        checked_node([*LABELS, "Action"], NODE)


def test_a_relationship_of_what_it_cannot_join_is_refused() -> None:
    node = checked_node(LABELS, NODE)
    with pytest.raises(NotOurs, match="BODY leads ACTION"):
        checked_edge(node, "LEADS", node, EDGE)


def test_all_that_a_load_writes_is_declared() -> None:
    """What is not declared would be lost on the way back."""
    graph = Built(open_seed(None)).graph
    for node in graph.labelled(Label.SSCB):
        kind: type = type(node)
        assert declared(kind).keys() >= node.properties.keys()
    for edge in graph.edges(()):
        assert declared(Edge).keys() >= edge.properties.keys()


def test_a_graph_that_could_not_be_read_back_is_not_loaded() -> None:
    node = make_node(LABELS, NODE)
    edge = ("a", "REPORTS_TO", "a", EDGE)
    guard(MemoryGraph("p", [node], [edge]), "p")
    for nodes, edges, plan in (
        ([make_node(LABELS, {**NODE, "source": ""})], [], "p"),
        ([node], [edge, edge], "p"),
        ([node], [edge], "other"),
    ):
        with pytest.raises(Clash, match=r"Nothing was written\.$"):
            guard(MemoryGraph("p", nodes, edges), plan)
