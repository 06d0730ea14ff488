"""Dates, folding, names, the question loader, files, the cache and the exports."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscb_graph.errors import AmbiguousName, BadQuestionFile, CannotWrite, Clash, UnknownName, visible
from sscb_graph.files import new_folder, write_whole
from sscb_graph.formats.graph_exports import csv_files, graphml, node_link
from sscb_graph.formats.table import ranges
from sscb_graph.graph import build_graph
from sscb_graph.property_graph import Graph
from sscb_graph.questions import all_questions
from sscb_graph.questions.loader import parse
from sscb_graph.seed import load_records, open_seed
from sscb_graph.stores import cache
from sscb_graph.stores.embedded import EmbeddedStore
from sscb_graph.stores.neo4j.loading import guard
from sscb_graph.text import fold, squash
from tests.conftest import Ran, SeedCopy, run_sscb


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert squash(fold(text)) == squash(text)


@given(st.text())
def test_what_is_typed_is_shown_without_control_characters(text: str) -> None:
    assert visible(text).isprintable() or not text.isprintable()
    assert not any(ord(character) < 32 for character in visible(text))


def test_names(surrey: EmbeddedStore) -> None:
    names = surrey.names()
    for typed, key in {
        "executive": "executive",
        "strategic executive": "strategic-executive",
        "P&P group": "policies-and-procedures",
        "qa and p": "qap",
        "the neglect group": "neglect",
        "LSCB": "sscb",
        "board": "sscb",
        "early help": "early-help",
        "domestic abuse board": "damb",
    }.items():
        assert names.body(typed).id == key, typed
    assert names.action_ids("3.2") == ["p3-2.11-3.2"] or len(names.action_ids("3.2")) == 2
    assert names.action_ids("2.10") == ["p2-2.10"]
    assert names.action_ids("p2-2.4") == ["p2-2.4"]
    assert names.thing_id("Ofsted 22") == "ofsted-22"
    assert names.thing_id("priority 2") == "priority-2"
    with pytest.raises(AmbiguousName):
        names.thing_id("2.11")
    with pytest.raises(UnknownName):
        names.body("Atlantis")


def test_every_printed_form_finds_its_body(surrey: EmbeddedStore) -> None:
    names = surrey.names()
    for body in names.bodies:
        for form in (body.name, *body.forms):
            assert names.body(form).id == body.id, form


def test_a_form_of_two_bodies_is_ambiguous(seed_copy: SeedCopy) -> None:
    seed_copy.add("body_names.csv", id="name-x", body="neglect", name="Health Group")
    with pytest.raises(AmbiguousName, match="Neglect Task and Finish Group"):
        seed_copy.store().names().body("health group")


GOOD = """CYPHER 5
// name: q
// description: D.
// parameter: body (body) b | example: SSCB
// columns: a, b
MATCH (n {plan: $plan, id: $body}) RETURN n"""


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("CYPHER 5", "cypher 5", "first line"),
        ("// name: q", "// name: other", "not that of the file"),
        ("// description: D.\n", "", "no 'description'"),
        ("// description: D.", "// name: q", "twice"),
        ("// columns", "// colums", "a header line is"),
        ("(body) b", "(colour) b", "is not a type"),
        (" | example: SSCB", "", "a parameter is"),
        ("\nMATCH (n {plan: $plan, id: $body}) RETURN n", "", "no Cypher"),
        ("$body", "$nobody", "not declared: nobody"),
        ("id: $body", "id: 1", "not used: body"),
        ("plan: $plan, ", "", r"does not choose a plan"),
        ("// columns", "// parameter: body (body) b | example: SSCB\n// columns", "given twice"),
    ],
)
def test_a_question_file_is_refused(old: str, new: str, problem: str) -> None:
    assert old in GOOD
    with pytest.raises(BadQuestionFile, match=problem):
        parse(Path("q.cypher"), GOOD.replace(old, new, 1))


def test_a_question_file_is_read() -> None:
    assert parse(Path("q.cypher"), GOOD).columns == ("a", "b")
    assert len(all_questions()) >= 15


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "x.json"
    write_whole(target, b"before")

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(CannotWrite, match="no space left"):
        write_whole(target, b"after")
    with pytest.raises(CannotWrite):
        new_folder(tmp_path / "folder", {"a": b""})
    assert target.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]


def same(one: Graph, other: Graph) -> bool:
    return (
        list(one.nodes(data=True)) == list(other.nodes(data=True))
        and list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))
        and one.graph == other.graph
    )


def test_the_cache_gives_the_graph_that_was_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSCB_CACHE_DIR", str(tmp_path))
    seed = open_seed(None)
    built = build_graph(load_records(seed))
    assert same(cache.cached_graph(seed), built)
    (file,) = tmp_path.iterdir()
    assert same(cache.cached_graph(seed), built)
    kept = file.read_bytes()
    for damaged in (b"", b"{}", kept[:-80], kept.replace(b"stated", b"statXd", 1)):
        file.write_bytes(damaged)
        assert same(cache.cached_graph(seed), built)
        assert file.read_bytes() == kept


def test_a_changed_seed_is_not_answered_from_the_cache(seed_copy: SeedCopy) -> None:
    before = seed_copy.store().graph.nodes["ofsted-22"]["topic"]
    seed_copy.edit("ofsted_recommendations.csv", "ofsted-22", topic="Another topic")
    assert seed_copy.store().graph.nodes["ofsted-22"]["topic"] == "Another topic" != before


def test_nobody_notices_a_cache_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    for folder in ("", str(tmp_path / "file" / "cache"), "/proc/nosuch"):
        ran = run_sscb("trace", "ofsted", "22", env={"SSCB_CACHE_DIR": folder})
        assert (ran.code, ran.err) == (0, "")


def test_exports_hold_the_whole_graph(surrey: EmbeddedStore, tmp_path: Path) -> None:
    graph = surrey.graph
    again = nx.node_link_graph(json.loads(node_link(graph)), edges="edges")
    assert (len(again), again.number_of_edges()) == (len(graph), graph.number_of_edges())
    assert {**again.nodes["p2-2.4"], "id": "p2-2.4"} == graph.nodes["p2-2.4"]
    start, end, key = next(iter(graph.edges(keys=True)))
    assert again.get_edge_data(start, end, key)["provenance"] == graph.get_edge_data(start, end, key)["source"]
    xml = nx.parse_graphml(graphml(graph).decode(), force_multigraph=True)
    assert (len(xml), xml.number_of_edges()) == (len(graph), graph.number_of_edges())
    files = csv_files(graph)
    nodes = list(csv.DictReader(io.StringIO(files["nodes.csv"].decode("utf-8-sig"))))
    assert len(nodes) == len(graph)
    assert node_link(graph) == node_link(graph)


@pytest.mark.parametrize(("form", "target"), [("json", "g.json"), ("graphml", "g.graphml"), ("csv", "g")])
def test_exports_are_written(tmp_path: Path, form: str, target: str) -> None:
    ran: Ran = run_sscb("export", "graph", "--format", form, "-o", tmp_path / target)
    assert (ran.code, ran.out) == (0, "")
    assert "Wrote" in ran.err
    assert (tmp_path / target).exists()
    assert (run_sscb("export", "graph", "--format", form, "-o", tmp_path / target).code == 2) == (form == "csv")


def test_runs_of_numbers() -> None:
    assert ranges([1, 2, 3, 5, 7, 8]) == "1-3, 5, 7-8"


def test_a_graph_that_lacks_what_every_node_has_is_not_loaded(seed_copy: SeedCopy) -> None:
    graph = seed_copy.store().graph
    guard(graph, "surrey-2018")
    with pytest.raises(Clash, match="does not belong to the plan 'other'"):
        guard(graph, "other")
    source = graph.nodes["qap"].pop("source")
    with pytest.raises(Clash, match="The node 'qap' has no source"):
        guard(graph, "surrey-2018")
    graph.nodes["qap"]["source"] = source
    start, end, key = next(iter(graph.edges(keys=True)))
    graph.get_edge_data(start, end, key).pop("basis")
    with pytest.raises(Clash, match=f"The relationship '{key}' has no basis"):
        guard(graph, "surrey-2018")
