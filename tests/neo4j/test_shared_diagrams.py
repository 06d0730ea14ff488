"""Pictures drawn from the shared store are byte for byte those of the embedded one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT, SeedCopy, run_sscb
from tests.neo4j.conftest import Shared

KINDS = [
    ["structure"],
    ["structure", "--root", "Business Group"],
    ["structure", "--basis", "stated"],
    ["trace", "ofsted", "22"],
    ["trace", "action", "2.11"],
    ["priority", "2"],
    ["body", "Business Group"],
    ["coverage", "--by", "lead"],
    ["timeline"],
]


def test_the_committed_pictures_are_what_the_shared_store_draws(empty: Shared) -> None:
    assert empty.sscb("load").code == 0
    ran = empty.sscb("--store", "neo4j", "diagram", "all", "-o", ROOT / "diagrams", "--check")
    assert ran.code == 0, ran.err


@pytest.mark.parametrize("form", ["svg", "png", "pdf", "dot", "txt"])
def test_every_form_is_the_same(form: str, empty: Shared, seed_copy: SeedCopy, tmp_path: Path) -> None:
    line = "neglect-reports-to-business-group"
    seed_copy.edit("relations.csv", line, confirmed_by="Board minutes", confirmed_on="2019-01-10")
    seed_copy.edit("bodies.csv", "qap", name='Quality "&" <Performance> \\N \U0001f389')
    assert empty.sscb("load", seed_copy.folder).code == 0
    for kind in KINDS if form == "svg" else KINDS[:1]:
        here, there = tmp_path / f"here.{form}", tmp_path / f"there.{form}"
        assert run_sscb("--seed", seed_copy.folder, "diagram", *kind, "-o", here, env={}).code == 0
        ran = empty.sscb("--store", "neo4j", "diagram", *kind, "-o", there)
        assert ran.code == 0, ran.err
        assert here.read_bytes() == there.read_bytes(), kind


def test_a_shared_plan_is_compared_with_a_seed(empty: Shared, seed_copy: SeedCopy, tmp_path: Path) -> None:
    assert empty.sscb("load").code == 0
    seed_copy.edit("bodies.csv", "qap", name="Quality Group")
    ran = empty.sscb(
        "--store", "neo4j", "diagram", "structure", "--compare", seed_copy.folder, "-o", tmp_path / "x.txt"
    )
    assert ran.code == 0, ran.err
    text = " ".join((tmp_path / "x.txt").read_text(encoding="utf-8").split())
    assert "RENAMED: was Quality Assurance and Performance Group" in text
