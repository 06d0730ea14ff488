"""The files of pictures: named by ids, safe on every system, and found again in a folder of pictures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sscb_graph.pictures.names_of_files import LONGEST, picture_name
from tests.conftest import SeedCopy, run_sscb

#: Names that Windows keeps for devices, whatever follows a dot.
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
IDS = st.text() | st.sampled_from(
    ["../x", "..", ".", "", "CON", "nul", "a.", "a ", "A", "a", "a/b", "a\\b", "x" * 300, "é"]
)


@given(st.sampled_from(["body", "trace", "trace-action", "priority", "structure"]), IDS)
@example("body", "a~../../x")
def test_a_name_is_safe_on_every_system(kind: str, key: str) -> None:
    name = picture_name(kind, key)
    assert re.fullmatch(r"[a-z0-9]+(?:[.-][a-z0-9]+)*", name)
    assert name.startswith(f"{kind}-")
    assert len(name) <= LONGEST
    assert name.partition(".")[0] not in DEVICES


@given(st.lists(IDS, unique=True))
@example(["narrow", "x", "x-narrow", "action-2.4", "2.4"])
def test_no_two_pictures_share_a_file(keys: list[str]) -> None:
    kinds = ("body", "trace", "trace-action", "structure")
    names = [picture_name(kind, key) for kind in kinds for key in keys]
    names += ["structure", "structure-narrow", *(f"{picture_name('structure', key)}-narrow" for key in keys)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("key", ["con", "x" * 300, "a.b-c", "narrow"])
def test_a_body_of_any_id_has_its_picture_and_keeps_it(key: str, seed_copy: SeedCopy, tmp_path: Path) -> None:
    seed_copy.add("bodies.csv", id=key, position="99", name="Odd", kind="subgroup", basis="assumed", reason="A test.")
    relation = {"body": key, "relation": "reports to", "other": "sscb", "basis": "assumed", "reason": "A test."}
    seed_copy.add("relations.csv", id="odd-line", **relation)
    folder = tmp_path / "pictures"
    folder.mkdir()
    for words in (["body", "Odd"], ["structure", "--root", "Odd"], ["structure", "--root", "Odd", "--narrow"]):
        assert run_sscb("--seed", seed_copy.folder, "diagram", *words, "--format", "txt", cwd=folder).code == 0
    drawn = sorted(path.name for path in folder.iterdir())
    assert len(drawn) == 3
    ran = run_sscb("--seed", seed_copy.folder, "diagram", "all", "-o", folder, "--check")
    assert not [name for name in drawn if name in ran.err], ran.err
    named = (f"{picture_name('body', key)}.svg", f"{picture_name('structure', key)}-narrow.png")
    assert all(name in ran.err for name in named)


def test_parts_beside_a_picture_are_named_safely(seed_copy: SeedCopy, tmp_path: Path) -> None:
    key = "x" * 240
    for number in range(60):
        name = key if not number else f"below-{number}"
        body = {"id": name, "position": "99", "name": f"Odd {number}", "kind": "subgroup"}
        seed_copy.add("bodies.csv", **body, basis="assumed", reason="A test.")
        relation = {"body": name, "relation": "reports to", "other": key if number else "sscb"}
        seed_copy.add("relations.csv", id=f"odd-{number}", **relation, basis="assumed", reason="A test.")
    ran = run_sscb("--seed", seed_copy.folder, "diagram", "structure", "--pages", "-o", tmp_path / "p.dot")
    assert ran.code == 0, ran.err
    assert f"p-{picture_name(key)}.dot" in {path.name for path in tmp_path.iterdir()}


def test_reports_of_names_without_latin_letters_have_pictures_of_their_own(seed_copy: SeedCopy, tmp_path: Path) -> None:
    seed_copy.edit("reports.csv", "report-ofsted", name="監査")
    seed_copy.edit("reports.csv", "report-peer", name="評価")
    for word in ("ofsted", "peer"):
        assert run_sscb("--seed", seed_copy.folder, "diagram", "trace", word, "3", cwd=tmp_path).code == 0
    assert {path.name for path in tmp_path.glob("*.svg")} == {"trace-ofsted-3.svg", "trace-peer-3.svg"}
