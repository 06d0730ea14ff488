"""The totals of the plan: each figure is that of another answer, and stands on its basis."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from sscb_graph.model.basis import BASES
from sscb_graph.plan import OpenPlan


def totals(plan: OpenPlan, **more: Any) -> dict[tuple[str, str, str], int]:
    return {(row["of"], row["what"], row["basis"]): row["number"] for row in plan.ask("totals", **more).rows}


@pytest.mark.parametrize(
    ("of", "what", "basis", "number"),
    [
        ("actions", "rows", "stated", 37),
        ("actions", "numbers", "stated", 36),
        ("actions", "under Priority 2", "stated", 14),
        ("citations", "citations", "stated", 77),
        ("citations", "rows that cite", "stated", 24),
        ("citations", "numbers cited", "stated", 23),
        ("items of Ofsted", "items", "inferred", 110),
        ("items of Ofsted", "recommendations", "inferred", 62),
        ("items of Ofsted", "cited: recommendation", "inferred", 7),
        ("items of Ofsted", "cited: finding tagged as a recommendation", "inferred", 15),
        ("items of Ofsted", "cited: finding", "inferred", 1),
        ("items of Ofsted", "not cited", "inferred", 40),
        ("items of Peer review", "recommendations", "stated", 8),
        ("leads", "actions without a lead in their own cell", "stated", 5),
        ("dates", "by 30 September 2018", "stated", 21),
        ("dates", "actions with several dates", "stated", 1),
        ("dates", "actions without a date", "stated", 1),
        ("statuses", "no status recorded", "stated", 35),
        ("links between actions", "depends on", "inferred", 4),
        ("reporting lines", "reports to", "stated", 2),
        ("reporting lines", "reports to", "inferred", 11),
    ],
)
def test_the_totals_of_the_plan(surrey: OpenPlan, of: str, what: str, basis: str, number: int) -> None:
    assert totals(surrey)[of, what, basis] == number


def test_totals_agree_with_the_lists_that_they_count(surrey: OpenPlan) -> None:
    found = totals(surrey)
    for question, group, what in (
        ("citations", "citations", "citations"),
        ("leads", "leads", "leads"),
        ("documents", "other", "documents"),
    ):
        counted = Counter(row["basis"] for row in surrey.ask(question).rows)
        assert {basis: found.get((group, what, basis), 0) for basis in counted} == counted
    bodies = [number for (group, *_), number in found.items() if group == "bodies"]
    assert sum(bodies) == len(surrey.ask("bodies").rows)


def test_no_total_mixes_bases_and_no_group_names_a_thing_twice(surrey: OpenPlan) -> None:
    rows = surrey.ask("totals").rows
    assert len({(row["of"], row["what"], row["basis"]) for row in rows}) == len(rows)


@pytest.mark.parametrize("basis", BASES)
def test_a_filter_changes_no_total_of_its_basis(surrey: OpenPlan, basis: str) -> None:
    assert totals(surrey, basis=[basis]) == {key: number for key, number in totals(surrey).items() if key[2] == basis}


def test_the_headline_is_of_what_is_stated(surrey: OpenPlan) -> None:
    assert "37 actions with 36 numbers. 77 stated citations of 23 numbers by 24 rows." in surrey.ask("totals").headline
