"""Where the shipped files are, whether in a wheel, an editable install or a checkout; nothing else knows."""

from __future__ import annotations

from pathlib import Path

from sscb_graph.errors import BrokenInstallation

_PACKAGE = Path(__file__).resolve().parent

#: How answers, scripts and load records name the plan that comes with the package.
SHIPPED = "the plan shipped with sscb-graph"


def _folder(name: str) -> Path:
    """A folder of shipped files; raises BrokenInstallation where it is missing."""
    for folder in (_PACKAGE / "data" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise BrokenInstallation(f"the folder {name} is missing")


def seed_folder() -> Path:
    """The folder of the shipped plan."""
    return _folder("seed")


def questions_folder() -> Path:
    """The folder of the questions' .cypher files."""
    return _folder("cypher") / "questions"


def schema_folder() -> Path:
    """The folder of the .cypher files that define constraints and indexes."""
    return _folder("cypher") / "schema"


def proposal_file(name: str) -> bytes:
    """The bytes of a worked example of a proposal; raises BrokenInstallation where it is missing."""
    try:
        return (seed_folder() / "proposals" / f"{name}.csv").read_bytes()
    except OSError:
        raise BrokenInstallation(f"the worked example {name} is missing") from None
