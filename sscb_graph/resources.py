"""Where the shipped files are, whether in a wheel, an editable install or a checkout; nothing else knows."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    # A wheel has the files inside the package; a checkout has them beside it.
    inside = _PACKAGE / "data" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def seed_folder() -> Path:
    """The folder of the shipped plan."""
    return _folder("seed")


def questions_folder() -> Path:
    """The folder of the questions' .cypher files."""
    return _folder("cypher") / "questions"


def schema_folder() -> Path:
    """The folder of the .cypher files that define constraints and indexes."""
    return _folder("cypher") / "schema"
