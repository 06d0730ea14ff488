"""The graph of a plan: what its nodes and relationships carry, and what they may join."""

from __future__ import annotations

from typing import Any

import pytest

from sscb_graph.folder import open_seed
from sscb_graph.folder.load import load_records
from sscb_graph.graph.builder import build_graph
from sscb_graph.graph.graph import MemoryGraph
from sscb_graph.graph.graph_writer import check_ends
from sscb_graph.graph.multigraph import PropertyGraph, multigraph
from sscb_graph.graph.nodes import make_node
from sscb_graph.model.basis import RANK
from sscb_graph.model.vocabulary import LABELS, TYPES
from tests.conftest import SeedCopy


@pytest.fixture(scope="module")
def graph() -> PropertyGraph:
    return multigraph(build_graph(load_records(open_seed(None))))


def edges(graph: PropertyGraph, kind: str, key: str) -> list[tuple[str, dict[str, Any]]]:
    return [(end, data) for _, end, data in graph.out_edges(key, data=True) if data["type"] == kind]


def test_every_node_and_relationship_has_its_source_plan_and_row(graph: PropertyGraph) -> None:
    for _, node in graph.nodes(data=True):
        assert node["source"]
        assert node["plan"] == "surrey-2018"
        assert "Sscb" in node["labels"]
        assert set(node["labels"]) <= LABELS
        assert None not in node.values()
        assert "" not in node.values() or node["search_text"] == ""
        assert node.get("row", 0) > 1 or "Status" in node["labels"]
    for *_, data in graph.edges(data=True):
        assert data["source"]
        assert data["basis_rank"] == RANK[data["basis"]]
        assert data["basis"] == "stated" or data.get("reason") or data["type"] == "NOTE_ON", data
        assert data["row"] > 1
        assert data["file"].endswith(".csv")


def test_every_relationship_is_one_that_the_vocabulary_allows(graph: PropertyGraph) -> None:
    check_ends(build_graph(load_records(open_seed(None))))
    assert {data["type"] for *_, data in graph.edges(data=True)} <= set(TYPES)


@pytest.mark.parametrize(
    ("start", "kind", "end", "sentence"),
    [
        ("qap", "REPORTS_TO", "peer-review", r"x: peer-review \(Document, Sscb\) cannot be an end of: BODY reports to"),
        ("p1-1.1", "LEADS", "p1-1.2", r"x: p1-1\.1 \(Action, Sscb\) cannot be an end of: BODY leads ACTION"),
        ("qap", "LIKES", "sscb", "x: LIKES is no relationship type"),
    ],
)
def test_a_relationship_that_the_vocabulary_does_not_allow_is_a_defect(
    start: str, kind: str, end: str, sentence: str
) -> None:
    labels = {"qap": ["Body", "Sscb"], "peer-review": ["Document", "Sscb"], "sscb": ["Body", "Sscb"]}
    labels |= {"p1-1.1": ["Action", "Sscb"], "p1-1.2": ["Action", "Sscb"]}
    nodes = [make_node(found, {"id": key}) for key, found in labels.items()]
    with pytest.raises(ValueError, match=sentence):
        check_ends(MemoryGraph("plan", nodes, [(start, kind, end, {"id": "x"})]))


def test_a_record_says_where_its_node_and_its_relationship_come_from(graph: PropertyGraph) -> None:
    assert (graph.nodes["sscb"]["file"], graph.nodes["sscb"]["row"]) == ("bodies.csv", 2)
    ((_, line),) = edges(graph, "REPORTS_TO", "business-group")
    assert (line["file"], line["row"]) == ("relations.csv", 2)


def test_an_item_of_a_report(graph: PropertyGraph) -> None:
    item = graph.nodes["ofsted-22"]
    assert item["labels"] == ["Recommendation", "Sscb"]
    assert (item["name"], item["number"], item["report"]) == ("Ofsted 22", "22", "report-ofsted")
    assert (item["kind"], item["recommendation"]) == ("finding", True)
    assert "text" not in item
    assert item["topic"]
    assert item["source"] == (
        f"Ofsted's re-inspection report on Surrey, published 16 May 2018, item 22, page {item['page']}"
    )
    peer = graph.nodes["peer-3"]
    assert (peer["name"], peer["number"], peer["kind"], peer["recommendation"]) == (
        *("Peer review 3", "3", "recommendation"),
        True,
    )
    assert peer["source"].startswith(
        'SSCB Business Plan 2018-2019, recommendations of the peer review, item 3: "Establish a Strategic Executive'
    )
    ((whole, _),) = edges(graph, "PART_OF", "peer-3")
    assert whole == "report-peer"


def test_a_report(graph: PropertyGraph) -> None:
    report = graph.nodes["report-ofsted"]
    assert report["labels"] == ["Report", "Sscb"]
    assert (report["name"], report["word"], report["kind"]) == ("Ofsted", "ofsted", "inspection report")
    assert (report["published"], report["document"]) == ("2018-05-16", "ofsted-report-2018")
    ((document, data),) = edges(graph, "PART_OF", "report-ofsted")
    assert (document, data["basis"]) == ("ofsted-report-2018", "inferred")
    assert data["reason"] == report["reason"]
    ((plan, data),) = edges(graph, "PART_OF", "report-peer")
    assert (plan, data["basis"]) == ("surrey-2018", "stated")
    assert graph.nodes["surrey-2018"]["default_report"] == "report-ofsted"


def test_items_of_any_report_and_what_they_hang_together_with(seed_copy: SeedCopy) -> None:
    own = {"position": "3", "name": "CQC", "kind": "inspection report", "basis": "stated"}
    seed_copy.add("reports.csv", id="report-cqc", word="cqc", document="annual-report", **own)
    cells = {"position": "1", "report": "report-cqc", "kind": "must do", "recommendation": "no"}
    seed_copy.add("recommendations.csv", id="cqc-1", number="1", text="Tell the parents.", **cells)
    more = {"part_of": "cqc-1", "links_to": "ofsted-22; peer-3", "addressed_to": "police; sscb"}
    seed_copy.add("recommendations.csv", id="cqc-r3", number="R3", topic="Telling", **more, **cells)
    graph = multigraph(build_graph(seed_copy.records()))
    assert graph.nodes["cqc-1"]["name"] == "CQC 1"
    assert graph.nodes["cqc-1"]["source"].endswith(', item 1: "Tell the parents."')
    assert not graph.nodes["cqc-1"]["source"].startswith("SSCB Business Plan")
    assert (graph.nodes["cqc-r3"]["name"], graph.nodes["cqc-r3"]["recommendation"]) == ("CQC R3", False)
    assert [end for end, _ in edges(graph, "PART_OF", "cqc-r3")] == ["report-cqc", "cqc-1"]
    assert [end for end, _ in edges(graph, "RELATES_TO", "cqc-r3")] == ["ofsted-22", "peer-3"]
    assert [end for end, _ in edges(graph, "ADDRESSED_TO", "cqc-r3")] == ["police", "sscb"]


def test_what_is_written_in_a_report_is_not_placed_in_the_plan(seed_copy: SeedCopy) -> None:
    seed_copy.edit("recommendations.csv", "ofsted-22", text="Act on referrals.")
    cells = {"written_in": "ofsted-22; p1-1.1", "quote": "Act on referrals."}
    seed_copy.edit("relations.csv", "qap-reports-to-sscb", **cells)
    ((_, line),) = edges(multigraph(build_graph(seed_copy.records())), "REPORTS_TO", "qap")
    assert line["source"].startswith("Ofsted's re-inspection report on Surrey")
    assert '; SSCB Business Plan 2018-2019, action plan, row 1.1 (Priority 1): "Act' in line["source"]


@pytest.mark.parametrize(("day", "words"), [("2018-07-01", "on 1 July 2018"), ("2018-07", "in July 2018")])
def test_what_is_recorded_carries_by_whom_and_when(day: str, words: str, seed_copy: SeedCopy) -> None:
    recorded = {"basis": "recorded", "recorded_by": "Minute 12", "recorded_on": day}
    seed_copy.edit("statuses.csv", "status-p4-4.1-amber", until="2018-06-30")
    seed_copy.add("statuses.csv", id="status-new", row_id="p4-4.1", status="Green", **recorded)
    graph = multigraph(build_graph(seed_copy.records()))
    new, old = (data for _, data in edges(graph, "HAS_STATUS", "p4-4.1"))
    assert (old["until"], old["basis"]) == ("2018-06-30", "stated")
    assert (new["basis"], new["basis_rank"], new["source"]) == ("recorded", 1, f"recorded by Minute 12 {words}")
    assert (new["recorded_by"], new["recorded_on"]) == ("Minute 12", day)
    assert "quote" not in new


def test_building_twice_gives_the_same(graph: PropertyGraph) -> None:
    again = multigraph(build_graph(load_records(open_seed(None))))
    assert list(again.nodes(data=True)) == list(graph.nodes(data=True))
    assert list(again.edges(keys=True, data=True)) == list(graph.edges(keys=True, data=True))
    assert graph.graph == {"plan": "surrey-2018"}
