"""Every answer begins with a headline that its rows bear out: on every plan of the suite, asked in every way."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sscb_graph.folder import SeedFolder, open_seed
from sscb_graph.graph.nodes import Action
from sscb_graph.model.basis import BASES
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.definition import Question, all_questions
from tests.conftest import SeedCopy
from tests.every_answer import Built, end_what_is_printed, every_way, record_a_year
from tests.plans import seeds
from tests.questions.counting import Asked, in_words
from tests.questions.recounts import RECOUNTS

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = re.compile(rf"(?:\b\d{{1,2}} )?\b(?:{MONTHS}) \d{{4}}\b")
ISO = re.compile(r"\b\d{4}-\d{2}(?:-\d{2})?\b")
NUMBER = re.compile(r"[0-9][0-9.]*[0-9]|[0-9]")
FILTERS: list[tuple[str, ...]] = [(), *((basis,) for basis in BASES), BASES[:3], BASES[1:]]


def texts(value: Any) -> Iterator[str]:
    """Every text in the rows or parameters of an answer."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, each in value.items():
            if name != "number":  # what an item is called holds it
                yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


def days_of(answer: Answer) -> set[str]:
    """The days, months and years of an answer's rows and parameters, in words."""
    told = list(texts([answer.rows, answer.parameters]))
    dates = {in_words(date) for text in told for date in ISO.findall(text)}
    return dates | {date for text in told for date in DAY.findall(text)}


def without_names(headline: str, names: Collection[str]) -> str:
    """A headline without the names of things in which digits stand."""
    for name in sorted(names, key=len, reverse=True):
        if re.search("[0-9]", name) and not name.isdecimal():
            headline = re.sub(rf"(?<![\w.]){re.escape(name)}(?![\w])", "", headline)
    return headline


def check_figures(plan: Built, question: Question, answer: Answer, bases: Collection[str]) -> None:
    """Every figure and day of a headline comes from the rows of its answer."""
    headline = answer.headline
    shown = f"{question.name} {answer.parameters}: {headline}"
    if "has ended" in headline or "have ended" in headline:
        return  # a note that names facts which are no rows; the tests of ended facts try it

    def ask(name: str, **typed: Any) -> list[dict[str, Any]]:
        return plan.ask(name, typed, bases, things=True).rows

    def ask_all(name: str, **typed: Any) -> list[dict[str, Any]]:
        return plan.ask(name, typed).rows

    assert set(DAY.findall(headline)) <= days_of(answer), shown
    things = [node for key in texts(answer.parameters) if (node := plan.graph.node(key))]
    names = {*texts(answer.rows), *texts(answer.parameters), *(node.name for node in things)}
    names |= {node.with_priority for node in things if isinstance(node, Action)}
    found = NUMBER.findall(without_names(DAY.sub("", headline), names))
    counted = {int(number) for number in found if "." not in number}
    asked = Asked(answer.rows, answer.parameters, answer.heading, ask, ask_all, completed(plan))
    figures = RECOUNTS[question.name](asked)
    numbers = {int(name) for name in names if name.isascii() and name.isdecimal()}
    assert counted <= figures.must | figures.may | numbers, shown
    if answer.rows and not numbers:
        assert figures.must <= counted, shown


def completed(plan: Built) -> frozenset[str]:
    """The words by which a plan says that an action is done: two of every plan, and those of its own file."""
    table = plan.seed.files.get("status_words.csv", b"").decode("utf-8-sig")
    own = csv.DictReader(io.StringIO(table, newline=""))
    return frozenset({"completed", "complete", *(row["word"].lower() for row in own if row["meaning"] == "completed")})


def check(plan: Built, question: Question, typed: dict[str, Any], bases: Collection[str]) -> None:
    answer = plan.ask(question.name, typed, bases)
    shown = f"{question.name} {typed} {bases}: {answer.headline}"
    assert answer.headline.strip() == answer.headline != "", shown
    assert answer.headline.endswith((".", "?", "!", '"')), shown
    if set(bases) not in (set(), set(BASES)):
        assert "plan does not say" not in answer.headline, shown
        assert "in the plan" not in answer.headline, shown
    check_figures(plan, question, answer, bases)


def check_plan(plan: Built, filters: Collection[Collection[str]]) -> int:
    """Asks everything of a plan; returns how many answers there were."""
    asked = [(each, typed, bases) for each, typed in every_way(plan) for bases in filters]
    for question, typed, bases in asked:
        check(plan, question, typed, bases)
    return len(asked)


def test_every_question_has_a_recount() -> None:
    assert RECOUNTS.keys() == {question.name for question in all_questions()}


def test_the_shipped_plan(record_property: Any) -> None:
    number = check_plan(Built(open_seed(None)), FILTERS)
    record_property("summary", f"{number} headlines of the shipped plan were counted again")
    assert number > 1000


@pytest.mark.parametrize("change", [record_a_year, end_what_is_printed])
def test_a_plan_that_people_have_worked_on(change: Any, seed_copy: SeedCopy) -> None:
    change(seed_copy)
    check_plan(Built(open_seed(seed_copy.folder)), [(), ("stated",), ("recorded", "inherited")])


@given(seed=seeds(), bases=st.lists(st.sampled_from(BASES), min_size=1, unique=True))
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
def test_made_plans(seed: SeedFolder, bases: list[str]) -> None:
    check_plan(Built(seed), [(), bases])


def test_an_empty_plan(seed_copy: SeedCopy) -> None:
    for file in seed_copy.folder.glob("*.csv"):
        if file.name != "plan.csv":
            file.unlink()
    seed_copy.edit("plan.csv", "surrey-2018", board="", default_report="")
    assert check_plan(Built(open_seed(seed_copy.folder)), FILTERS) > 100
