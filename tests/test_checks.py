"""Every check finds what it looks for, in the shipped plan or in one made to hold it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from itertools import groupby
from typing import Any

import pytest

from sscb_graph.checks import check_rows
from sscb_graph.errors import SeedError
from sscb_graph.model.vocabulary import ObservationKind, Severity
from sscb_graph.plan import OpenPlan
from sscb_graph.questions.kinds import FINDINGS, GAPS, place_of
from tests.conftest import Ran, SeedCopy


def rows(plan: OpenPlan) -> list[dict[str, Any]]:
    return plan.read(lambda reading: check_rows(reading.whole()))


def found(plan: OpenPlan, check: str) -> dict[str, str]:
    return {row["finding"].split("/", 1)[1]: row["text"] for row in rows(plan) if row["check"] == check}


def test_the_findings_of_the_shipped_plan(surrey: OpenPlan) -> None:
    counts = Counter(row["check"] for row in rows(surrey))
    assert counts["recommendation-without-action"] == 40
    assert counts["action-without-lead"] == 5
    assert counts["action-without-recommendation"] == 13
    assert counts["action-without-status"] == 35
    assert counts["number-used-twice"] == 1
    assert counts["reporting-cycle"] == counts["link-not-returned"] == 0
    assert set(found(surrey, "review-without-date")) == {"online-safety", "learning-and-development", "area-sub-groups"}
    assert set(found(surrey, "cited-item-not-a-recommendation")) == {"ofsted-21"}


def test_the_words_in_which_two_wordings_differ(surrey: OpenPlan) -> None:
    differ = found(surrey, "priority-wordings-differ")
    assert set(differ) == {"priority-1", "priority-4"}
    assert '"and disability" in the list, "concerns" in the table' in differ["priority-4"]


def test_the_three_titles_disagree(surrey: OpenPlan) -> None:
    (sentence,) = found(surrey, "titles-disagree").values()
    assert "3 different periods" in sentence
    assert "April to September 2018" in sentence


def test_text_that_cites_an_action_that_makes_no_sense_there(surrey: OpenPlan) -> None:
    cited = found(surrey, "text-cites-action")
    assert set(cited) == {"p3-2.11-3.2/p2-2.1", "p3-2.11-3.2/p2-2.2"}
    assert "reflect the findings of 2.1 & 2.2" in cited["p3-2.11-3.2/p2-2.1"]


def test_bodies_without_a_route(surrey: OpenPlan) -> None:
    unplaced = found(surrey, "body-without-route-to-board")
    named = {"executive", "damb", "exploitation-and-missing", "qa-officer", "training-commissioners"}
    assert named | {"partnership-data-teams", "surrey-youth-focus"} <= set(unplaced)
    assert not {"business-group", "qap", "cdop", "neglect"} & set(unplaced)


def test_abbreviations_never_expanded(surrey: OpenPlan) -> None:
    never = {sentence.split(" is never")[0] for sentence in found(surrey, "abbreviation-never-expanded").values()}
    assert {"DAMB", "IB", "EHTF", "CSC", "DfE", "OPCC", "P & P"} <= never
    assert not {"MASH", "SEAMMB", "QA&P", "SSCB"} & never


def test_a_reporting_cycle(seed_copy: SeedCopy) -> None:
    line = {"relation": "reports to", "basis": "assumed", "reason": "x"}
    seed_copy.add("relations.csv", id="x", body="sscb", other="neglect", **line)
    (sentence,) = found(seed_copy.open(), "reporting-cycle").values()
    assert "Business Group" in sentence


def test_a_body_that_reports_to_itself(seed_copy: SeedCopy) -> None:
    seed_copy.add(
        "relations.csv", id="x", body="damb", other="damb", relation="reports to", basis="assumed", reason="x"
    )
    assert found(seed_copy.open(), "reporting-cycle") == {"damb": "Domestic Abuse Management Board: reports to itself."}


def test_a_link_that_is_not_returned(seed_copy: SeedCopy) -> None:
    seed_copy.remove("links.csv", "link-p2-2.10-p1-1.3")
    assert found(seed_copy.open(), "link-not-returned") == {
        "link-p1-1.3-p2-2.10": "1.3 links to 2.10, which does not link back."
    }


def test_due_before_what_it_depends_on(seed_copy: SeedCopy) -> None:
    seed_copy.edit("actions.csv", "p2-2.3a", due="2018-04-01")
    sentence = found(seed_copy.open(), "due-before-dependency")["depends-p2-2.3a-p2-2.3"]
    assert sentence.startswith("2.3a is due by 1 April 2018, before 2.3, on which it depends (30 April 2018).")


def test_a_finding_says_in_which_row_it_stands(seed_copy: SeedCopy) -> None:
    where = {row["finding"]: row["where"] for row in rows(seed_copy.open())}
    assert where["due-before-dependency/depends-p4-4.6-p3-3.3"] == "links.csv, row 7"
    assert where["misprint/seen-childrens-act"].startswith("observations.csv, row ")


def test_dates_that_do_not_fit_together(surrey: OpenPlan) -> None:
    before = found(surrey, "due-before-dependency")
    assert set(before) == {"depends-p4-4.5-p4-4.1", "depends-p4-4.6-p3-3.3"}
    assert before["depends-p4-4.5-p4-4.1"].startswith("4.5 is first due by 30 June 2018, before 4.1")
    (same,) = found(surrey, "due-with-dependency").values()
    assert same.startswith("2.11 & 3.2 is due on the same day as 2.6, on which it depends: 30 September 2018.")


def test_a_stated_dependency_that_is_due_later_is_an_error(seed_copy: SeedCopy) -> None:
    seed_copy.edit("links.csv", "depends-p4-4.6-p3-3.3", basis="stated", reason="")
    severities = {row["finding"]: row["severity"] for row in rows(seed_copy.open())}
    assert severities["due-before-dependency/depends-p4-4.6-p3-3.3"] == "error"
    assert severities["due-before-dependency/depends-p4-4.5-p4-4.1"] == "warning"


def test_nothing_is_due_at_the_end(surrey: OpenPlan, seed_copy: SeedCopy) -> None:
    (sentence,) = found(surrey, "nothing-due-at-the-end").values()
    assert sentence == "Nothing is due after 31 December 2018, 9 months before the plan ends (September 2019)."
    assert set(found(surrey, "title-without-dates")) == {"title-action-plan"}
    seed_copy.edit("actions.csv", "p4-4.8", due="2019-07")
    assert not found(seed_copy.open(), "nothing-due-at-the-end")
    assert not found(seed_copy.open(), "title-without-dates")


def test_an_action_without_a_date_is_found_with_what_it_prints(surrey: OpenPlan) -> None:
    assert found(surrey, "action-without-date") == {
        "p1-1.2a": 'Action 1.2a has no date: its timescale prints "With immediate effect".'
    }


def test_printed_cells_that_are_damaged(surrey: OpenPlan) -> None:
    assert set(found(surrey, "citations-cut-off")) == {"p2-2.4", "p3-3.1", "p3-3.3", "p4-4.8"}
    assert set(found(surrey, "citations-without-comma")) == {"p2-2.4", "p2-2.12"}
    assert found(surrey, "text-breaks-off") == {
        "p4-4.3": 'The text of 4.3 breaks off: it ends "... health, substance abuse, DA,".'
    }
    together = found(surrey, "leads-run-together")
    assert set(together) == {
        *("p1-1.1", "p1-1.5", "p2-2.5", "p2-2.7", "p2-2.12"),
        *("p3-3.3", "p3-3.8", "p4-4.8"),
    }
    assert together["p3-3.3"].endswith('"Policy and Procedures" and "QA & P"; "QA & P" and "Learning and Development".')
    assert set(found(surrey, "body-in-many-forms")) == {"qap", "early-help", "neglect", "learning-and-development"}


def test_blank_outcomes(surrey: OpenPlan) -> None:
    blank = found(surrey, "action-without-outcome")
    assert set(blank) == {"p1-1.1a", "p1-1.2a", "p2-2.3a", "p2-2.5a", "p3-2.11-3.2", "p3-3.7", "p4-4.4"}
    assert blank["p3-3.7"] == "Action 3.7 has no outcome of its own; it shares that of 3.6 (inherited)."


def test_lead_cells_against_the_words_of_the_action(surrey: OpenPlan, seed_copy: SeedCopy) -> None:
    against = found(surrey, "lead-against-words")
    assert set(against) == {"p2-2.1/sscb", "p2-2.2/sscb", "p2-2.3/sscb"}
    assert against["p2-2.3/sscb"].startswith('The text of 2.3 says "SSCB will undertake", while its lead cell names QA')
    words = "The Improvement Board will oversee it, and the SSCB Business Group will report."
    seed_copy.edit("actions.csv", "p3-3.4", text=words)
    added = found(seed_copy.open(), "lead-against-words").keys() - against.keys()
    assert added == {"p3-3.4/improvement-board"}, "the longest name counts, and 3.4 is led by the Business Group"


def test_who_answers_for_an_action(surrey: OpenPlan) -> None:
    several = found(surrey, "action-with-several-leads")
    assert len(several) == 14
    assert several["p2-2.6"].endswith(
        "who answers for it: Surrey Safeguarding Children Board, Quality Assurance and Performance Group."
    )
    assert set(found(surrey, "lead-under-review")) == {"neglect", "learning-and-development"}
    assert set(found(surrey, "board-among-subgroups")) == {"seammb-subgroup-of-sscb"}


def test_a_person_sees_which_word_a_priority_drops(surrey: OpenPlan) -> None:
    differ = found(surrey, "priority-wordings-differ")
    assert "Only the list says: ill, disability. Only the table says: concerns." in differ["priority-4"]


def test_what_a_reader_observed_is_told_with_its_words(surrey: OpenPlan) -> None:
    told = {row["finding"]: row for row in rows(surrey)}
    seen = told["words-missing/seen-timely-of-risk"]
    assert seen["severity"] == "warning"
    assert seen["item"] == "4.8"
    assert seen["source"].endswith('row 4.8 (Priority 4): "ensures timely of risk and need when circumstances change"')
    assert told["document-silent/seen-approval"]["source"] == "SSCB Business Plan 2018-2019"
    for name in (
        *("proposed-as-decided/seen-decisions-proposed", "left-out/seen-disability", "roles-overlap/seen-challenge"),
        *("against-recommendation/seen-fewer-groups", "several-names/seen-report-card"),
        *("several-names/seen-threshold-document", "words-disagree/seen-eighteen-months"),
        *("words-disagree/seen-previous-plan", "words-disagree/seen-working-together"),
    ):
        assert '"' in told[name]["source"], name


def test_no_search_finds_the_words_of_an_observation(surrey: OpenPlan) -> None:
    assert [row["kind"] for row in surrey.ask("search", text="may be a slip").rows] == []


def test_an_observation_quotes_its_place(seed_copy: SeedCopy) -> None:
    seed_copy.edit("observations.csv", "seen-timely-of-risk", quote="ensures timely assessment of risk")
    with pytest.raises(SeedError, match=r"observations\.csv, row \d+, column quote"):
        seed_copy.open()


# -- what an edit broke


def test_a_group_that_is_no_more_and_still_leads_or_reports(seed_copy: SeedCopy, surrey: OpenPlan) -> None:
    assert not found(surrey, "gone-body-leads")
    assert not found(surrey, "gone-body-reports")
    ended = {"standing": "former", "review_on": "", "basis": "assumed", "reason": "Closed."}
    seed_copy.edit("decisions.csv", "decision-on-neglect", **ended)
    plan = seed_copy.open()
    assert found(plan, "gone-body-leads")["neglect"].endswith("is former, still leads 3.1, 3.3, 4.3, 4.4, 4.6, 4.8.")
    assert "Neglect Task and Finish Group reports to Business Group" in found(plan, "gone-body-reports")["neglect"]


def test_a_group_that_was_replaced_and_still_leads(seed_copy: SeedCopy) -> None:
    replaces = {"relation": "replaces", "basis": "assumed", "reason": "x"}
    seed_copy.add("relations.csv", id="x", body="executive", other="business-group", **replaces)
    leads = found(seed_copy.open(), "gone-body-leads")
    assert leads == {"business-group": "Business Group, which Executive took the place of, still leads 3.4."}


def test_an_action_whose_lead_ended_is_led_by_nobody(seed_copy: SeedCopy, surrey: OpenPlan) -> None:
    assert not found(surrey, "action-led-by-nobody")
    seed_copy.edit("leads.csv", "lead-p3-3.4-business-group", until="2018-08-31")
    (sentence,) = found(seed_copy.open(), "action-led-by-nobody").values()
    assert sentence.startswith("Nobody leads action 3.4 any more: Business Group leads 3.4 (stated) until 2018-08-31")


def test_a_lead_with_nothing_behind_it(seed_copy: SeedCopy, surrey: OpenPlan) -> None:
    assert not found(surrey, "lead-without-record")
    new = {"id": "lead-new", "row_id": "p3-3.4", "body": "executive", "position": "2", "reason": "Handed over."}
    seed_copy.add("leads.csv", **new, basis="assumed")
    assert set(found(seed_copy.open(), "lead-without-record")) == {"lead-new"}
    seed_copy.edit("leads.csv", "lead-new", confirmed_by="Minute 3", confirmed_on="2018-07-01")
    assert not found(seed_copy.open(), "lead-without-record")


@pytest.mark.parametrize(
    ("board", "words"),
    [
        ("business-group", "Business Group is at the top of the plan's structure, and reports to Surrey"),
        ("damb", "no reporting line ends at it. They end at: Surrey Safeguarding Children Board."),
        ("", "names no body at the top"),
    ],
)
def test_a_board_that_is_not_at_the_top(seed_copy: SeedCopy, surrey: OpenPlan, board: str, words: str) -> None:
    assert not found(surrey, "board-not-at-the-top")
    seed_copy.edit("plan.csv", "surrey-2018", board=board)
    sentences = found(seed_copy.open(), "board-not-at-the-top").values()
    assert any(words in sentence for sentence in sentences), sentences


# -- kinds


def test_findings_come_worst_first_and_no_kind_twice(surrey: OpenPlan) -> None:
    kinds = list(dict.fromkeys((row["severity"], row["check"]) for row in rows(surrey)))
    groups = [key for key, _ in groupby((row["severity"], row["check"]) for row in rows(surrey))]
    assert groups == kinds
    places = [(list(Severity).index(Severity(severity)), place_of(check, FINDINGS)) for severity, check in kinds]
    assert places == sorted(places)


def test_every_kind_of_finding_and_gap_has_a_single_sentence() -> None:
    for kinds in (FINDINGS, GAPS):
        assert len({kind.name for kind in kinds}) == len(kinds)
    assert {kind.value for kind in ObservationKind} <= {kind.name for kind in FINDINGS}
    both = {kind.name: kind for kind in FINDINGS}
    assert all(both.get(kind.name, kind) is kind for kind in GAPS)


@pytest.mark.parametrize("typed", ["errors", "ERROR", "number-used-twice"])
def test_check_lists_a_severity_or_a_kind(sscb: Callable[..., Ran], typed: str) -> None:
    ran = sscb("check", typed, "--format", "json")
    assert ran.code == 1
    assert {row["severity"] for row in ran.rows} == {"error"}
    answer = json.loads(ran.out)
    assert answer["parameters"] == {"which": typed}
    assert answer["headline"].startswith(f"{len(ran.rows)} of {len(ran.rows)} findings")


def test_a_kind_without_findings_passes(sscb: Callable[..., Ran]) -> None:
    ran = sscb("check", "reporting-cycle")
    assert ran.code == 0
    assert "there is no finding of 'reporting-cycle'" in ran.out


def test_gaps_list_a_single_kind(sscb: Callable[..., Ran]) -> None:
    ran = sscb("gaps", "ACTION-WITHOUT-LEAD", "--format", "json")
    assert [row["item"] for row in ran.rows] == ["1.1a", "1.2a", "2.3a", "2.5a", "4.4"]
    answer = json.loads(ran.out)
    assert answer["headline"] == "5 actions without a lead of their own."
    assert answer["parameters"] == {"gap": "action-without-lead"}
    order = list(dict.fromkeys(row["gap"] for row in sscb("gaps", "--format", "json").rows))
    assert order == [kind.name for kind in GAPS if kind.name in order]


@pytest.mark.parametrize("command", ["check", "gaps"])
def test_a_kind_that_is_not_there_lists_those_that_are(sscb: Callable[..., Ran], command: str) -> None:
    ran = sscb(command, "nonsense")
    assert ran.code == 2
    assert "action-without-lead" in ran.err
    assert sscb("gaps", "action-without-lead", "--most-cited").code == 2
