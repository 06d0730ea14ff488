"""The values of a property as people read them."""

from __future__ import annotations

from typing import Any

from sscb_graph.changes.difference import Values
from sscb_graph.model.dates import in_words, is_date
from sscb_graph.text import listed


def property_words(values: Values) -> tuple[str | None, str | None]:
    """A property before and after, in words; None where the thing does not have it."""
    before, after = values
    return _words(before), _words(after)


def _words(value: Any) -> str | None:
    if value is None or value == []:
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return listed([str(_words(each)) for each in value])
    return in_words(value) if isinstance(value, str) and len(value) > 4 and is_date(value) else str(value)
