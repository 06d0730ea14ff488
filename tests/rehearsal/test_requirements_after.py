"""What law and guidance require, as it would be after a proposal."""

from __future__ import annotations

from tests.conftest import run_sscb
from tests.rehearsal.conftest import Write, faults


def test_a_proposal_says_what_is_met_and_what_is_not(written: Write) -> None:
    meet = {"change": "meet", "body": "Executive", "other": "partners-arrange; partners-needs", "reason": "It does."}
    lack = {"change": "not meet", "body": "SSCB", "other": "partners-who"}
    proposal = written(meet, lack)
    statuses = {
        row["requirement_id"]: (row["status"], row["status_basis"])
        for row in run_sscb("requirements", proposal, "--format", "json").rows
    }
    assert statuses["partners-arrange"] == statuses["partners-needs"] == ("met", "assumed")
    assert statuses["partners-who"] == ("unmet", "assumed")
    assert {status for key, (status, _) in statuses.items() if key not in {"partners-arrange", "partners-needs"}} == {
        "unmet",
        "unknown",
    }
    assert "nothing of it is decided here" in " ".join(run_sscb("requirements", proposal).out.split())
    assert all(row["status"] == "unknown" for row in run_sscb("requirements", "--format", "json").rows)


def test_what_was_met_by_a_body_that_closes_is_found(written: Write) -> None:
    meet = {"change": "meet", "body": "Executive", "other": "partners-arrange"}
    ran = run_sscb("rehearse", written(meet, {"change": "not meet", "body": "Executive", "other": "partners-arrange"}))
    assert ran.code == 1
    assert "requirements that are not met: partners-arrange" in " ".join(ran.out.split())


def test_an_unknown_requirement_is_a_fault(written: Write) -> None:
    [fault] = faults(run_sscb("rehearse", written({"change": "meet", "body": "SSCB", "other": "partners-arange"})))
    assert "column other: 'partners-arange' is no requirement; did you mean partners-arrange" in fault
