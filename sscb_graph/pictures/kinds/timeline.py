"""When actions are due, quarter by quarter, and how far they are."""

from __future__ import annotations

from collections.abc import Sequence

from sscb_graph.model.basis import STATED
from sscb_graph.model.dates import in_words
from sscb_graph.pictures.parts.action_box import status_words
from sscb_graph.pictures.parts.cautions import add_cautions
from sscb_graph.pictures.picture import Grid, KeyEntry, Mark, Picture
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.questions.rows import Row
from sscb_graph.questions.silence import STATUS
from sscb_graph.text import many

_QUARTERS = ("January to March", "April to June", "July to September", "October to December")
_UNDATED = ""
#: What stands in the place of a status that has ended.
_ENDED = "STATUS ENDED"


def compose(data: PictureData) -> Picture:
    """The actions of each priority in the quarters of their dates: each in all of them."""
    actions = data.actions.values()
    quarters = sorted({quarter for row in actions for quarter in _quarters(row)}, key=lambda one: (one == "", one))
    rows = tuple(
        (
            Mark(f"Priority {row['priority']}", f"Priority {row['priority']}: {row['title']}"),
            tuple(_marks(data, row["priority"], quarter) for quarter in quarters),
        )
        for row in data.rows("priorities")
    )
    columns = tuple(Mark(_title(quarter), _title(quarter)) for quarter in quarters)
    picture = Picture(
        "timeline",
        "When actions are due, and how far they are",
        _point(data, list(actions)),
        grid=Grid("Priority", columns, rows, 32) if actions else None,
        key=(
            KeyEntry(_blank_status(data), "2.4"),
            KeyEntry("its status", "2.4 COMPLETED"),
            *(
                [KeyEntry("its status has ended, and no other is known", f"2.4 {_ENDED}")]
                if any(_has_ended(data, row) for row in actions)
                else []
            ),
            KeyEntry("the action has more than one date", "2.4 *"),
        ),
        notes=("Quarters are those of the calendar year.",),
    )
    return add_cautions(data, picture, data.actions)


def _point(data: PictureData, actions: Sequence[Row]) -> str:
    """How many actions there are, and of how many no status or no date is known."""
    blank = sum(not row["status"] for row in actions)
    undated = sum(not row["due"] for row in actions)
    count = many(len(actions), "action")
    if data.filtered:
        return f"{count}; no status for {blank} in the facts that are drawn, and no date for {undated}."
    ended = sum(_has_ended(data, row) for row in actions)
    over = f", the status of {ended} has ended" if ended else ""
    return f"{count}; the plan gives no status for {blank - ended}{over} and no date for {undated}."


def _blank_status(data: PictureData) -> str:
    return "no status is drawn" if data.filtered else "the plan does not say how far the action is"


def _has_ended(data: PictureData, row: Row) -> bool:
    """Whether the status of an action has ended, and no other is known."""
    return bool(row[STATUS.ended_column]) and not row["status"] and not data.filtered


def _quarters(row: Row) -> list[str]:
    """The quarters of an action's dates, such as 2018-0 for January to March 2018; "" where it has none."""
    return [_quarter(day) for day in row["due"]] or [_UNDATED]


def _quarter(day: str) -> str:
    year, number, *_ = day.split("-")
    return f"{year}-{(int(number) - 1) // 3}"


def _title(quarter: str) -> str:
    if quarter == _UNDATED:
        return "No date stated"
    year, number = quarter.split("-")
    return f"{_QUARTERS[int(number)]} {year}"


def _marks(data: PictureData, priority: object, quarter: str) -> tuple[Mark, ...]:
    rows = data.actions.values()
    return tuple(_mark(data, row) for row in rows if row["priority"] == priority and quarter in _quarters(row))


def _mark(data: PictureData, row: Row) -> Mark:
    status = f" {row['status'].upper()}" if row["status"] else ""
    status = f" {_ENDED}" if _has_ended(data, row) else status
    basis = f" ({row['status_basis']})" if row["status"] and row["status_basis"] != STATED else ""
    several = " *" if len(row["due"]) > 1 else ""
    when = f"due {', '.join(in_words(day) for day in row['due'])}" if row["due"] else "no date stated"
    printed = f" (printed: {row['timescale']})" if row["timescale"] else ""
    title = f"action {row['action']}: {when}{printed}; {status_words(data, row)}; {row['text']} ({row['source']})"
    return Mark(f"{row['action']}{several}{status}{basis}", title)
