"""Everything that the README prints is run, and it names every command."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from sscb_graph.cli.rehearse import PROPOSAL
from tests.cli.named_files import provide_files
from tests.cli.tree import COMMANDS
from tests.conftest import NO_SERVER, ROOT, Ran, SeedCopy, run_sscb, speaks_to_neo4j

README = (ROOT / "README.md").read_text(encoding="utf-8")
#: The page for those who share a plan through a server.
SHARED = (ROOT / "docs" / "neo4j.md").read_text(encoding="utf-8")
PAGES = README + SHARED
CONSOLES = re.findall(r"```console\n\$ sscb (.+)\n((?:.*\n)*?)```", README)


def like(printed: str) -> re.Pattern[str]:
    """What is printed, as a pattern: a line of three dots stands for any lines."""
    lines = [r"(?:.*\n)*?" if line == "..." else re.escape(line) + r"\n" for line in printed.splitlines()]
    return re.compile("".join(lines))


@pytest.mark.parametrize(("command", "printed"), CONSOLES, ids=[command for command, _ in CONSOLES])
def test_what_the_readme_prints_is_what_the_tool_prints(command: str, printed: str, seed_copy: SeedCopy) -> None:
    seed_copy.edit("leads.csv", "lead-p1-1.2-scrg", body="scrgg")
    seed_copy.folder.rename(seed_copy.folder.parent / "damaged")
    ran = run_sscb(*shlex.split(command), cwd=seed_copy.folder.parent)
    assert like(printed).fullmatch(ran.out + ran.err), ran.out + ran.err


def test_the_readme_prints_something() -> None:
    assert len(CONSOLES) >= 3


#: Commands for the plan of another partnership.
ELSEWHERE = {"trace cqc 1"}


@pytest.mark.parametrize("command", sorted({*re.findall(r"`sscb ([^`]+)`", PAGES)} - ELSEWHERE))
def test_every_command_of_the_readme_runs(command: str, sscb: Callable[..., Ran], tmp_path: Path) -> None:
    provide_files(tmp_path, shlex.split(command))
    yes = ["--yes"] if command.startswith("unload") else []
    ran = run_sscb(*shlex.split(command), *yes, cwd=tmp_path, env=NO_SERVER)
    assert ran.code in ({4} if speaks_to_neo4j(shlex.split(command)) else {0, 1}), ran.err
    assert "Traceback" not in ran.err


def test_the_commands_that_correct_the_data_run(tmp_path: Path) -> None:
    block = re.search(r"```sh\n(sscb init .+\n)(sscb --seed .+\n)```", README)
    assert block
    for line in block.groups():
        ran = run_sscb(*shlex.split(line)[1:], cwd=tmp_path)
        assert ran.code == 0, ran.err


@pytest.mark.parametrize(
    "path", [path for path in COMMANDS if path != ("export",) and path[-1] != PROPOSAL], ids=" ".join
)
def test_the_readme_or_the_page_on_sharing_names_every_command(path: tuple[str, ...]) -> None:
    assert f"sscb {' '.join(path)}" in PAGES


def test_the_changelog_and_licence_are_there() -> None:
    assert "Open Government Licence" in README
    for name in ("CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"):
        assert (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("code", re.findall(r"```python\n(.*?)```", README, re.DOTALL))
def test_the_python_of_the_readme_runs(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - our own page
    assert "'2.11 & 3.2'" in capsys.readouterr().out
