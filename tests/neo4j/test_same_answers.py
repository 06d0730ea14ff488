"""Both stores give the same answers, row for row, to every question, on the real plan and on made ones.

The shared store answers from the part of the graph that a question's own Cypher returns, the embedded one from the
whole: equal answers show that each statement returns enough.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sscb_graph.checks import check_rows
from sscb_graph.folder import SeedFolder, open_seed
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import BASES
from sscb_graph.model.vocabulary import ACCOUNTABILITY, TYPES, KnownStatus
from sscb_graph.questions.asking import Reading, ask
from sscb_graph.questions.definition import Question, all_questions
from sscb_graph.questions.parameters import ANY_NUMBER, KINDS, Parameter
from sscb_graph.stores.neo4j.loading import Loader, loader
from sscb_graph.text import fold
from tests.conftest import SeedCopy
from tests.every_answer import NAMED, end_what_is_printed
from tests.neo4j.conftest import Built, Shared, content
from tests.plans import NAMES, seeds

QUESTIONS = all_questions()
Asked: TypeAlias = tuple[Question, dict[str, Any], list[str]]
KNOWN_STATUSES = [status.value for status in KnownStatus]
#: How many questions are asked in a reading.
AT_ONCE = 100
compared = {"pairs": 0, "plans": 0}


@pytest.fixture(scope="module")
def into(server: Shared) -> Iterator[Loader]:
    """A loader that is open for all the plans of this module."""
    server.empty()
    with loader(server.connection, "made plans") as opened:
        yield opened


def loaded(into: Loader, seed: SeedFolder) -> Built:
    """The plan in both stores."""
    built = Built(seed)
    into.load(lambda: built.graph, built.graph.plan_id, seed.name, seed.digest)
    compared["plans"] += 1
    return built


def both(server: Shared, built: Built, asked: list[Asked]) -> None:
    """Asks both stores and compares everything but where the answers come from."""
    # Not in a single reading, which has to end within its time on a busy machine too.
    for start in range(0, len(asked), AT_ONCE):
        _both(server, built, asked[start : start + AT_ONCE])


def _both(server: Shared, built: Built, asked: list[Asked]) -> None:
    def work(reading: Reading) -> list[Any]:
        return [ask(reading, question.name, typed, bases).to_dict() for question, typed, bases in asked]

    theirs, ours = server.read(work, built.graph.plan_id), built.plan.read(work, "comparing")
    for (question, typed, bases), there, here in zip(asked, theirs, ours, strict=True):
        here.pop("from")
        there.pop("from")
        assert there == here, (question.name, typed, bases)
        compared["pairs"] += 1


def all_optional(question: Question) -> bool:
    """Whether a question has parameters and none of them must be given."""
    return bool(question.parameters) and all(parameter.optional for parameter in question.parameters)


def times(parameter: Parameter, values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """As many values as a parameter may have."""
    if parameter.times == ANY_NUMBER:
        return st.none() | st.lists(values, min_size=1, max_size=3)
    return st.none() | values if parameter.optional else values


@pytest.mark.parametrize("bases", [[], ["stated"], ["inferred", "assumed"], ["inherited", "recorded"]], ids=str)
def test_the_shipped_plan(server: Shared, into: Loader, bases: list[str]) -> None:
    built = loaded(into, open_seed(None))
    ids = built.ids
    asked: list[Asked] = []
    for question in QUESTIONS:
        asked.append((question, {parameter.name: parameter.example for parameter in question.parameters}, bases))
        kinds = [parameter.kind for parameter in question.parameters]
        if len(kinds) == 1 and kinds[0] in NAMED:
            # Every thing once on all bases; on some bases every fourth.
            asked += [
                (question, {question.parameters[0].name: key}, bases) for key in ids[kinds[0]][:: 4 if bases else 1]
            ]
        # What need not be given is given alone too, and not at all.
        asked += [(question, {one.name: one.example}, bases) for one in question.parameters if all_optional(question)]
        asked += [(question, {}, bases)] if all_optional(question) else []
    path = next(question for question in QUESTIONS if question.name == "path")
    for end in ("sscb", "p3-2.11-3.2", "damb"):
        starts = ids["thing"][:: 9 if bases else 3]
        asked += [(path, {"start": start, "end": end, "via": list(ACCOUNTABILITY)}, bases) for start in starts]
    both(server, built, asked)


def test_a_plan_of_which_much_is_over(server: Shared, into: Loader, seed_copy: SeedCopy) -> None:
    """Facts that ended, and groups whose place another took: what a statement leaves out would count as still there."""
    end_what_is_printed(seed_copy)
    for gone in ("business-group", "policies-and-procedures", "neglect"):
        replaces = {"relation": "replaces", "basis": "assumed", "reason": "It was decided."}
        seed_copy.add("relations.csv", id=f"executive-replaces-{gone}", body="executive", other=gone, **replaces)
    built = loaded(into, open_seed(seed_copy.folder))
    examples = [{parameter.name: parameter.example for parameter in question.parameters} for question in QUESTIONS]
    both(server, built, [(question, given, []) for question, given in zip(QUESTIONS, examples, strict=True)])


def test_the_whole_graph_comes_back_as_it_was(server: Shared, into: Loader) -> None:
    built = loaded(into, open_seed(None))
    back = server.read(lambda reading: reading.whole(), built.graph.plan_id)
    assert content(back.reader) == content(built.graph)
    assert check_rows(back) == check_rows(GraphView(built.graph))


@given(seed=seeds(), data=st.data())
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_made_plans(server: Shared, into: Loader, seed: SeedFolder, data: st.DataObject) -> None:
    built = loaded(into, seed)
    ids = built.ids
    strategies: dict[str, st.SearchStrategy[Any]] = {
        **{kind: st.sampled_from(keys) for kind, keys in ids.items() if keys},
        "day": st.sampled_from(["2018-06-30", "2018-09-30", "2018-10-01", "2020-01-01"]),
        "first_day": st.sampled_from(["2018-06-30", "2018-10-01"]),
        "status": st.sampled_from(["none", *KNOWN_STATUSES]),
        "text": st.sampled_from(["said", "MATCH", "é", "$plan", "'", "\\", "i"]) | NAMES.filter(fold),
        "types": st.just(list(ACCOUNTABILITY)) | st.lists(st.sampled_from(sorted(TYPES)), min_size=1, max_size=8),
        "year": st.sampled_from(["2017", "2018", "2019", "2020", "2023"]),
        "ids": st.just(", ".join(ids["thing"])),
    }
    asked: list[Asked] = []
    for question in QUESTIONS:
        if all(parameter.kind in strategies for parameter in question.parameters):
            for _ in range(3 if question.parameters else 1):
                typed = {one.name: data.draw(times(one, strategies[one.kind])) for one in question.parameters}
                bases = data.draw(st.just([]) | st.lists(st.sampled_from(BASES), min_size=1, unique=True))
                asked.append((question, typed, list(bases)))
    both(server, built, asked)
    back = server.read(lambda reading: reading.whole(), built.graph.plan_id)
    assert check_rows(back) == check_rows(GraphView(built.graph))


def test_every_kind_of_parameter_is_drawn() -> None:
    assert set(KINDS) == {*NAMED, "thing", "day", "first_day", "status", "text", "types", "ids", "year"}


def test_how_many_were_compared(server: Shared, record_property: Callable[[str, object], None]) -> None:
    """The count is printed at the end of the run."""
    count = f"{compared['pairs']} question-and-plan pairs, over {compared['plans']} loaded plans, are the same in both"
    record_property("summary", f"{count} stores on Neo4j {server.release}")
    assert compared["pairs"] > 500
    compared.update(pairs=0, plans=0)
