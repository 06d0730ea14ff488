"""How each answer is laid out as a table: what is grouped, what only programs need, what stands below the table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Layout:
    """The shape of the table of an answer."""

    #: Columns whose values head a part of the table, instead of standing in every row.
    group: tuple[str, ...] = ()
    #: Columns that only the other formats show, since the table says the same in another way.
    hidden: tuple[str, ...] = ()
    #: Columns of sentences that stand in the table all the same.
    inline: tuple[str, ...] = ()


_DEFAULT = Layout()
_ACTIONS = Layout(hidden=("row_id",))
_LAYOUTS: dict[str, Layout] = {
    "about-body": Layout(group=("aspect",)),
    "action-chain": Layout(group=("action", "row_id", "direction")),
    "actions-by-recommendation": _ACTIONS,
    "actions-of-body": _ACTIONS,
    "check": Layout(group=("severity", "check"), hidden=("item",), inline=("text",)),
    "due-by": Layout(hidden=("row_id", "due", "timescale")),
    "gaps": Layout(group=("gap",), hidden=("id", "basis"), inline=("title",)),
    "led-by": Layout(hidden=("row_id", "leads")),
    "most-cited": Layout(inline=("title",), hidden=("recommendation", "basis")),
    "overdue": Layout(hidden=("row_id", "due", "timescale")),
    "questions": Layout(hidden=("columns",)),
    "responses-to-peer": Layout(hidden=("responder_id", "text")),
    "path": Layout(hidden=("reaches_id",)),
    "search": Layout(hidden=("id",)),
    "summary-by-priority": Layout(inline=("title",)),
}

#: Columns of sentences, which would be narrow towers in a table: they stand below it, under these headings.
BELOW = {"text": "What it says", "title": "What it says", "source": "Where it is written", "reason": "Why"}
#: Columns that another column or list already shows.
SHOWN_ELSEWHERE = ("leads_basis", "status_basis", "confirmed_by", "confirmed_on")
#: Columns whose lists stand one value below the other.
STACKED = frozenset({"due", "counted", "leads", "jointly_with", "names", "reports_to_it"})
#: Headings that are not the column's own name.
HEADINGS = {"priority": "prio", "review_on": "review", "jointly_with": "jointly with"}


def layout(question: str) -> Layout:
    """The layout of a question's answer; of one that has none of its own, the usual one."""
    return _LAYOUTS.get(question, _DEFAULT)
