"""What a page shows of an answer before more is asked for: the columns and rows that people want first."""

from __future__ import annotations

from collections.abc import Sequence

from sscb_graph.graph.nodes import BY_US
from sscb_graph.questions.columns import (
    ACTION_FACTS,
    BRIEF_ACTION,
    PRIORITY,
    Column,
    Columns,
    Id,
    Place,
    Topic,
    What,
    has_all,
    names,
)
from sscb_graph.questions.rows import Row


class Brief:
    """The table of a brief page: its columns, its rows, and the sentences that belong under it.

    Rows may be those of the answer, or fewer that count them; every row has a cell for each column. The sentences say
    what changes the answer or is known only by reasoning, and nothing that is not in the whole answer.
    """

    __slots__ = ("columns", "remarks", "rows")

    def __init__(self, columns: Columns, rows: Sequence[Row], remarks: Sequence[str] = ()) -> None:
        self.columns = columns
        self.rows = list(rows)
        self.remarks = tuple(remarks)


def brief_of(columns: Columns, rows: Sequence[Row]) -> Brief:
    """The usual brief table of an answer: what people first want to know of actions, else the columns of its table."""
    if has_all(columns, ACTION_FACTS):
        own = [column for column in columns if _leads_a_brief(column)]
        return Brief((*own, *BRIEF_ACTION), rows)
    shown = [column for column in columns if column.place in {Place.TABLE, Place.GROUP} and not isinstance(column, Id)]
    return Brief(tuple(column for column in shown if column.name != PRIORITY.name or len(shown) <= 3), rows)


def topic_in_short(rows: Sequence[Row]) -> Column:
    """The column that says what items of reports are about: on a single line where its heading tells whose words."""
    if all(row["topic_by"] == BY_US for row in rows):
        return What("topic", "what, in our words")
    return Topic("topic", "what", Place.TABLE)


def _leads_a_brief(column: Column) -> bool:
    """Whether a column that a question has beside those of all actions stands before them."""
    return column.place in {Place.TABLE, Place.GROUP} and column.name not in names(ACTION_FACTS)
