"""A search tells what the plan prints from what only our words say."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from sscb_graph.graph.nodes import BY_US
from sscb_graph.plan import OpenPlan
from sscb_graph.questions.definition import Question, all_questions
from tests.conftest import SeedCopy, run_sscb

#: How the note begins that says whose the numbers are.
MEANING = "By inference they are the item numbers of Ofsted's re-inspection report"


def test_a_word_of_our_topics_alone_is_not_in_the_plan(surrey: OpenPlan) -> None:
    answer = surrey.ask("search", text="adoption")
    assert len(answer.rows) == 9
    assert {(row["words_by"], row["basis"]) for row in answer.rows} == {("us", "assumed")}
    assert answer.headline.startswith("No text of the plan holds these words: the plan does not say. 9 topics")
    assert "Ofsted 66, 67, 71" in answer.headline
    assert any("item numbers of Ofsted's re-inspection report" in note for note in answer.notes)


def test_what_is_printed_comes_before_what_is_ours(surrey: OpenPlan) -> None:
    rows = surrey.ask("search", text="MASH").rows
    whose = [row["words_by"] for row in rows]
    assert whose == sorted(whose, key=["the plan", "us"].index)
    assert Counter(whose) == {"the plan": 8, "us": 6}
    assert all((row["basis"] == "assumed") == (row["words_by"] == "us") for row in rows)
    told = "8 places of the plan hold these words. 6 topics of report items"
    assert surrey.ask("search", text="mash").headline.startswith(told)


def test_a_name_that_the_text_never_prints_is_ours(surrey: OpenPlan) -> None:
    rows = {row["id"]: row["words_by"] for row in surrey.ask("search", text="Children Act 2004").rows}
    assert rows["children-act-2004"] == "us"
    assert rows["objectives-intro"] == "the plan"


def test_a_recommendation_that_the_plan_prints_is_the_plans(surrey: OpenPlan) -> None:
    rows = {row["id"]: row["words_by"] for row in surrey.ask("search", text="joint or individual visits").rows}
    assert rows == {"peer-6": "the plan"}


def test_the_words_of_a_report_that_the_plan_does_not_print_are_the_reports(seed_copy: SeedCopy) -> None:
    seed_copy.edit("recommendations.csv", "ofsted-66", text="A zebra is said here.")
    with seed_copy.open() as plan:
        answer = plan.ask("search", text="zebra")
    assert [(row["id"], row["words_by"]) for row in answer.rows] == [("ofsted-66", "the report")]
    assert answer.headline.endswith("1 item of a report holds them.")


def test_a_filtered_search_says_nothing_of_the_plans_silence(surrey: OpenPlan) -> None:
    for basis in ("stated", "assumed"):
        answer = surrey.ask("search", text="adoption", basis=[basis])
        assert "does not say" not in answer.headline
    assert surrey.ask("search", text="adoption", basis=["stated"]).rows == []


def test_the_page_says_whose_words_each_row_gives() -> None:
    out = run_sscb("search", "adoption").out
    assert out.count("(assumed)") == 9
    assert "do not quote it as the plan's" in " ".join(out.split())


@pytest.mark.parametrize("question", all_questions(), ids=lambda question: question.name)
def test_whose_numbers_they_are_is_said_wherever_a_topic_of_ours_is_shown(surrey: OpenPlan, question: Question) -> None:
    answer = surrey.ask(question.name, **{each.name: each.example for each in question.parameters})
    if any(row.get("topic_by") == BY_US or row.get("words_by") == BY_US for row in answer.rows):
        assert any(MEANING in note for note in answer.notes)


@pytest.mark.parametrize("which", ["", "recommendation-without-action", "cited-item-not-a-recommendation"])
def test_a_check_says_whose_numbers_they_are(which: str) -> None:
    assert MEANING in " ".join(json.loads(run_sscb("check", *which.split(), "--format", "json").out)["notes"])
    assert MEANING not in run_sscb("check", "misprint", "--format", "json").out
