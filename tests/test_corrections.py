"""What a maintainer corrects in the seed shows in the answers."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from sscb_graph.checks import check_rows
from tests.conftest import Ran, SeedCopy


def test_a_line_of_the_lost_picture_is_added(seed_copy: SeedCopy) -> None:
    seed_copy.add(
        "relations.csv",
        id="executive-reports-to-sscb",
        body="executive",
        relation="reports to",
        other="sscb",
        basis="assumed",
        reason="Remembered from the picture.",
    )
    rows = seed_copy.open().ask("reports-to", body="SSCB").rows
    added = next(row for row in rows if row["body"] == "Executive")
    assert added["basis"] == "assumed"
    assert added["source"].startswith("not written in SSCB Business Plan")


def test_a_line_is_confirmed_without_changing_its_basis(seed_copy: SeedCopy, sscb: Callable[..., Ran]) -> None:
    confirmed = {"confirmed_by": "Minute 12 of the Business Group", "confirmed_on": "2018-07-01"}
    seed_copy.edit("relations.csv", "neglect-reports-to-business-group", **confirmed)
    rows = seed_copy.open().ask("reports-to", body="Business Group").rows
    line = next(row for row in rows if row["confirmed_by"])
    assert (line["body"], line["basis"]) == ("Neglect Task and Finish Group", "inferred")
    brief, full = (
        " ".join(sscb("--seed", seed_copy.folder, "who", "reports-to", "Business Group", *more).out.split())
        for more in ((), ("--full",))
    )
    fact = "Neglect Task and Finish Group reports to Business Group"
    assert f"Confirmed by Minute 12 of the Business Group (1 July 2018): {fact}." in brief
    assert "Confirmed by 2 Minute 12 of the Business Group, 1 July 2018" in full


def test_a_status_is_set(seed_copy: SeedCopy) -> None:
    seed_copy.add(
        "statuses.csv", id="status-new", row_id="p1-1.2", status="Completed", basis="assumed", reason="Said in July."
    )
    store = seed_copy.open()
    rows = store.ask("due-by", by="2018-06-30").rows
    assert rows[0]["status"] == "Completed"
    overdue = store.ask("overdue", as_at="2018-07-01").rows
    assert "1.2" not in [row["action"] for row in overdue]
    stated = store.ask("overdue", basis=["stated"], as_at="2018-07-01").rows
    assert "1.2" in [row["action"] for row in stated]


def test_a_status_that_ended_no_longer_counts(seed_copy: SeedCopy) -> None:
    seed_copy.edit("statuses.csv", "status-p4-4.1-amber", until="2018-09-30")
    seed_copy.add("statuses.csv", id="status-new", row_id="p4-4.1", status="Green", basis="assumed", reason="Later.")
    store = seed_copy.open()
    rows = {row["priority"]: row for row in store.ask("summary-by-priority").rows}
    assert (rows[4]["green"], rows[4]["amber"]) == (1, 0)
    kept = [data for *_, data in store.graph.out_edges("p4-4.1", data=True) if data["type"] == "HAS_STATUS"]
    assert len(kept) == 2


def test_a_lead_is_changed(seed_copy: SeedCopy) -> None:
    seed_copy.edit("leads.csv", "lead-p3-3.4-business-group", until="2018-08-31")
    seed_copy.add(
        "leads.csv",
        id="lead-new",
        row_id="p3-3.4",
        body="executive",
        position="1",
        basis="assumed",
        reason="Handed over.",
    )
    rows = seed_copy.open().ask("who-leads", actions="3.4").rows
    assert [(row["lead"], row["basis"]) for row in rows] == [("Executive", "assumed")]


def test_a_lead_row_is_changed_where_it_stands(seed_copy: SeedCopy) -> None:
    changed = {"body": "business-group", "basis": "assumed", "reason": "Handed over.", "quote": "", "written_in": ""}
    seed_copy.edit("leads.csv", "lead-p2-2.2-early-help", **changed)
    rows = seed_copy.open().ask("who-leads", actions="2.2").rows
    assert [(row["lead"], row["basis"]) for row in rows] == [("Business Group", "assumed")]


def test_a_confirmation_shows_wherever_the_fact_is_told(seed_copy: SeedCopy) -> None:
    confirmed = {"confirmed_by": "Board minute 7", "confirmed_on": "2018-07-01"}
    seed_copy.edit("relations.csv", "neglect-reports-to-business-group", **confirmed)
    seed_copy.edit("leads.csv", "lead-p4-4.6-neglect", **confirmed)
    store = seed_copy.open()
    for question, typed in (
        ("who-leads", {"actions": "4.6"}),
        ("action-chain", {"actions": "4.6"}),
        ("about-body", {"body": "neglect"}),
        ("line-to-board", {"body": "neglect"}),
        ("path", {"start": "neglect", "end": "Business Group", "via": "REPORTS_TO"}),
    ):
        assert "Board minute 7" in [row["confirmed_by"] for row in store.ask(question, **typed).rows], question


def test_a_status_of_another_word_is_found(seed_copy: SeedCopy) -> None:
    seed_copy.add("statuses.csv", id="status-new", row_id="p2-2.4", status="Blue", basis="assumed", reason="x")
    rows = seed_copy.open().read(lambda reading: check_rows(reading.whole()))
    (found,) = [row for row in rows if row["check"] == "status-of-another-word"]
    assert "'Blue', which is not Completed" in str(found["text"])


def test_two_folders_with_one_plan_id_are_refused(
    seed_copy: SeedCopy, sscb: Callable[..., Ran], tmp_path: Path
) -> None:
    shutil.copytree(seed_copy.folder, tmp_path / "second")
    ran = sscb("--seed", tmp_path, "--plan", "surrey-2018", "gaps")
    assert ran.code == 3
    assert "'surrey-2018' is also the id of the plan in" in ran.err


def test_a_finding_is_accepted_by_name(seed_copy: SeedCopy, sscb: Callable[..., Ran]) -> None:
    name = "number-used-twice/p2-2.11-3.2"
    seed_copy.add(
        "accepted.csv", finding=name, reason="As printed.", accepted_by="Board minute 4", accepted_on="2018-07-01"
    )
    rows = sscb("--seed", seed_copy.folder, "check", "--format", "json").rows
    found = next(row for row in rows if row["finding"] == name)
    assert "As printed. (accepted by Board minute 4 on 2018-07-01)" in found["accepted"]


def test_when_all_is_accepted_the_check_passes(seed_copy: SeedCopy, sscb: Callable[..., Ran]) -> None:
    rows = seed_copy.open().read(lambda reading: check_rows(reading.whole()))
    seed_copy.write(
        "accepted.csv",
        [
            {
                "finding": str(row["finding"]),
                "reason": "Known.",
                "accepted_by": "The Board",
                "accepted_on": "2018-07-01",
            }
            for row in rows
        ],
        ["finding", "reason", "accepted_by", "accepted_on"],
    )
    assert sscb("--seed", seed_copy.folder, "check").code == 0
    seed_copy.add("accepted.csv", finding="gone/x", reason="x", accepted_by="x", accepted_on="2018-07-01")
    assert "no longer a finding" in sscb("--seed", seed_copy.folder, "check").out


def test_an_acceptance_needs_its_date(seed_copy: SeedCopy, sscb: Callable[..., Ran]) -> None:
    seed_copy.add("accepted.csv", finding="x", reason="x", accepted_by="x")
    ran = sscb("--seed", seed_copy.folder, "check")
    assert ran.code == 3
    assert "accepted.csv, row 2, column accepted_on: is blank" in ran.err


def test_a_new_plan_is_empty_and_passes(sscb: Callable[..., Ran], tmp_path: Path) -> None:
    folder = tmp_path / "Kent 2026"
    assert sscb("init", folder).code == 0
    assert (folder / "README.md").exists()
    checked = sscb("--seed", folder, "check", "--format", "json")
    assert (checked.code, checked.rows) == (0, [])
    assert json.loads(checked.out)["from"]["plan"] == "kent-2026"
    for command in (
        ["gaps"],
        ["summary", "--by", "lead"],
        ["summary", "--by", "priority"],
        ["review"],
        ["search", "x"],
    ):
        ran = sscb("--seed", folder, *command)
        assert ran.code == 0, ran.err
        assert "Surrey" not in ran.out
        assert "SSCB" not in ran.out
    again = sscb("init", folder)
    assert again.code == 2
    assert "not empty" in again.err


def test_the_example_answers_as_the_shipped_plan(sscb: Callable[..., Ran], tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    assert sscb("init", folder, "--example", "surrey").code == 0
    ours, theirs = (sscb(*seed, "gaps", "--format", "json") for seed in ((), ("--seed", folder)))
    one, other = json.loads(ours.out), json.loads(theirs.out)
    assert one["from"].pop("seed") != other["from"].pop("seed")
    assert one == other
