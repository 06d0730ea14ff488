"""What a rehearsal finds of the load of leads, and of what nobody looked at."""

from __future__ import annotations

from pathlib import Path

from sscb_graph.graph.rules import groups
from sscb_graph.plan import OpenPlan, open_plan
from sscb_graph.rehearsal.finding import Weight
from tests.rehearsal.rehearsing import close, found, rehearsed

OVERLOADED, NOT_REVIEWED = "lead-overloaded", "not-reviewed"
NEGLECT, EARLY_HELP = "Neglect Task and Finish Group", "Early Help Task and Finish Group"
QAP = "Quality Assurance and Performance Group"


def merged(bodies: str, into: str, kind: str = "") -> dict[str, str]:
    return {"change": "merge", "body": bodies, "into": into, "kind": kind}


def test_a_lead_that_gets_more_than_a_quarter_of_all_actions(surrey: OpenPlan) -> None:
    [finding] = found(rehearsed(surrey, merged("Neglect Group", "QA&P")), OVERLOADED).values()
    assert finding.subject == QAP
    assert finding.severity is Weight.WARNING
    assert finding.why == (
        f"{QAP} leads 17 of 37 actions then, 4 of them alone; before, it led 15 and {NEGLECT} led 6."
    )
    assert finding.basis == "inherited"
    assert finding.change is not None


def test_a_body_that_takes_the_place_of_others_is_compared_with_them(surrey: OpenPlan) -> None:
    [finding] = found(rehearsed(surrey, merged("QA&P; Early Help", "Quality Forum", "subgroup")), OVERLOADED).values()
    assert finding.why == (
        f"Quality Forum leads 22 of 37 actions then, 8 of them alone; before, {EARLY_HELP} led 8 and {QAP} led 15."
    )
    assert not found(rehearsed(surrey, merged("QA&P", "Quality Forum", "subgroup")), OVERLOADED)


def test_a_new_body_that_is_handed_everything(surrey: OpenPlan) -> None:
    new = {"change": "create", "body": "Quality Forum", "kind": "subgroup"}
    hand = {"change": "hand over", "body": "QA&P", "into": "Quality Forum"}
    [finding] = found(rehearsed(surrey, new, hand), OVERLOADED).values()
    why = "Quality Forum leads 15 of 37 actions then, 3 of them alone; before, it did not exist."
    assert finding.why == why


def test_up_to_a_quarter_is_no_overload(surrey: OpenPlan) -> None:
    """Health leads 2 and Education 3 of the 37; a quarter is 9.25, and Early Help leads 8."""
    assert not found(rehearsed(surrey, merged("Health Sub Group", "Education Sub Group")), OVERLOADED)
    hand = {"change": "hand over", "body": "SEAMMB", "into": "Early Help"}
    assert not found(rehearsed(surrey, {**hand, "actions": "3.5"}), OVERLOADED)
    assert found(rehearsed(surrey, {**hand, "actions": "3.5; 3.6"}), OVERLOADED)


def test_a_few_actions_are_no_load_however_few_there_are(tmp_path: Path) -> None:
    numbers = [f"1.{number}" for number in range(1, 7)]
    half = {number: "a" if number < "1.4" else "b" for number in numbers}
    actions = "".join(f"p1-{number},1,priority-1,{number},{number},Do it\n" for number in numbers)
    leads = "".join(f"lead-{number},p1-{number},{lead},1,assumed,So\n" for number, lead in half.items())
    files = {
        "plan": "id,title,short_title\nsmall,Small,Small\n",
        "priorities": "id,position,number,wording\npriority-1,1,1,First\n",
        "bodies": "id,position,name,kind,basis,reason\na,1,A,subgroup,assumed,So\nb,2,B,subgroup,assumed,So\n",
        "actions": f"row_id,position,priority,number,number_printed,text\n{actions}",
        "leads": f"id,row_id,body,position,basis,reason\n{leads}",
    }
    for name, text in files.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    hand = {"change": "hand over", "body": "A", "into": "B"}
    with open_plan(tmp_path) as plan:
        assert not found(rehearsed(plan, {**hand, "actions": "1.1"}), OVERLOADED)  # 4 of 6
        [finding] = found(rehearsed(plan, {**hand, "actions": "1.1; 1.2"}), OVERLOADED).values()
        assert finding.why == "B leads 5 of 6 actions then, 5 of them alone; before, it led 3."


def test_a_lead_that_keeps_its_actions_is_not_found(surrey: OpenPlan) -> None:
    """The Quality Assurance and Performance Group leads 15 of 37 already."""
    assert not found(rehearsed(surrey, close("Neglect Group"), {"change": "keep", "body": "QA&P"}), OVERLOADED)


def test_every_board_and_group_that_no_row_names_is_to_be_reviewed(surrey: OpenPlan) -> None:
    outcome = rehearsed(surrey, close("Neglect Group"), {"change": "keep", "body": "CDOP"})
    left = found(outcome, NOT_REVIEWED)
    assert list(left) == [body.name for body in groups(outcome.before) if body.id not in {"neglect", "cdop"}]
    assert {finding.severity for finding in left.values()} == {Weight.NOTICE}
    assert all(finding.change is None and finding.why and finding.source for finding in left.values())


def test_nothing_is_left_to_review_where_rows_name_everything(surrey: OpenPlan) -> None:
    bodies = surrey.read(lambda reading: [body.name for body in groups(reading.whole())])
    assert not found(rehearsed(surrey, {"change": "keep", "body": "; ".join(bodies)}), NOT_REVIEWED)
