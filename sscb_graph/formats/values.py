"""How a value is written as text, the same in every form."""

from __future__ import annotations

from typing import Any


def as_text(value: Any, *, blank: str = "", mark: str = "; ") -> str:
    """A cell: lists joined, yes or no for a truth, ``blank`` for what is unknown or empty."""
    if value is None or value in ([], ""):
        return blank
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return mark.join(as_text(one) for one in value)
    if isinstance(value, dict):
        return mark.join(f"{key}: {as_text(one)}" for key, one in value.items())
    return str(value)


def words(column: str) -> str:
    """A column's name as a person reads it."""
    return column.replace("_", " ")
