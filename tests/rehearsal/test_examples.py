"""The worked examples, and a governance lead's afternoon: few rows, and everything that was forgotten is told."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from sscb_graph.cli.rehearse import EXAMPLES
from sscb_graph.questions.kinds import REHEARSED
from sscb_graph.rehearsal.rules import RULES
from tests.conftest import ROOT, run_sscb
from tests.rehearsal.conftest import Write

FOLDER = ROOT / "seed" / "proposals"


def example(name: str) -> dict[str, Any]:
    """The JSON of the rehearsal of an example."""
    ran = run_sscb("rehearse", FOLDER / f"{name}.csv", "--format", "json")
    assert ran.code in {0, 1}, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    assert ran.code == any(finding["severity"] == "serious" for finding in found["findings"])
    return found


def test_every_example_is_offered(tmp_path: Path) -> None:
    assert {file.stem for file in FOLDER.iterdir()} == set(EXAMPLES)
    for name in EXAMPLES:
        file = tmp_path / f"{name}.csv"
        assert run_sscb("rehearse", "new", file, "--example", name).code == 0
        assert file.read_bytes() == (FOLDER / f"{name}.csv").read_bytes()


def test_every_rule_has_its_words() -> None:
    assert {rule.name for rule in RULES} == {kind.name for kind in REHEARSED}


def test_the_bad_example_shows_every_kind_of_finding() -> None:
    kinds = Counter(finding["finding"] for finding in example("every-finding")["findings"])
    assert set(kinds) == {rule.name for rule in RULES}


@pytest.mark.parametrize("name", ["partnership-2019", "fewer-groups"])
def test_a_plausible_example_has_nothing_serious(name: str) -> None:
    found = example(name)
    assert Counter(finding["severity"] for finding in found["findings"])["serious"] == 0
    assert found["after"]["subgroups"] < found["before"]["subgroups"]
    assert found["after"]["actions_without_lead"] == 0


def test_an_illustration_says_that_it_is_one() -> None:
    text = (FOLDER / "partnership-2019.csv").read_text(encoding="utf-8-sig")
    assert "not a decision of anybody in Surrey" in text


def test_an_afternoon_takes_few_rows_and_forgets_nothing(written: Write) -> None:
    rows = [
        {"change": "close", "body": "Neglect Group", "effective": "March 2019"},
        {"change": "rename", "body": "Area Sub Groups", "name": "Practice Forum", "effective": "March 2019"},
        {
            "change": "merge",
            "body": "Health Sub Group; Education Sub Group",
            "into": "Health and Education Group",
            "kind": "subgroup",
            "effective": "March 2019",
        },
        {"change": "merge", "body": "SSCB", "into": "Executive", "effective": "March 2019"},
    ]
    assert len(rows) <= 8
    ran = run_sscb("rehearse", written(*rows), "--format", "json")
    found = json.loads(ran.out)
    told = {(finding["finding"], finding["subject"]) for finding in found["findings"]}
    assert ("review-pre-empted", "Neglect Task and Finish Group") in told
    assert ("decision-contradicted", "Health Sub Group") in told
    assert ("not-reviewed", "Child Death Overview Panel") in told
    assert any(name == "function-without-home" for name, _ in told)
    assert Counter(row["outcome"] for row in found["ledger"])["no home"] > 0
