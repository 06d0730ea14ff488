"""The files that commands name in helps and pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.conftest import run_sscb


def provide_files(folder: Path, command: Sequence[str]) -> None:
    """Makes the files and folders in a folder that a command reads there, where they are not there yet."""
    (folder / "query.cypher").write_text("RETURN 1 AS one", encoding="utf-8")
    (folder / "board.yaml").write_text("questions:\n  - gaps\n", encoding="utf-8")
    if "--template" in command and not (folder / "board.docx").exists():
        run_sscb("gaps", "-o", folder / "board.docx")
    if command[0] == "upgrade":
        run_sscb("init", folder / command[1])
    for word in command:
        if word.startswith("my-plan") and command[0] != "init" and not (folder / word).exists():
            run_sscb("init", folder / word, "--example", "surrey")
    if command[:2] != ["rehearse", "new"]:
        for word in command:
            if word.endswith("proposal.csv") and not (folder / word).exists():
                run_sscb("rehearse", "new", folder / word, "--example", "partnership-2019")
