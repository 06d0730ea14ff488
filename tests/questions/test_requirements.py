"""What law and guidance require: met or unmet only where a record says so, and unknown else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscb_graph.folder import open_seed
from sscb_graph.folder.load import load_records
from sscb_graph.graph.duties import replaced
from sscb_graph.graph.nodes import Requirement, make_node
from sscb_graph.model import Compliance
from sscb_graph.model import Requirement as Record
from sscb_graph.model.vocabulary import SURETIES
from tests.conftest import ROOT, Ran, SeedCopy, run_sscb

Row = dict[str, Any]
RECORDED = {"basis": "recorded", "recorded_by": "Minute 7", "recorded_on": "2019-01-15"}
MARK = ", to be confirmed"


def asked(*words: str, seed: SeedCopy | None = None) -> Ran:
    folder = ["--seed", str(seed.folder)] if seed else []
    ran = run_sscb(*folder, "requirements", *words, "--format", "json")
    assert ran.code == 0, ran.err
    return ran


def by_id(*words: str, seed: SeedCopy | None = None) -> dict[str, Row]:
    return {row["requirement_id"]: row for row in asked(*words, seed=seed).rows}


def record(seed: SeedCopy, requirement: str, body: str, **cells: str) -> None:
    known = {"requirement": requirement, "body": body, "how": "As minuted.", **RECORDED, **cells}
    seed.add("requirements_met.csv", id=f"{requirement}-by-{body}-{cells.get('met') or 'open'}", **known)


# -- the shipped plan


def test_the_shipped_plan_calls_nothing_met_or_unmet() -> None:
    found = by_id("--edition", "2018")
    assert {row["status"] for row in found.values()} == {"unknown"}
    assert {row["relation"] for row in found.values()} == {None, "bears on"}
    open_ones = {key: row["body_id"] for key, row in found.items() if row["body_id"]}
    assert open_ones["cdr-review"] == "cdop"
    assert all(row["how"] and row["reason"] and '"' in row["source"] for row in found.values() if row["body_id"])


def test_what_the_shipped_plan_is_known_to_meet_is_read_from_its_words() -> None:
    known = load_records(open_seed(None)).of(Compliance)
    assert known
    for each in known:
        assert (each.basis, each.met) == ("inferred", None), "the plan was written before the guidance"
        assert each.quote
        assert each.reason


def test_the_whole_list_is_shipped() -> None:
    duties = load_records(open_seed(None)).of(Record)
    assert len(duties) == 78
    assert Counter(duty.force for duty in duties)["must"] == 28
    data = (ROOT / "seed" / "statutory_requirements.csv").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") == 79


def test_only_sections_of_acts_that_are_sure_stand_without_a_mark() -> None:
    for duty in load_records(open_seed(None)).of(Record):
        parts = re.split(r"; (?![^(]*\))", duty.reference)
        bare = [part for part in parts if not part.endswith(MARK)]
        assert all(" Act " in part and " s" in part for part in bare), duty.reference
        assert not bare or not {"medium", "low", "none"} & set((duty.statute_surety or "").split()), duty.reference
        assert parts[-1].startswith(duty.source)
        assert parts[-1].endswith(MARK)


@pytest.mark.parametrize(
    ("requirement", "reference"),
    [
        (
            "partners-arrange",
            "Children Act 2004 s16E(1); Working Together to Safeguard Children, July 2018, chapter 3, paragraph 5"
            ", to be confirmed",
        ),
        (
            "reviews-local",
            "Children Act 2004 s16F; SI 2018/789 reg 11, to be confirmed; Working Together 2018, chapter 4, "
            "about paragraphs 14-18, to be confirmed",
        ),
        ("trans-publish", "Working Together: transitional guidance, July 2018, to be confirmed"),
    ],
)
def test_a_reference_reads_as_a_person_would_follow_it(requirement: str, reference: str) -> None:
    assert by_id()[requirement]["reference"] == reference


@given(surety=st.sampled_from(SURETIES), law=st.sampled_from(["Children Act 2004 s16E", "SI 2018/789 reg 3"]))
def test_a_law_is_marked_unless_it_is_a_sure_section_of_an_act(surety: str, law: str) -> None:
    cells = {"id": "duty", "topic": "t", "requirement": "r", "source": "s", "paragraph_surety": "low", "surety": "low"}
    duty = Record.model_validate({**cells, "statute": law, "statute_surety": surety})
    known = law.startswith("Children") and surety in {"verified", "high"}
    assert (f"{law};" in duty.reference) == known
    assert (f"{law}{MARK};" in duty.reference) != known


# -- editions


def test_the_default_is_the_period_of_the_plan() -> None:
    found = asked()
    assert {row["requirement_id"] for row in found.rows} >= {"trans-implement", "publish-also-who", "section-11"}
    assert not {row["requirement_id"] for row in found.rows} & {"wt23-chair", "wt26-edition", "macpt"}
    assert "during the plan's period, March 2018 to September 2019" in found.out


@pytest.mark.parametrize(
    ("year", "there", "gone"),
    [
        ("2018", "publish-also-who", "wt23-chair"),
        ("2019", "trans-publish", "wt23-chair"),
        ("2020", "trans-scr", "trans-publish"),
        ("2023", "wt23-chair", "publish-also-who"),
        ("2024", "wt23-republish", "publish-also-who"),
        ("2026", "wt26-edition", "wt23-chair"),
    ],
)
def test_an_edition_is_what_is_in_force_in_that_year(year: str, there: str, gone: str) -> None:
    found = by_id("--edition", year)
    assert there in found
    assert gone not in found


def test_what_a_newer_edition_replaced_is_counted() -> None:
    assert "a newer edition replaced them then: 16 requirements" in asked("--edition", "2023").out
    assert "replaced" not in asked("--edition", "2018").out


def test_what_begins_and_ends_on_a_day_replaces_not_itself() -> None:
    own = {"id": "a", "position": 1, "from": "2018-07-04", "until": "2018-07-04"}
    assert replaced([_requirement(own), _requirement({"id": "b", "position": 2})]) == []


def _requirement(own: Mapping[str, Any]) -> Requirement:
    found = make_node(("Sscb", "Requirement"), own)
    assert isinstance(found, Requirement)
    return found


def test_a_year_before_any_requirement() -> None:
    ran = run_sscb("requirements", "--edition", "1900", "--format", "json")
    assert {row["requirement_id"] for row in ran.rows} <= {
        *("section-11", "trans-implement", "trans-lscb-ends", "trans-scr", "trans-cdr")
    }, "only what has no first day"


@pytest.mark.parametrize("typed", ["next year", "18", "2018-07", ""])
def test_an_edition_is_a_year(typed: str) -> None:
    ran = run_sscb("requirements", "--edition", typed)
    assert ran.code == 2
    assert "four digits" in ran.err


# -- what is recorded


def test_a_record_makes_a_requirement_met_or_unmet(seed_copy: SeedCopy) -> None:
    record(seed_copy, "publish", "sscb", met="yes", how="Published on its site.")
    record(seed_copy, "scrutiny-have", "executive", met="no", how="Nobody is appointed.")
    found = by_id(seed=seed_copy)
    assert (found["publish"]["status"], found["publish"]["relation"]) == ("met", "meets")
    assert (found["publish"]["basis"], found["publish"]["how"]) == ("recorded", "Published on its site.")
    assert found["publish"]["source"] == "recorded by Minute 7 on 15 January 2019"
    assert found["partners-who"]["status"] == "unknown"
    unmet = [row for row in asked(seed=seed_copy).rows if row["requirement_id"] == "scrutiny-have"]
    assert {row["status"] for row in unmet} == {"unmet"}
    assert Counter(row["relation"] for row in unmet) == {"bears on": 1, "does not meet": 1}
    page = run_sscb("--seed", seed_copy.folder, "requirements").out
    assert "70 requirements in force during the plan's period: 1 met, 1 unmet, 68 unknown." in " ".join(page.split())
    assert "unmet (recorded)" in page


def test_a_requirement_that_one_body_fails_is_unmet_and_that_is_said(seed_copy: SeedCopy) -> None:
    record(seed_copy, "agencies-act", "police", met="yes")
    assert by_id(seed=seed_copy)["agencies-act"]["status"] == "met"
    record(seed_copy, "agencies-act", "schools", met="no")
    ran = asked(seed=seed_copy)
    assert {row["status"] for row in ran.rows if row["requirement_id"] == "agencies-act"} == {"unmet"}
    assert "Some bodies meet these and others do not, so that they count as unmet: agencies-act." in ran.out


def test_what_has_ended_no_longer_counts_and_is_named(seed_copy: SeedCopy) -> None:
    record(seed_copy, "publish", "sscb", met="yes", until="2019-02")
    ran = asked(seed=seed_copy)
    assert {row["status"] for row in ran.rows if row["requirement_id"] == "publish"} == {"unknown"}
    assert (
        "What was known has ended: Surrey Safeguarding Children Board meets publish (recorded) until 2019-02" in ran.out
    )


def test_a_body_that_is_no_more_meets_nothing(seed_copy: SeedCopy) -> None:
    record(seed_copy, "publish", "chairs-executive-group", met="yes")
    ran = asked(seed=seed_copy)
    assert {row["status"] for row in ran.rows if row["requirement_id"] == "publish"} == {"unknown"}
    assert "is no more, so that what is known of it and publish no longer counts" in ran.out


def test_only_facts_of_the_basis_count(seed_copy: SeedCopy) -> None:
    record(seed_copy, "publish", "sscb", met="yes")
    rows = asked("--basis", "recorded", seed=seed_copy).rows
    assert [(row["requirement_id"], row["status"]) for row in rows] == [("publish", "met")]
    assert by_id("--basis", "assumed", seed=seed_copy)["publish"]["status"] == "unknown"


def test_a_plan_without_the_files_says_so(seed_copy: SeedCopy) -> None:
    for file in ("requirements_met.csv", "statutory_requirements.csv"):
        (seed_copy.folder / file).unlink()
    ran = asked(seed=seed_copy)
    assert ran.rows == []
    assert "statutory_requirements.csv is missing or empty" in ran.out


# -- faults


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("force", "ought to", "is not a force"),
        ("surety", "certain", "does not begin with verified, high, medium, low, none"),
        ("until", "2017", "until (2017) is before from (2018-06-29)"),
        ("statute_surety", "", "statute and statute_surety go together"),
        ("requirement", "", "is blank and must be filled in"),
    ],
)
def test_a_fault_of_a_requirement_is_located(seed_copy: SeedCopy, column: str, cell: str, said: str) -> None:
    seed_copy.edit("statutory_requirements.csv", "partners-who", **{column: cell})
    ran = run_sscb("--seed", seed_copy.folder, "requirements")
    assert ran.code == 3
    assert f"statutory_requirements.csv, row 2, column {column}" in ran.err
    assert said in ran.err


@pytest.mark.parametrize(
    ("column", "cell"), [("requirement", "publishing"), ("body", "publish"), ("met", "partly"), ("how", "")]
)
def test_a_fault_of_what_is_met_is_located(seed_copy: SeedCopy, column: str, cell: str) -> None:
    record(seed_copy, "publish", "sscb", met="yes")
    seed_copy.edit("requirements_met.csv", "publish-by-sscb-yes", **{column: cell})
    ran = run_sscb("--seed", seed_copy.folder, "requirements")
    assert ran.code == 3
    assert f"requirements_met.csv, row 10, column {column}" in ran.err
