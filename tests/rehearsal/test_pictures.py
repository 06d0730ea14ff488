"""sscb diagram rehearse: the structure before and after a proposal, by the comparison of two plans."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import run_sscb
from tests.diagrams.drawing import flat
from tests.rehearsal.conftest import Write

NEGLECT = {"change": "close", "body": "Neglect Group", "effective": "2019-03-31"}
HEALTH = {"change": "merge", "body": "Health Sub Group", "into": "Education Sub Group"}
RENAMED = {"change": "rename", "body": "QA&P", "name": "Learning from Practice Group"}


def test_a_proposal_is_drawn_as_changes_before_and_after(written: Write, tmp_path: Path) -> None:
    drawn = tmp_path / "proposal.txt"
    ran = run_sscb("diagram", "rehearse", written(NEGLECT, HEALTH, RENAMED), "-o", drawn)
    assert ran.code == 0, ran.err
    changes, before, after = (
        flat((tmp_path / f"proposal{when}.txt").read_text(encoding="utf-8")) for when in ("", "-before", "-after")
    )
    assert "Bodies: 0 added, 2 removed, 0 moved, 1 renamed, 0 changed." in changes
    for name, kind in (("Neglect Task and Finish Group", "task and finish group"), ("Health Sub Group", "subgroup")):
        assert f"{name}: REMOVED." in changes
        assert f"- {name}: {kind}" in before
        assert f"- {name}: {kind}" not in after
    assert "RENAMED: was Quality Assurance and Performance Group." in changes
    assert "- Learning from Practice Group: " in after


def test_changes_of_lead_are_listed_and_a_rename_is_none(written: Write) -> None:
    ran = run_sscb("diagram", "rehearse", written(NEGLECT, HEALTH, RENAMED), "--format", "txt", "-o", "-")
    assert ran.code == 0, ran.err
    listed = flat(ran.out).split("- Action ")[1:]
    assert [line.split(" ", 1)[0] for line in listed] == ["3.1", "3.3", "4.3", "4.4", "4.6", "4.8"]
    assert listed[4].startswith("4.6 (Priority 4): no longer led by Neglect Task and Finish Group; nobody leads it.")
    assert "others still lead it." in listed[0]
    assert "no longer led by Neglect Task and Finish Group and Health Sub Group; others still lead it." in listed[2]


def test_the_options_are_those_of_a_comparison(written: Write, tmp_path: Path) -> None:
    file = written(NEGLECT)
    for suffix in ("svg", "png", "pdf"):
        ran = run_sscb("diagram", "rehearse", file, "-o", tmp_path / f"p.{suffix}", "--everyone")
        assert ran.code == 0, ran.err
        assert all((tmp_path / f"p{when}.{suffix}").read_bytes() for when in ("", "-before", "-after"))
        assert "As text: sscb diagram rehearse --format txt --everyone" in ran.err
    assert run_sscb("diagram", "rehearse", file, "--basis", "stated").code == 2
    assert run_sscb("diagram", "rehearse", tmp_path / "nowhere.csv").code == 2


def test_a_faulty_proposal_is_not_drawn(written: Write, tmp_path: Path) -> None:
    ran = run_sscb(
        "diagram", "rehearse", written({"change": "close", "body": "Nobody at all"}), "-o", tmp_path / "x.svg"
    )
    assert ran.code == 3
    assert "No body in the plan is called 'Nobody at all'" in ran.err
    assert not (tmp_path / "x.svg").exists()
