"""Every check finds what it looks for, in the shipped plan or in one made to hold it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from sscb_graph.checks import check_rows
from sscb_graph.plan import OpenPlan
from tests.conftest import SeedCopy


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
    assert counts["reporting-cycle"] == counts["link-not-returned"] == counts["due-before-dependency"] == 0
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
    (sentence,) = found(seed_copy.open(), "due-before-dependency").values()
    assert sentence == "2.3a is due by 2018-04-01, before 2.3, on which it depends, is due (2018-04-30)."


def test_a_finding_says_in_which_row_it_stands(seed_copy: SeedCopy) -> None:
    seed_copy.edit("actions.csv", "p2-2.3a", due="2018-04-01")
    (row,) = (row for row in rows(seed_copy.open()) if row["check"] == "due-before-dependency")
    assert row["where"].startswith("links.csv, row ")
