"""The answers on the shipped plan, against what the document says."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from sscb_graph.errors import AmbiguousName
from sscb_graph.model.basis import BASES
from sscb_graph.plan import OpenPlan
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.definition import Question, all_questions

RECS = {
    2: ["1.1", "1.1a", "1.3"],
    3: ["2.1", "2.4", "2.6", "2.9", "2.11 & 3.2"],
    21: ["2.1"],
    22: ["2.2", "2.4", "2.6", "2.9", "2.11 & 3.2", "2.12"],
    24: ["2.3", "2.3a", "2.12", "3.4", "4.7"],
    26: ["2.4", "3.1", "2.11 & 3.2", "4.7"],
    102: ["3.5"],
    1: [],
}


def asked(plan: OpenPlan, question: str, *bases: str, **typed: Any) -> Answer:
    return plan.ask(question, basis=bases, **typed)


@pytest.mark.parametrize("number", RECS)
def test_actions_trace_to_a_recommendation(surrey: OpenPlan, number: int) -> None:
    answer = asked(surrey, "actions-by-recommendation", recommendation=str(number))
    assert [row["action"] for row in answer.rows] == RECS[number]


def test_rec_22_is_six_rows_all_stated_under_priority_2(surrey: OpenPlan) -> None:
    rows = asked(surrey, "actions-by-recommendation", recommendation="22").rows
    assert [row["row_id"] for row in rows] == ["p2-2.2", "p2-2.4", "p2-2.6", "p2-2.9", "p2-2.11-3.2", "p2-2.12"]
    assert {row["basis"] for row in rows} == {"stated"}
    assert {row["priority"] for row in rows} == {2}
    assert rows[2]["leads"] == ["Surrey Safeguarding Children Board", "Quality Assurance and Performance Group"]
    assert rows[0]["source"].endswith('action plan, row 2.2 (Priority 2): "22, 93"')


def test_a_blank_cell_is_inherited_and_says_why(surrey: OpenPlan) -> None:
    rows = asked(surrey, "actions-by-recommendation", recommendation="2").rows
    by_action = {row["action"]: row for row in rows}
    assert by_action["1.1"]["basis"] == "stated"
    assert by_action["1.1"]["reason"] is None
    assert by_action["1.1a"]["basis"] == "inherited"
    assert "blank" in by_action["1.1a"]["reason"]
    assert by_action["1.1a"]["leads_basis"] == "inherited"


def test_the_basis_filter_counts_leads_too(surrey: OpenPlan) -> None:
    rows = asked(surrey, "due-by", "stated", by="2018-12-31").rows
    by_action = {row["action"]: row for row in rows}
    assert by_action["4.4"]["leads"] == []
    assert by_action["4.4"]["leads_basis"] is None
    assert by_action["4.3"]["leads_basis"] == "stated"


def test_every_line_to_the_business_group_is_inferred(surrey: OpenPlan) -> None:
    answer = asked(surrey, "reports-to", body="Business Group")
    assert [row["body"] for row in answer.rows] == [
        "Early Help Task and Finish Group",
        "Neglect Task and Finish Group",
        "Online Safety Group",
        "Learning and Development Group",
        "Sexual Exploitation, Assault and Missing Management Board",
        "Health Sub Group",
        "Education Sub Group",
        "Policies and Procedures",
        "Area Sub Groups",
    ]
    assert {row["basis"] for row in answer.rows} == {"inferred"}
    assert all("scrutiny" in row["reason"] for row in answer.rows)
    assert any("No line below is stated" in note for note in answer.notes)
    assert asked(surrey, "reports-to", "stated", body="Business Group").rows == []


def test_the_lines_to_the_board(surrey: OpenPlan) -> None:
    rows = asked(surrey, "reports-to", body="SSCB").rows
    assert {row["body"]: row["basis"] for row in rows} == {
        "Business Group": "stated",
        "Child Death Overview Panel": "inferred",
        "Strategic Case Review Group": "inferred",
        "Quality Assurance and Performance Group": "stated",
    }
    every = asked(surrey, "reports-to-all-levels", body="SSCB").rows
    assert Counter((row["level"], row["basis"]) for row in every) == {
        (1, "stated"): 2,
        (1, "inferred"): 2,
        (2, "inferred"): 9,
    }
    line = asked(surrey, "line-to-board", body="Neglect group").rows
    assert [(row["body"], row["other"], row["basis"]) for row in line] == [
        ("Neglect Task and Finish Group", "Business Group", "inferred"),
        ("Business Group", "Surrey Safeguarding Children Board", "inferred"),
    ]


@pytest.mark.parametrize("body", ["Executive", "DAMB", "Exploitation & Missing Delivery Group", "QA Officer"])
def test_a_body_without_a_line_is_not_guessed_into_one(surrey: OpenPlan, body: str) -> None:
    answer = asked(surrey, "line-to-board", body=body)
    assert answer.rows == []
    assert any("does not say" in note for note in answer.notes)


def test_no_line_keeps_informed(surrey: OpenPlan) -> None:
    assert not [1 for *_, data in surrey.graph.edges(data=True) if data["type"] == "KEEPS_INFORMED"]


def test_a_number_used_twice_finds_both_rows(surrey: OpenPlan) -> None:
    answer = asked(surrey, "who-leads", actions="2.11")
    assert [(row["row_id"], row["lead"], row["share"]) for row in answer.rows] == [
        ("p2-2.11-3.2", "Learning and Development Group", "jointly"),
        ("p2-2.11-3.2", "Training commissioners", "jointly"),
        ("p2-2.11-3.2", "Quality Assurance and Performance Group", "jointly"),
        ("p3-2.11-3.2", "Learning and Development Group", "alone"),
    ]
    assert any("printed twice" in note for note in answer.notes)


def test_due_by_the_end_of_june(surrey: OpenPlan) -> None:
    rows = asked(surrey, "due-by", by="2018-06-30").rows
    assert [row["action"] for row in rows] == ["1.2", "2.3", "3.1", "3.4", "3.5", "3.6", "4.5", "4.6"]
    assert {row["action"]: row["status"] for row in rows}["2.3"] == "Completed"
    twice = next(row for row in rows if row["action"] == "4.5")
    assert twice["due"] == ["2018-06-30", "2018-12-31"]
    assert twice["counted"] == ["2018-06-30"]


def test_overdue_is_strictly_before_the_day_and_not_completed(surrey: OpenPlan) -> None:
    on_the_day = {row["action"] for row in asked(surrey, "overdue", as_at="2018-09-30").rows}
    after = {row["action"] for row in asked(surrey, "overdue", as_at="2018-10-01").rows}
    assert on_the_day == {"1.2", "2.3a", "3.1", "3.4", "3.5", "3.6", "4.5", "4.6"}
    assert len(asked(surrey, "overdue", as_at="2018-10-01").rows) == 29
    assert "1.2a" not in after
    assert "2.3" not in after
    assert "4.1" in after


def test_gaps(surrey: OpenPlan) -> None:
    rows = asked(surrey, "gaps").rows
    counts = Counter(row["gap"] for row in rows)
    assert counts["recommendation-without-action"] == 40
    assert counts["action-without-recommendation"] == 13
    assert counts["action-without-lead"] == 5
    assert counts["action-without-status"] == 35
    assert counts["action-without-date"] == 1
    one = {row["item"]: row["cited_by"] for row in rows if row["gap"] == "recommendation-with-one-action"}
    assert {item: by for item, by in one.items() if len(by) == 1} == one
    assert set(one) == {"5", "21", "30", "35", "97", "102"}
    without_lead = {row["item"]: row["instead"] for row in rows if row["gap"] == "action-without-lead"}
    assert without_lead["1.2a"] == ["Strategic Case Review Group (inherited)"]
    assert set(without_lead) == {"1.1a", "1.2a", "2.3a", "2.5a", "4.4"}
    assert [row["item"] for row in rows if row["gap"] == "recommendation-without-response"] == ["6"]
    idle = {row["item"] for row in rows if row["gap"] == "body-without-action"}
    assert {"Executive", "Child Death Overview Panel", "Online Safety Group", "Area Sub Groups"} <= idle
    assert "Business Group" not in idle


def test_most_cited(surrey: OpenPlan) -> None:
    rows = asked(surrey, "most-cited").rows
    assert len(rows) == 23
    assert sum(row["citations"] for row in rows) == 77
    assert (rows[0]["recommendation"], rows[0]["citations"]) == ("Ofsted 10", 11)
    assert [row["number"] for row in rows if not row["is_recommendation"]] == ["21"]


def test_summaries_add_up(surrey: OpenPlan) -> None:
    rows = asked(surrey, "summary-by-priority").rows
    assert [row["actions"] for row in rows] == [7, 14, 8, 8]
    assert sum(row["completed"] for row in rows) == sum(row["amber"] for row in rows) == 1
    assert sum(row["blank"] for row in rows) == 35
    leads = {row["lead"]: row for row in asked(surrey, "summary-by-lead").rows}
    assert (leads["Domestic Abuse Management Board"]["actions"], leads["Domestic Abuse Management Board"]["amber"]) == (
        4,
        1,
    )
    assert (leads["Business Group"]["alone"], leads["Business Group"]["jointly"]) == (1, 0)


def test_under_review(surrey: OpenPlan) -> None:
    rows = {row["body"]: row for row in asked(surrey, "under-review").rows}
    assert {body: row["review_on"] for body, row in rows.items()} == {
        "Neglect Task and Finish Group": "2019-03",
        "Online Safety Group": None,
        "Learning and Development Group": None,
        "Area Sub Groups": None,
    }
    assert rows["Neglect Task and Finish Group"]["leads_alone"] == ["4.6"]


def test_replaced_is_not_renamed(surrey: OpenPlan) -> None:
    rows = asked(surrey, "replaced-or-renamed").rows
    assert [(row["body"], row["relation"], row["other"]) for row in rows] == [
        ("Business Group", "replaces", "Chairs Executive Group"),
        ("Quality Assurance and Performance Group", "formerly", "Quality Assurance and Evaluation Group"),
    ]


def test_membership_of_the_executive_is_four_sectors(surrey: OpenPlan) -> None:
    rows = asked(surrey, "membership", body="Executive").rows
    assert {row["other"] for row in rows} == {"Children's Social Care", "Police", "Health", "Education"}


def test_the_peer_review_is_answered_by_inference_only(surrey: OpenPlan) -> None:
    rows = asked(surrey, "responses-to-recommendation", recommendation="peer 3").rows
    assert [(row["responder"], row["basis"]) for row in rows] == [("Executive", "inferred")]
    nothing = asked(surrey, "responses-to-recommendation", recommendation="peer 6")
    assert nothing.rows == []
    assert any("does not say" in note for note in nothing.notes)


def test_the_shortest_path(surrey: OpenPlan) -> None:
    rows = asked(surrey, "path", start="ofsted 22", end="SSCB", via="ADDRESSES, LEADS, REPORTS_TO").rows
    assert [row["reaches_id"] for row in rows] == ["p2-2.6", "sscb"]
    assert asked(surrey, "path", start="SSCB", end="SSCB", via="LEADS").rows == []


def test_search_ignores_case_and_accents(surrey: OpenPlan) -> None:
    found = asked(surrey, "search", text="MÁSH")
    assert found.rows == asked(surrey, "search", text="mash").rows
    assert {row["item"] for row in found.rows if row["kind"] == "Action"} == {"2.2", "2.4", "2.5a", "2.9", "2.11 & 3.2"}
    assert all("mash" in row["text"].lower() for row in found.rows)
    assert any("does not say" in note for note in asked(surrey, "search", text="zebra").notes)


def test_what_a_body_leads_and_is_named_in(surrey: OpenPlan) -> None:
    rows = asked(surrey, "actions-of-body", body="QA&P").rows
    assert Counter(row["relation"] for row in rows) == {"leads": 15, "named in": 1}
    assert rows[-1]["action"] == "4.5"
    assert [row["action"] for row in asked(surrey, "actions-of-body", body="business group").rows] == ["3.4"]


def test_the_chain_of_an_action(surrey: OpenPlan) -> None:
    rows = asked(surrey, "action-chain", actions="2.4").rows
    above = [
        (row["subject"], row["relation"], row["object"], row["basis"]) for row in rows if row["direction"] == "above"
    ]
    assert ("2.4", "serves", "Priority 2", "stated") in above
    assert ("Early Help Task and Finish Group", "leads", "2.4", "stated") in above
    assert ("Early Help Task and Finish Group", "reports to", "Business Group", "inferred") in above
    assert ("Business Group", "reports to", "Surrey Safeguarding Children Board", "inferred") in above
    assert sum(row["relation"] == "addresses" for row in rows) == 9


def test_all_that_is_said_of_a_body(surrey: OpenPlan) -> None:
    rows = asked(surrey, "about-body", body="QA&P").rows
    aspects = Counter(row["aspect"] for row in rows)
    assert aspects["name"] >= 8
    assert aspects["function"] == 4
    assert ("updates", "Domestic Abuse Management Board") in {(row["relation"], row["subject"]) for row in rows}


def test_the_identification_of_the_numbers_is_a_note(surrey: OpenPlan) -> None:
    for number in ("22", "1"):
        notes = asked(surrey, "actions-by-recommendation", recommendation=number).notes
        assert any("By inference they are the item numbers" in note for note in notes)


def test_a_stated_step_of_a_weaker_chain_says_that_it_is_stated(surrey: OpenPlan) -> None:
    last = asked(surrey, "line-to-board", body="neglect").rows[-1]
    assert last["basis"] == "inferred"
    assert last["reason"].startswith("This step itself is stated; another step of the chain is weaker: ")
    assert "to report to the SSCB on progress" in last["source"]


@pytest.mark.parametrize("basis", BASES)
def test_a_filtered_answer_has_no_other_basis_and_says_nothing_of_the_plans_silence(
    surrey: OpenPlan, basis: str
) -> None:
    for one in all_questions():
        answer = asked(surrey, one.name, basis, **{parameter.name: parameter.example for parameter in one.parameters})
        assert {row["basis"] for row in answer.rows} <= {basis}
        assert answer.notes[0].startswith(f"Only facts that are {basis} are counted")
        assert not any(note.startswith("The plan does not say") for note in answer.notes)


def test_search_finds_every_cell_whatever_the_quotes_and_the_order(surrey: OpenPlan) -> None:
    assert [row["item"] for row in asked(surrey, "search", text="amber").rows] == ["4.1"]
    assert asked(surrey, "search", text="child\u2019s voice").rows == asked(surrey, "search", text="child's voice").rows
    assert {"2.5a", "2.11 & 3.2"} <= {row["item"] for row in asked(surrey, "search", text="mash  MARF").rows}


def test_two_bodies_typed_at_once_are_ambiguous(surrey: OpenPlan) -> None:
    with pytest.raises(AmbiguousName, match="Surrey Safeguarding Children Board"):
        asked(surrey, "led-by", body="SSCB / (QA&P)")


def test_the_chain_says_whose_line_the_plan_does_not_give(surrey: OpenPlan) -> None:
    notes = asked(surrey, "action-chain", actions="4.5").notes
    assert "The plan does not say to whom Domestic Abuse Management Board reports." in notes


@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize("question", all_questions(), ids=lambda question: question.name)
def test_every_question_has_a_headline_on_any_basis(surrey: OpenPlan, question: Question, basis: str) -> None:
    typed = {parameter.name: parameter.example for parameter in question.parameters}
    assert asked(surrey, question.name, basis, **typed).headline
