"""Words that no person would type on purpose: too long, of bytes that are no text, with a login in the wrong place."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import NO_SERVER, SeedCopy, run_process, run_sscb

LONG = "x" * 256
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has names of UTF-16, no devices and no such rights")
SECRET = "Se/cret@x"  # noqa: S105 (made up)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--seed", LONG, "gaps"],
        ["init", LONG],
        ["upgrade", LONG],
        ["export", "graph", "--format", "json", "-o", LONG],
        ["export", "graph", "--format", "csv", "-o", LONG],
        ["export", "cypher", "-o", LONG],
        ["diagram", "structure", "-o", f"{LONG}.txt"],
        ["load", LONG],
    ],
    ids=lambda arguments: " ".join(arguments)[:24],
)
def test_a_name_that_no_file_can_have_is_refused_by_the_system(arguments: list[str], tmp_path: Path) -> None:
    ran = run_sscb(*arguments, cwd=tmp_path, env=NO_SERVER)
    assert (ran.code, ran.out) == (5, "")
    assert ran.err.startswith("Error: The system refuses ")
    assert ran.err.endswith(": file name too long.\n")
    assert not list(tmp_path.iterdir())


def test_a_name_that_no_question_can_have_is_unknown() -> None:
    ran = run_sscb("questions", "run", LONG)
    assert ran.code == 2
    assert "There is no question 'xxx" in ran.err


@contextmanager
def _as_nobody() -> Iterator[None]:
    """Without the rights of the system's administrator, who may read everything."""
    administrator = os.geteuid() == 0
    if administrator:
        os.seteuid(65534)
    try:
        yield
    finally:
        if administrator:
            os.seteuid(0)


@POSIX
def test_a_forbidden_folder_is_a_sentence(seed_copy: SeedCopy) -> None:
    run_sscb("--seed", seed_copy.folder, "gaps")  # so that all that it takes is imported
    inner = seed_copy.folder / "inner"
    inner.mkdir()
    for forbidden, typed in ((seed_copy.folder, seed_copy.folder), (seed_copy.folder, inner)):
        forbidden.chmod(0o000)
        with _as_nobody():
            ran = run_sscb("--seed", typed, "gaps")
        forbidden.chmod(0o700)
        assert (ran.code, ran.out) == (5, "")
        assert ran.err.startswith("Error: The system refuses ")
        assert ran.err.endswith(": permission denied.\n")


@POSIX
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["trace", "qap\udc80", "22"], "No report in the plan is called 'qap\\udc80'."),
        (["diagram", "trace", "qap\udc80", "22"], "No report in the plan is called 'qap\\udc80'."),
        (["about", "\udc80"], "No body in the plan is called '\\udc80'."),
        (["questions", "run", "\udc80"], "There is no question '\\udc80'."),
        (["\udc80"], "No such command '\\udc80'."),
        (["gaps", "--plan", "\udc80"], "'\\udc80' does not do for --plan: it is not UTF-8."),
        (["unload", "\udc80"], "'\\udc80' does not do for PLAN: it is not UTF-8."),
        (["cypher", "-", "-p", "x=\udc80"], "'x=\\udc80' does not do for -p: it is not UTF-8."),
    ],
    ids=lambda value: " ".join(value).encode("unicode_escape").decode() if isinstance(value, list) else "",
)
def test_bytes_that_are_no_text_are_refused_and_shown(arguments: list[str], sentence: str) -> None:
    for run in (run_sscb, run_process):
        ran = run(*arguments, env=NO_SERVER)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"Error: {sentence}")


@POSIX
@pytest.mark.parametrize("name", ["q\udcff", "\x1b[31m", "a\nb", " ", "\u202eplan", "$(id)", "\ufeff", "é" * 100, "1"])
def test_a_plan_can_be_made_in_a_folder_of_any_name_and_asked(name: str, tmp_path: Path) -> None:
    made = run_sscb("init", name, cwd=tmp_path)
    assert made.code == 0
    assert run_sscb("--seed", name, "check", cwd=tmp_path).code == 0
    assert run_sscb("--seed", name, "export", "cypher", "-o", "x.cypher", cwd=tmp_path).code == 0
    suggested = shlex.split(made.err.splitlines()[-1].removeprefix("Next: "))
    assert suggested[:2] + suggested[3:] == ["sscb", "--seed", "check"]


@POSIX
def test_a_file_whose_name_is_no_text_is_a_fault(seed_copy: SeedCopy) -> None:
    (seed_copy.folder / "\udcff.csv").touch()
    ran = run_sscb("--seed", seed_copy.folder, "gaps")
    assert ran.code == 3
    assert "\n  \\udcff.csv: is not a file of a plan" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        [f"neo4j://neo4j:{SECRET}@host", "gaps"],
        ["gaps", f"neo4j://neo4j:{SECRET}@host"],
        ["--plan", f"neo4j+s://neo4j:{SECRET}@host", "gaps"],
        ["about", f"bolt://neo4j:{SECRET}@host"],
        ["gaps", "--format", f"neo4j://neo4j:{SECRET}@host"],
        ["--seed", f"neo4j://neo4j:{SECRET}@host", "gaps"],
        ["--store", f"neo4j://neo4j:{SECRET}@host", "gaps"],
    ],
    ids=" ".join,
)
def test_an_address_in_a_wrong_place_does_not_show_its_login(arguments: list[str]) -> None:
    ran = run_sscb(*arguments)
    assert ran.code in {2, 3}
    assert ":/..." in ran.err.replace("://", ":/")
    assert "Se/" not in ran.err
    assert "cret" not in ran.err


def test_the_word_of_a_report_is_shown_without_control_characters() -> None:
    ran = run_sscb("trace", "\x1b[31m", "--nosuch")
    assert ran.code == 2
    assert "See 'sscb trace \\x1b[31m --help'." in ran.err


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no device without an end")
def test_a_query_has_an_end() -> None:
    ran = run_sscb("cypher", "/dev/zero", env=NO_SERVER)
    assert ran.code == 2
    assert "holds more than 1,000,000 characters" in ran.err


@pytest.mark.parametrize("store", ["neo4j://a..b", f"bolt://{'x' * 300}", "neo4j://\u00fc\u3002\u3002b"])
def test_a_host_that_no_name_service_takes_is_unknown(store: str) -> None:
    ran = run_sscb("--store", store, "gaps", env=NO_SERVER)
    assert (ran.code, ran.out) == (4, "")
    assert "(its name is not known)" in ran.err


@POSIX
def test_a_line_break_in_the_name_of_a_folder_begins_no_line_of_a_script(seed_copy: SeedCopy) -> None:
    folder = seed_copy.folder.rename(seed_copy.folder.with_name("x\nMATCH (n) DETACH DELETE n;\n"))
    ran = run_sscb("--seed", folder, "export", "cypher", "-o", "x.cypher", cwd=folder.parent)
    assert ran.code == 0
    written = (folder.parent / "x.cypher").read_text(encoding="utf-8")
    assert "MATCH (n) DETACH" in written
    assert not any(line.lstrip().startswith("MATCH (n) DETACH") for line in written.splitlines())
