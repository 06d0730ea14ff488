"""When actions are due, quarter by quarter, with the status that the plan gives."""

from __future__ import annotations

from collections.abc import Iterable

from sscb_graph.model.dates import in_words
from sscb_graph.pictures.parts.cautions import add_cautions
from sscb_graph.pictures.picture import Grid, KeyEntry, Mark, Picture
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.questions.rows import Row
from sscb_graph.text import many

_QUARTERS = ("January to March", "April to June", "July to September", "October to December")
_UNDATED = ""


def compose(data: PictureData) -> Picture:
    """The actions of each priority in the quarters of their dates: each in all of them."""
    actions = data.actions.values()
    quarters = sorted({quarter for row in actions for quarter in _quarters(row)}, key=lambda one: (one == "", one))
    rows = tuple(
        (
            Mark(f"Priority {row['priority']}", f"Priority {row['priority']}: {row['title']}"),
            tuple(_marks(actions, row["priority"], quarter) for quarter in quarters),
        )
        for row in data.rows("priorities")
    )
    columns = tuple(Mark(_title(quarter), _title(quarter)) for quarter in quarters)
    blank = sum(not row["status"] for row in actions)
    without = sum(not row["due"] for row in actions)
    picture = Picture(
        "timeline",
        "When actions are due, and how far they are",
        f"{many(len(actions), 'action')}; the plan gives no status for {blank} and no date for {without}.",
        grid=Grid("Priority", columns, rows, 32) if actions else None,
        key=(
            KeyEntry("the plan does not say how far the action is", "2.4"),
            KeyEntry("the status that the plan gives", "2.4 COMPLETED"),
            KeyEntry("the action has more than one date", "2.4 *"),
        ),
        notes=("Quarters are those of the calendar year.",),
    )
    return add_cautions(data, picture, data.actions)


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


def _marks(actions: Iterable[Row], priority: object, quarter: str) -> tuple[Mark, ...]:
    return tuple(_mark(row) for row in actions if row["priority"] == priority and quarter in _quarters(row))


def _mark(row: Row) -> Mark:
    status = f" {row['status'].upper()}" if row["status"] else ""
    basis = f" ({row['status_basis']})" if row["status"] and row["status_basis"] != "stated" else ""
    several = " *" if len(row["due"]) > 1 else ""
    when = f"due {', '.join(in_words(day) for day in row['due'])}" if row["due"] else "no date stated"
    printed = f" (printed: {row['timescale']})" if row["timescale"] else ""
    status_words = f"{row['status']} ({row['status_basis']})" if row["status"] else "status not stated"
    title = f"action {row['action']}: {when}{printed}; {status_words}; {row['text']} ({row['source']})"
    return Mark(f"{row['action']}{several}{status}{basis}", title)
