"""The one place that knows where the shipped files are: in a wheel, an editable install or a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / "data" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def seed_folder() -> Path:
    """The shipped plan."""
    return _folder("seed")


def questions_folder() -> Path:
    """The .cypher files of the questions."""
    return _folder("cypher") / "questions"


def schema_folder() -> Path:
    """The .cypher files of constraints and indexes."""
    return _folder("cypher") / "schema"
