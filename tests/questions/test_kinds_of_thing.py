"""What people ask of the whole plan: links, abbreviations, documents, objectives, chairs, statutory groups."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from sscb_graph.plan import OpenPlan
from tests.conftest import SeedCopy, run_sscb


def page(*command: str) -> str:
    return " ".join(run_sscb(*command).out.split())


def test_every_link_is_told_with_its_basis_and_its_doubt(surrey: OpenPlan) -> None:
    rows = surrey.ask("links").rows
    assert Counter((row["relation"], row["basis"]) for row in rows) == {
        ("links to", "stated"): 2,
        ("cites", "stated"): 2,
        ("depends on", "inferred"): 4,
        ("shares outcome of", "inherited"): 7,
    }
    assert all(row["reason"] for row in rows if row["basis"] != "stated")
    doubted = [(row["row_id"], row["other_row_id"]) for row in rows if row["doubt"]]
    assert doubted == [("p3-2.11-3.2", "p2-2.1"), ("p3-2.11-3.2", "p2-2.2")]
    assert "2 make no sense as printed" in page("links")


def test_the_glossary_says_what_the_text_expands(surrey: OpenPlan) -> None:
    rows = {row["abbreviation"]: row for row in surrey.ask("glossary").rows}
    assert rows["MASH"]["expansion"] == "multi-agency safeguarding hub"
    assert rows["QA"]["basis"] == "inferred"
    assert (rows["DAMB"]["expansion"], rows["DAMB"]["body_basis"]) == (None, "inferred")
    assert rows["JTAI"]["body"] is None
    never = [row for row in rows.values() if row["expansion"] is None or row["basis"] != "stated"]
    assert f"the text expands {len(rows) - len(never)}, and never {len(never)}" in surrey.ask("glossary").headline


def test_a_glossary_never_explains_a_short_name_by_itself() -> None:
    out = run_sscb("glossary").out
    assert "Strategic Case Review Group" in out
    assert not re.search(r"^(SSCB|LGA|SCRG|CSC)\b.* \1( |$)", out, re.MULTILINE)


def test_documents_are_listed_by_kind(surrey: OpenPlan) -> None:
    rows = surrey.ask("documents").rows
    kinds = [row["kind"] for row in rows]
    assert sorted(kinds, key=kinds.index) == kinds
    assert Counter(kinds)["legislation"] == 2
    assert [row["document_id"] for row in rows if row["basis"] == "inferred"] == ["ofsted-report-2018"]


def test_the_objectives_are_the_plans_words_and_how_it_introduces_them(surrey: OpenPlan) -> None:
    answer = surrey.ask("objectives")
    assert Counter(row["kind"] for row in answer.rows) == {
        "vision": 1,
        "statutory objective": 2,
        "core business objective": 5,
        "behaviour": 4,
        "previous focus area": 4,
    }
    behaviour = next(row for row in answer.rows if row["kind"] == "behaviour")
    assert behaviour["introduced_by"].startswith("Partners agreed in February 2018")
    assert "2 statutory objectives, 5 core business objectives" in answer.headline
    assert "five core business objectives which are implicit" in page("objectives")


def test_chairs_are_posts_and_nobody_is_named(surrey: OpenPlan) -> None:
    answer = surrey.ask("chairs")
    assert [row["object"] for row in answer.rows if row["relation"] == "chairs"] == [
        "Surrey Safeguarding Children Board"
    ]
    assert {'"Chair of the SSCB"', '"Independent LSCB Chair"', '"The Chair"'} <= {row["object"] for row in answer.rows}
    assert "no person is named" in answer.headline
    assert not any("Executive" in row["object"] for row in answer.rows)
    assert any("does not say who chairs the other 16 boards and groups" in note for note in answer.notes)


def test_a_chair_that_has_ended_is_not_called_silence(seed_copy: SeedCopy) -> None:
    seed_copy.edit("relations.csv", "chair-chairs-sscb", until="2018-05")
    with seed_copy.open() as plan:
        notes = plan.ask("chairs").notes
    assert any("has ended" in note and "2018-05" in note for note in notes)
    assert not any("nothing in it answers this" in note for note in notes)


def test_the_statutory_groups_are_quoted_and_the_lost_key_is_told(surrey: OpenPlan) -> None:
    answer = surrey.ask("statutory")
    assert [row["body_id"] for row in answer.rows] == ["cdop", "scrg"]
    assert all('"CDOP and SCRG will remain in the proposed structure' in row["source"] for row in answer.rows)
    assert any("mark for statutory groups" in note for note in answer.notes)
    assert not any("Keep Informed" in note for note in answer.notes)
    about = {(row["relation"], row["object"]) for row in surrey.ask("about-body", body="CDOP").rows}
    assert ("is called", "statutory") in about
    assert not any(row["relation"] == "is called" for row in surrey.ask("about-body", body="QA&P").rows)


@pytest.mark.parametrize("question", ["led-by", "actions-of-body"])
def test_what_a_body_leads_under_a_wider_name_is_offered(surrey: OpenPlan, question: str) -> None:
    notes = surrey.ask(question, body="Police").notes
    assert any(
        note == 'Police is also among "All partners" (inferred), which leads 1.1, 1.1a (inherited), 1.5, 2.1, 2.5 and '
        "2.5a (inherited)."
        for note in notes
    )
    assert not any("is also among" in note for note in surrey.ask(question, body="Board members").notes)
    assert 'also among "All partners"' in page("who", "led-by", "Police")


def test_the_members_of_all_partners_are_inferred_and_say_that_no_sentence_names_them(surrey: OpenPlan) -> None:
    rows = surrey.ask("membership", body="All partners").rows
    assert {row["basis"] for row in rows} == {"inferred"}
    assert all("No sentence says who all partners are" in row["reason"] for row in rows)
