"""Changes that were decided after the plan: a node each, with the bodies before and after, found by its words."""

from __future__ import annotations

import pytest

from sscb_graph.errors import SeedError
from sscb_graph.graph.builder import build_graph
from sscb_graph.graph.graph import MemoryGraph
from sscb_graph.graph.nodes import ChangeEvent
from sscb_graph.graph.view import GraphView
from sscb_graph.model.vocabulary import TYPES, ChangeKind
from tests.conftest import SeedCopy, run_sscb

MINUTE = {"basis": "recorded", "recorded_by": "Minute 7", "recorded_on": "2019-01-15"}
SENTENCE = "Health and Education become one group of schools and nurseries."


@pytest.fixture
def seed(seed_copy: SeedCopy) -> SeedCopy:
    """The shipped plan with a change of each kind; the merger has every cell."""
    for position, kind in enumerate(ChangeKind):
        cells = {"position": str(position), "change": kind.upper(), "text": f"A change ({kind})."}
        seed_copy.add("changes.csv", id=f"change-{position}", original="neglect", **cells, **MINUTE)
    merged = {
        "change": "merge",
        "original": "health-sub-group; education-sub-group; health-sub-group",
        "resulting": "health-sub-group",
        "text": SENTENCE,
    }
    more = {"effective": "2019-04", "decided_by": "The Board", "subject_to": "the consent of partners"}
    seed_copy.add("changes.csv", id="change-merger", position="99", **merged, **more, **MINUTE)
    return seed_copy


def graph_of(seed: SeedCopy) -> MemoryGraph:
    return build_graph(seed.records())


def test_a_change_is_a_node_with_its_cells(seed: SeedCopy) -> None:
    event = GraphView(graph_of(seed)).get(ChangeEvent, "change-merger")
    assert event.labels == ("ChangeEvent", "Sscb")
    assert event.name == "merge: Health Sub Group, Education Sub Group"
    assert (event.change, event.text, event.effective) == ("merge", SENTENCE, "2019-04")
    assert (event.decided_by, event.subject_to) == ("The Board", "the consent of partners")
    assert (event.basis, event.source) == ("recorded", "recorded by Minute 7 on 15 January 2019")
    kinds = {each.change for each in GraphView(graph_of(seed)).all(ChangeEvent)}
    assert kinds == set(ChangeKind)


def test_a_change_has_the_bodies_before_and_after_it_once_each(seed: SeedCopy) -> None:
    edges = graph_of(seed).edges_out("change-merger", ())
    assert [(edge.id, edge.type, edge.end.id) for edge in edges] == [
        ("original~change-merger~education-sub-group", "ORIGINAL_ORGANIZATION", "education-sub-group"),
        ("original~change-merger~health-sub-group", "ORIGINAL_ORGANIZATION", "health-sub-group"),
        ("resulting~change-merger~health-sub-group", "RESULTING_ORGANIZATION", "health-sub-group"),
    ]
    assert {edge.basis for edge in edges} == {"recorded"}
    assert TYPES["ORIGINAL_ORGANIZATION"].sentence == "CHANGE EVENT changes BODY"
    assert TYPES["RESULTING_ORGANIZATION"].sentence == "CHANGE EVENT results in BODY"


@pytest.mark.parametrize("words", ["schools nurseries", "consent of partners"])
def test_search_finds_the_words_of_a_change_as_neither_the_plans_nor_ours(words: str, seed: SeedCopy) -> None:
    ran = run_sscb("--seed", seed.folder, "search", words, "--format", "json")
    (row,) = [row for row in ran.rows if row["kind"] == "ChangeEvent"]
    assert (row["id"], row["words_by"], row["basis"]) == ("change-merger", "the change", "recorded")
    out = run_sscb("--seed", seed.folder, "search", words).out
    assert "1 change after the plan holds them." in " ".join(out.split())


def test_what_is_said_of_a_body_has_its_changes_once_each(seed: SeedCopy) -> None:
    told = f"{SENTENCE} (in effect from April 2019, decided by The Board, subject to the consent of partners)"
    for body in ("Health Sub Group", "Education Sub Group"):
        ran = run_sscb("--seed", seed.folder, "about", body, "--aspect", "change", "--format", "json")
        (row,) = ran.rows
        assert (row["subject"], row["relation"], row["object"]) == (body, "is changed by", told)
        assert (row["basis"], row["source"]) == ("recorded", "recorded by Minute 7 on 15 January 2019")
    seed.edit("changes.csv", "change-merger", original="education-sub-group")
    (row,) = run_sscb("--seed", seed.folder, "about", "Health Sub Group", "--aspect", "change", "--format", "json").rows
    assert row["relation"] == "results from"


def test_a_plan_without_changes_loads_as_before(seed_copy: SeedCopy) -> None:
    before = seed_copy.records()
    (seed_copy.folder / "changes.csv").unlink()
    assert list(seed_copy.records()) == list(before)


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"change": "abolish"}, "column change: 'abolish' is not one of: create, close, merge, split, split plan"),
        ({"original": "sscb; p1-1.1"}, "column original: 'p1-1.1' is not an id of bodies.csv; it is in actions.csv"),
        ({"resulting": "nowhere"}, "column resulting: 'nowhere' is not an id of bodies.csv; add it"),
        ({"original": "", "resulting": ""}, "column original: name the bodies that it changes, or those"),
        ({"recorded_by": "", "recorded_on": "", "basis": "stated"}, "column basis: a change comes after the plan"),
        ({"recorded_by": "", "recorded_on": "", "basis": "assumed"}, "column reason: a fact that is assumed needs"),
        ({"effective": "soon"}, "column effective: 'soon' is not a date"),
        ({"text": ""}, "column text: is blank"),
    ],
)
def test_a_change_that_cannot_be_is_located(cells: dict[str, str], fault: str, seed: SeedCopy) -> None:
    seed.edit("changes.csv", "change-merger", **cells)
    with pytest.raises(SeedError) as refused:
        seed.records()
    assert f"changes.csv, row {len(ChangeKind) + 2}, {fault}" in str(refused.value)
