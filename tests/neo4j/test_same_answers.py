"""Both stores give the same answers, row for row, to every question, on the real plan and on made ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sscb_graph.basis import BASES
from sscb_graph.checks import check_rows
from sscb_graph.facts import Facts
from sscb_graph.ontology import ACCOUNTABILITY, TYPES
from sscb_graph.questions import Question, all_questions, ask
from sscb_graph.seed import SeedFolder, open_seed
from sscb_graph.stores.embedded import EmbeddedStore
from sscb_graph.stores.neo4j.loading import load
from sscb_graph.stores.neo4j.reading import Reading, read
from tests.neo4j.conftest import Shared
from tests.plans import NAMES, seeds

QUESTIONS = all_questions()
compared = {"pairs": 0, "plans": 0}


def loaded(server: Shared, seed: SeedFolder) -> EmbeddedStore:
    """The plan in both stores; returns the embedded one."""
    store = EmbeddedStore(seed)
    load(server.connection, lambda: store.graph, store.graph.graph["plan"], seed.name, seed.digest)
    compared["plans"] += 1
    return store


def both(server: Shared, store: EmbeddedStore, asking: list[tuple[Question, dict[str, Any], list[str]]]) -> None:
    """Asks both stores and compares everything but where the answers come from."""

    def work(reading: Reading) -> list[Any]:
        return [ask(reading, one.name, typed, bases).as_dict() for one, typed, bases in asking]

    answers = read(server.connection, store.graph.graph["plan"], work, "comparing")
    for (one, typed, bases), theirs in zip(asking, answers, strict=True):
        ours = ask(store, one.name, typed, bases).as_dict()
        ours.pop("from")
        theirs.pop("from")
        assert theirs == ours, (one.name, typed, bases)
        compared["pairs"] += 1


@pytest.mark.parametrize("bases", [[], ["stated"], ["inferred", "assumed"], ["inherited"]], ids=str)
def test_the_shipped_plan(empty: Shared, bases: list[str]) -> None:
    store = loaded(empty, open_seed(None))
    names = store.names()
    asking: list[tuple[Question, dict[str, Any], list[str]]] = []
    for one in QUESTIONS:
        asking.append((one, {parameter.name: parameter.example for parameter in one.parameters}, bases))
        for kind, ids in {
            "body": [body.id for body in names.bodies],
            "ofsted": [item.id for item in names.ofsted],
            "peer": [item.id for item in names.peer],
            "action": [action.id for action in names.actions],
        }.items():
            if [parameter.kind for parameter in one.parameters] == [kind] and (not bases or kind == "body"):
                asking += [(one, {one.parameters[0].name: key}, bases) for key in ids]
    path = next(one for one in QUESTIONS if one.name == "path")
    starts = [key for number, key in enumerate(names.by_id) if number % (5 if bases else 2) == 0]
    for end in ("sscb", "p3-2.11-3.2", "damb"):
        asking += [(path, {"start": start, "end": end, "via": list(ACCOUNTABILITY)}, bases) for start in starts]
    both(empty, store, asking)


def test_the_whole_graph_comes_back_as_it_was(empty: Shared) -> None:
    store = loaded(empty, open_seed(None))
    back = read(empty.connection, None, lambda reading: reading.graph(), "reading")
    assert dict(back.nodes) == dict(store.graph.nodes)
    assert {key: (s, e, d) for s, e, key, d in back.edges(keys=True, data=True)} == {
        key: (s, e, d) for s, e, key, d in store.graph.edges(keys=True, data=True)
    }
    assert check_rows(back) == check_rows(store.graph)


@given(seed=seeds(), data=st.data())
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_made_plans(server: Shared, seed: SeedFolder, data: st.DataObject) -> None:
    store = loaded(server, seed)
    facts = Facts(store.graph)
    ids = {
        kind: [node["id"] for node in facts.labelled(label)]
        for kind, label in {
            "body": "Body",
            "action": "Action",
            "ofsted": "OfstedRecommendation",
            "peer": "PeerReviewRecommendation",
        }.items()
    }
    ids["thing"] = [key for keys in ids.values() for key in keys]
    strategies: dict[str, st.SearchStrategy[Any]] = {
        **{kind: st.sampled_from(keys) for kind, keys in ids.items() if keys},
        "day": st.sampled_from(["2018-06-30", "2018-09-30", "2018-10-01", "2020-01-01"]),
        "text": st.sampled_from(["said", "MATCH", "é", "$plan", "'", "\\", "i"]) | NAMES,
        "types": st.lists(st.sampled_from(sorted(TYPES)), min_size=1, max_size=8),
        "ids": st.just(", ".join(ids["thing"])),
    }
    asking = []
    for one in QUESTIONS:
        if all(parameter.kind in strategies for parameter in one.parameters):
            for _ in range(3 if one.parameters else 1):
                typed = {parameter.name: data.draw(strategies[parameter.kind]) for parameter in one.parameters}
                bases = data.draw(st.just([]) | st.lists(st.sampled_from(BASES), min_size=1, unique=True))
                asking.append((one, typed, list(bases)))
    both(server, store, asking)
    assert check_rows(read(server.connection, "made", lambda one: one.graph(), "reading")) == check_rows(store.graph)


def test_how_many_were_compared(server: Shared, record_property: Callable[[str, object], None]) -> None:
    """The count is printed at the end of the run."""
    count = f"{compared['pairs']} question-and-plan pairs, over {compared['plans']} loaded plans, are the same in both"
    record_property("summary", f"{count} stores on Neo4j {server.release}")
    assert compared["pairs"] > 500
    compared.update(pairs=0, plans=0)
