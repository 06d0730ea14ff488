"""When actions are due, quarter by quarter, with the status that the plan gives."""

from __future__ import annotations

from sscb_graph.questions.answer import Row
from sscb_graph.render.diagrams.kinds.bodies import Ask, month
from sscb_graph.render.diagrams.kinds.cautions import with_cautions
from sscb_graph.render.diagrams.picture import Grid, Mark, Picture, Sign

_QUARTERS = ("January to March", "April to June", "July to September", "October to December")
_UNDATED = ""


def draw(ask: Ask) -> Picture:
    """The actions of each priority in the quarters of their dates; one with several dates stands in each of them."""
    actions = ask("actions").rows
    priorities = ask("summary-by-priority").rows
    quarters = sorted({_quarter(day) for row in actions for day in row["due"]})
    undated = [_UNDATED] if any(not row["due"] for row in actions) else []
    columns = [*(Mark(_title(quarter), _title(quarter)) for quarter in quarters)]
    columns += [Mark("No date stated", "No date stated") for _ in undated]
    rows = tuple(
        (
            Mark(f"Priority {row['priority']}", f"Priority {row['priority']}: {row['title']}"),
            tuple(_marks(actions, row["priority"], quarter) for quarter in (*quarters, *undated)),
        )
        for row in priorities
    )
    blank = sum(not row["status"] for row in actions)
    without = sum(not row["due"] for row in actions)
    picture = Picture(
        "timeline",
        "When actions are due, and how far they are",
        f"{len(actions)} actions; the plan gives no status for {blank} and no date for {without}.",
        grid=Grid("Priority", tuple(columns), rows, 32) if actions else None,
        key=(
            Sign("words:2.4", "the plan does not say how far the action is"),
            Sign("words:2.4 COMPLETED", "the status that the plan gives"),
            Sign("words:2.4 *", "the action has more than one date"),
        ),
        notes=("Quarters are those of the calendar year; a month without a day counts by its last day.",),
    )
    return with_cautions(ask, picture, (row["row_id"] for row in actions))


def _quarter(day: str) -> str:
    year, number, *_ = day.split("-")
    return f"{year}-{(int(number) - 1) // 3}"


def _title(quarter: str) -> str:
    year, number = quarter.split("-")
    return f"{_QUARTERS[int(number)]} {year}"


def _marks(actions: list[Row], priority: str, quarter: str) -> tuple[Mark, ...]:
    found = []
    for row in actions:
        within = {_quarter(day) for day in row["due"]} or {_UNDATED}
        if row["priority"] == priority and quarter in within:
            found.append(_mark(row))
    return tuple(found)


def _mark(row: Row) -> Mark:
    status = f" {row['status'].upper()}" if row["status"] else ""
    several = " *" if len(row["due"]) > 1 else ""
    basis = f" ({row['status_basis']})" if row["status"] and row["status_basis"] != "stated" else ""
    when = f"due {', '.join(month(day) for day in row['due'])}" if row["due"] else "no date stated"
    printed = f" (printed: {row['timescale']})" if row["timescale"] else ""
    said = f"{row['status']} ({row['status_basis']})" if row["status"] else "status not stated"
    title = f"action {row['action']}: {when}{printed}; {said}; {row['text']} ({row['source']})"
    return Mark(f"{row['action']}{several}{status}{basis}", title)
