"""An action on a brief page: cell by cell, from the rows of the question that tells everything about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sscb_graph.model.basis import BASES, MEANINGS, STATED, marked
from sscb_graph.model.vocabulary import words_of
from sscb_graph.questions.brief import Brief
from sscb_graph.questions.columns import Group, Text
from sscb_graph.questions.headlines import items_listed
from sscb_graph.questions.rows import Row, rows_by_action
from sscb_graph.text import shortened

#: What a brief page says of an action: a heading, the type of the facts that say it, and their end that is named.
_SAID = (
    ("led by", "LEADS", "subject"),
    ("serves", "SERVES", "object"),
    ("cites", "ADDRESSES", "object"),
    ("responds to", "RESPONDS_TO", "object"),
    ("depends on", "DEPENDS_ON", "object"),
    ("links to", "LINKS_TO", "object"),
    ("names action", "CITES", "object"),
    ("outcome of", "SHARES_OUTCOME_OF", "object"),
)
#: The headings of the action's own cells; its due dates are in its timescale, in the plan's own words.
_OWN = {"action": "what", "outcome": "outcome", "timescale": "timescale"}
#: How much of an action's words and outcome is shown.
_LONGEST = 200


def chain_brief(rows: Sequence[Row], names: Mapping[str, str]) -> Brief:
    """What each action is, the lines of those who lead it, and what hangs on it.

    ``names`` holds what tells apart the actions that share a number, by their ids.
    """
    by_action = rows_by_action(rows)
    columns = (*([Group("row")] if len(by_action) > 1 else []), Text("cell"), Text("says", "what it says"))
    told = [
        {"row": names[own[0]["row_id"]], "cell": cell, "says": says}
        for own in by_action
        for cell, says in _cells(own)
        if says
    ]
    return Brief(columns, told, _weaker(rows))


def own_ends(rows: Sequence[Row], kind: str, end: str) -> list[str]:
    """The names at an end of the action's own facts of a type, each with its basis where it is weaker than stated."""
    own = (row for row in rows if (row["relation"], row["level"], row["direction"]) == (words_of(kind), 1, "above"))
    return [marked(row[end], row["basis"]) for row in own]


def _cells(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """What a brief page says of an action, heading by heading; blank for what is not known."""
    for row in rows:
        if row["direction"] == "itself" and row["relation"] in _OWN:
            yield _OWN[row["relation"]], shortened(row["object"], _LONGEST)
    for heading, kind, end in _SAID:
        yield heading, items_listed(own_ends(rows, kind, end))
    lines = [row for row in rows if row["relation"] == words_of("REPORTS_TO")]
    yield "lines above", "; ".join(marked(f"{row['subject']} to {row['object']}", row["basis"]) for row in lines)
    below = [row for row in rows if row["direction"] == "below"]
    yield "hangs on it", "; ".join(marked(f"{row['subject']} {row['relation']} it", row["basis"]) for row in below)
    yield "names", "; ".join(dict.fromkeys(row["subject"] for row in rows if row["direction"] == "names"))


def _weaker(rows: Sequence[Row]) -> list[str]:
    """What the bases mean that mark some of the cells."""
    found = {row["basis"] for row in rows}
    return [f"{basis.capitalize()}: {MEANINGS[basis]}." for basis in BASES if basis in found and basis != STATED]
