"""Values as text, alike in every format."""

from __future__ import annotations

from typing import Any


def as_text(value: Any, *, blank: str = "", mark: str = "; ") -> str:
    """A cell as text: the items of a list joined by ``mark``, a truth as yes or no, and ``blank`` for no value.

    >>> as_text(["2.4", "2.6"]), as_text(True), as_text(None, blank="-")
    ('2.4; 2.6', 'yes', '-')
    """
    if isinstance(value, str):  # first, since most cells are texts
        return value or blank
    if value is None or value == []:
        return blank
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return mark.join([as_text(item) for item in value])
    if isinstance(value, dict):
        return mark.join(f"{key}: {as_text(item)}" for key, item in value.items())
    return str(value)
