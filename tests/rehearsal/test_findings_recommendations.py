"""What a rehearsal finds of the recommendations that actions address."""

from __future__ import annotations

from sscb_graph.plan import OpenPlan
from sscb_graph.rehearsal.finding import Weight
from tests.conftest import SeedCopy
from tests.rehearsal.rehearsing import close, found, rehearsed

AT_RISK = "recommendation-at-risk"
LEAD = "Quality Assurance and Performance Group"


def test_a_recommendation_whose_actions_all_lose_their_lead_is_at_risk(surrey: OpenPlan) -> None:
    at_risk = found(rehearsed(surrey, close("QA&P", "2018-06-01")), AT_RISK)
    assert list(at_risk) == ["Ofsted 106"]
    finding = at_risk["Ofsted 106"]
    assert finding.severity is Weight.SERIOUS
    assert finding.why == (
        f"Both actions that address it, 1.4 and 2.10, are without a lead once {LEAD} closes on 1 June 2018."
    )
    assert finding.basis == "stated"
    assert 'row 1.4 (Priority 1): "106"' in finding.source


def test_one_action_that_is_still_led_is_enough(surrey: OpenPlan) -> None:
    assert not found(rehearsed(surrey, close("Neglect Group")), AT_RISK)  # 4.6 alone loses its lead, and cites 10
    hand = {"change": "hand over", "body": "QA&P", "into": "SCRG", "actions": "2.10"}
    assert not found(rehearsed(surrey, hand, close("QA&P")), AT_RISK)


def test_what_is_due_before_the_lead_closes_is_not_at_risk(surrey: OpenPlan) -> None:
    assert not found(rehearsed(surrey, close("QA&P", "2018-10-01")), AT_RISK)
    assert "Ofsted 102" in found(rehearsed(surrey, close("SEAMMB", "2018-06-30")), AT_RISK)
    assert "Ofsted 102" not in found(rehearsed(surrey, close("SEAMMB", "2018-07-01")), AT_RISK)


def test_an_action_that_responds_to_the_peer_review_counts(surrey: OpenPlan) -> None:
    finding = found(rehearsed(surrey, close("SCRG")), AT_RISK)["Peer review 4"]
    assert finding.why.startswith("The only action that addresses it, 1.2, is without a lead once ")
    assert finding.basis == "inferred"
    assert "(SCRG)" not in finding.source  # its lead is stated: the weakest fact is that it responds
    assert "The plan links no peer-review recommendation" in (finding.reason or "")


def test_an_action_that_had_no_lead_before_saves_nothing_and_one_that_is_done_does(seed_copy: SeedCopy) -> None:
    """Ofsted 106 is addressed by 1.4 and 2.10."""
    seed_copy.edit("leads.csv", "lead-p1-1.4-qap", until="2018-04-30")
    with seed_copy.open() as plan:
        finding = found(rehearsed(plan, close("QA&P")), AT_RISK)["Ofsted 106"]
        assert finding.why.endswith(f"once {LEAD} closes. 1.4 had none before.")
        # Nothing that the proposal does, where no action had a lead.
        assert "Ofsted 106" not in found(rehearsed(plan, close("Neglect Group")), AT_RISK)
    cells = {"id": "status-1.4", "row_id": "p1-1.4", "status": "Completed", "basis": "recorded"}
    seed_copy.add("statuses.csv", **cells, recorded_by="Minute 1", recorded_on="2018-05-01")
    with seed_copy.open() as plan:
        assert "Ofsted 106" not in found(rehearsed(plan, close("QA&P")), AT_RISK)


def test_a_citation_that_has_ended_does_not_count(seed_copy: SeedCopy) -> None:
    [citation] = [row for row in seed_copy.rows("citations.csv") if row["row_id"] == "p2-2.10"]
    seed_copy.edit("citations.csv", citation["id"], until="2018-04-30")
    with seed_copy.open() as plan:
        why = found(rehearsed(plan, close("QA&P")), AT_RISK)["Ofsted 106"].why
    assert why.startswith("The only action that addresses it, 1.4, is without a lead")
