"""The cells of an answer as people read them: dates in words, and what is weaker than stated marked where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sscb_graph.formats.values import as_text
from sscb_graph.graph.nodes import mark_topic
from sscb_graph.model.basis import STATED, marked
from sscb_graph.model.dates import in_words
from sscb_graph.questions.columns import (
    CheckName,
    Column,
    Date,
    Dates,
    FindingName,
    KindOfRow,
    Parameters,
    Topic,
    bases_column,
    basis_column,
)
from sscb_graph.questions.kinds import words_of_kind
from sscb_graph.questions.rows import Row

BLANK = "-"


def is_empty(value: Any) -> bool:
    """Whether a cell holds nothing, or counts nothing."""
    return value in (None, [], "") or (value == 0 and value is not False)


def cell_text(
    column: Column,
    row: Row,
    *,
    blank: str = "",
    mark: str | None = None,
    short: Mapping[str, str] | None = None,
    short_dates: bool = True,
) -> str:
    """A cell as people read it.

    ``blank`` stands for no value, ``mark`` separates the items of a list (by default that of the column), ``short``
    holds shorter names by name, and ``short_dates`` shortens the names of months. What rests on a fact weaker than
    stated has its basis in brackets.
    """
    value = row[column.name]
    if isinstance(column, Parameters):
        return "\n".join(f"{each['name']}={each['example']}" for each in value) or blank
    if isinstance(column, KindOfRow):
        words = words_of_kind(value)
        return f"{words} [{value}]" if isinstance(column, CheckName) else words
    if isinstance(column, FindingName):
        # The check that found it heads the part, so that only what it found is left to say.
        return str(value).partition("/")[2]
    if is_empty(value) and column.BLANK:
        return column.BLANK
    if isinstance(value, list):
        items = [_words(column, as_text(item), short or {}, short_dates=short_dates) for item in value]
        return marked_list(items, item_bases(column, row), column.MARK if mark is None else mark) or blank
    if isinstance(value, str):
        text = _words(column, value, short or {}, short_dates=short_dates)
    else:
        text = as_text(value, blank=blank)
    text = mark_topic(text, row["topic_by"]) if isinstance(column, Topic) else text
    return marked(text, row.get(basis_column(column.name))) or blank


def item_bases(column: Column, row: Row) -> list[str | None]:
    """The basis of each item of a list: of its own fact, or else of the weakest among them."""
    weakest = row.get(basis_column(column.name))
    return row.get(bases_column(column.name)) or [weakest] * len(row[column.name])


def marked_list(items: Sequence[str], bases: Sequence[str | None], mark: str) -> str:
    """Items joined by ``mark``, each with its basis unless it is stated; with the basis once where all share it.

    >>> marked_list(["QA&P", "SSCB"], ["inherited", "inherited"], "; ")
    'QA&P; SSCB (all inherited)'
    """
    if len(items) > 1 and len(set(bases)) == 1 and bases[0] not in {None, STATED}:
        return f"{mark.join(items)} (all {bases[0]})"
    return mark.join(marked(item, basis) for item, basis in zip(items, bases, strict=True))


def _words(column: Column, text: str, short: Mapping[str, str], *, short_dates: bool) -> str:
    if isinstance(column, Date | Dates):
        return in_words(text, short=short_dates)
    return short.get(text, text) if column.SHORTENED else text
