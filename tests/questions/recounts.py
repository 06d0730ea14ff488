"""What the figures of a headline may be, counted again for each question from the rows of its answer alone.

Nothing of the product is used here, so that a count that is wrong there is not wrong here too.
"""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

Row: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """An answer as JSON gives it: its rows and parameters, its heading, and another question on the same facts."""

    rows: list[Row]
    parameters: dict[str, Any]
    heading: str
    ask: Callable[..., list[Row]]


@dataclass
class Figures:
    """The figures that a headline must have, and those that it may have beside them."""

    must: set[int]
    may: set[int]


def figures(must: Iterable[int] = (), *may: Iterable[int]) -> Figures:
    found = Figures(set(must), {number for numbers in may for number in numbers})
    # A headline leaves out what there is none of.
    found.may |= {number for number in found.must if not number}
    found.must -= {0}
    return found


def distinct(rows: Iterable[Row], column: str) -> int:
    return len({row[column] for row in rows if row[column] is not None})


def each(rows: Iterable[Row], column: str) -> list[int]:
    """How many rows have each value of a column."""
    return list(Counter(row[column] for row in rows if row[column]).values())


def progress(rows: list[Row]) -> list[int]:
    """What may be said of some actions: how many have each status or none, and a last day or none."""
    statuses = Counter((row["status"] or "").lower() for row in rows)
    days = Counter(max(row["due"], key=last_day) if row["due"] else "" for row in rows)
    return [*statuses.values(), *days.values(), len(rows) - days[""]]


def last_day(date: str) -> str:
    """The last day that a day, month or year (ISO 8601) means."""
    if len(date) == 7:
        year, month = int(date[:4]), int(date[5:])
        return f"{date}-{calendar.monthrange(year, month)[1]:02}"
    return date if len(date) == 10 else f"{date}-12-31"


def in_words(date: str) -> str:
    """A day, month or year (ISO 8601) as people write it."""
    year, *rest = date.split("-")
    month = [calendar.month_name[int(part)] for part in rest[:1]]
    day = [str(int(part)) for part in rest[1:]]
    return " ".join([*day, *month, year])


def of_rows(asked: Asked) -> Figures:
    """The number of rows, and of rows on each basis."""
    return figures([len(asked.rows)], each(asked.rows, "basis"))


def names_only(_: Asked) -> Figures:
    return figures()


def about_body(asked: Asked) -> Figures:
    name = asked.heading.removeprefix("What the plan says of ")
    led = [row for row in asked.rows if row["aspect"] == "action"]
    below = [row for row in asked.rows if row["relation"] == "reports to" and row["object"] == name]
    by_basis = [number for rows in (led, below) for number in Counter(row["basis"] for row in rows).values()]
    return figures([len(led), len(below)], by_basis)


def action_chain(asked: Asked) -> Figures:
    """The numbers of the items that the action cites."""
    objects = [row["object"].rpartition(" ")[2] for row in asked.rows if row["relation"] == "addresses"]
    return figures((), [int(number) for number in objects if number.isdecimal()])


def actions(asked: Asked) -> Figures:
    """With all actions of the plan, of which those that meet conditions are some."""
    if not {*asked.parameters} - {"basis"}:
        return figures([len(asked.rows)], progress(asked.rows))
    return figures([len(asked.rows)], progress(asked.rows), days_counted(asked.rows), [len(asked.ask("actions"))])


def actions_by_recommendation(asked: Asked) -> Figures:
    others = asked.ask("responses-to-recommendation", recommendation=asked.parameters["recommendation"])
    return figures([len(asked.rows)], progress(asked.rows), [] if asked.rows else [len(others)])


def actions_of_body(asked: Asked) -> Figures:
    led = [row for row in asked.rows if row["relation"] == "leads"]
    return figures([len(led), len(asked.rows) - len(led)], progress(led))


def actions_of_priority(asked: Asked) -> Figures:
    return figures([len(asked.rows)], progress(asked.rows))


def bodies(asked: Asked) -> Figures:
    grouped = [row for row in asked.rows if row["group"]]
    return figures([len(asked.rows), len(grouped)], each(asked.rows, "standing"))


def bodies_without_action(asked: Asked) -> Figures:
    return figures([distinct(asked.rows, "body")])


def glossary(asked: Asked) -> Figures:
    never = [row for row in asked.rows if row["expansion"] is None or row["basis"] != "stated"]
    ours = [row for row in never if row["expansion"] or (row["body"] and row["body"] != row["abbreviation"])]
    return figures([len(asked.rows), len(asked.rows) - len(never), len(never)], [len(ours)])


def documents(asked: Asked) -> Figures:
    return figures([len(asked.rows), *each(asked.rows, "kind")], each(asked.rows, "basis"))


def links(asked: Asked) -> Figures:
    doubtful = sum(row["doubt"] is not None for row in asked.rows)
    return figures([len(asked.rows), *each(asked.rows, "relation"), doubtful], each(asked.rows, "basis"))


def objectives(asked: Asked) -> Figures:
    return figures(each(asked.rows, "kind"))


def search(asked: Asked) -> Figures:
    """Places of the plan, items of reports and what is ours, each counted, with the numbers of a few items."""
    topics = [row for row in asked.rows if row["words_by"] == "us" and row["kind"] == "Recommendation"]
    names = sum(row["words_by"] == "us" for row in asked.rows) - len(topics)
    printed = [sum(row["words_by"] == whose for row in asked.rows) for whose in ("the plan", "the report")]
    numbers = [row["item"].rpartition(" ")[2] for row in topics]
    return figures([*printed, len(topics), names], [int(number) for number in numbers if number.isdecimal()])


def totals(asked: Asked) -> Figures:
    """Figures of what is stated; where nothing is, how many counts there are."""
    stated = [row["number"] for row in asked.rows if row["basis"] == "stated"]
    return figures((), stated if stated else [len(asked.rows)], [0])


def citations(asked: Asked) -> Figures:
    must = []
    for basis in {row["basis"] for row in asked.rows}:
        found = [row for row in asked.rows if row["basis"] == basis]
        must += [len(found), distinct(found, "row_id"), distinct(found, "item_id")]
    return figures(must)


def decisions(asked: Asked) -> Figures:
    return figures([distinct(asked.rows, "body")], each(asked.rows, "standing"), each(asked.rows, "basis"))


def days_counted(rows: list[Row]) -> list[int]:
    return list(Counter(day for row in rows for day in row["counted"]).values())


def due_by(asked: Asked) -> Figures:
    return figures([len(asked.rows)], progress(asked.rows), days_counted(asked.rows))


def overdue(asked: Asked) -> Figures:
    """With those that fell due on the very day and are not completed, which are no rows."""
    day = asked.parameters["as_at"]
    fell = [
        row
        for row in asked.ask("actions")
        if day in map(last_day, row["due"]) and (row["status"] or "").lower() != "completed"
    ]
    return figures([len(asked.rows), len(fell)], progress(asked.rows), days_counted(asked.rows))


def gaps(asked: Asked) -> Figures:
    kinds = [] if "gap" in asked.parameters else [distinct(asked.rows, "gap")]
    return figures([len(asked.rows), *kinds])


def leads(asked: Asked) -> Figures:
    return figures([distinct(asked.rows, "lead_id"), distinct(asked.rows, "row_id")], each(asked.rows, "basis"))


def led_by(asked: Asked) -> Figures:
    alone = sum(row["share"] == "alone" for row in asked.rows)
    return figures([len(asked.rows), alone, len(asked.rows) - alone], progress(asked.rows))


def most_cited(asked: Asked) -> Figures:
    counts = [row["citations"] for row in asked.rows]
    return figures([max(counts, default=0), len(counts), counts.count(1)])


def names(asked: Asked) -> Figures:
    return figures([len(asked.rows), sum(len(row["names"]) for row in asked.rows)])


def relations(asked: Asked) -> Figures:
    return figures([len(asked.rows)], each(asked.rows, "relation"), each(asked.rows, "basis"))


def report_coverage(asked: Asked) -> Figures:
    cited = [row for row in asked.rows if row["actions"]]
    answered = [row for row in asked.rows if row["responses"] and not row["actions"]]
    return figures([len(asked.rows), len(cited), len(answered), len(asked.rows) - len(cited) - len(answered)])


def reports(asked: Asked) -> Figures:
    return figures([row["items"] for row in asked.rows])


def reports_to(asked: Asked) -> Figures:
    return figures([distinct(asked.rows, "body")], each(asked.rows, "basis"))


def serving(asked: Asked) -> Figures:
    return figures([distinct(asked.rows, "row_id"), distinct(asked.rows, "priority_id")])


def summary_by_lead(asked: Asked) -> Figures:
    led = [row for row in asked.rows if row["lead"]]
    return figures([len(led), sum(row["actions"] for row in asked.rows if not row["lead"])])


def summary_by_priority(asked: Asked) -> Figures:
    statuses = ("completed", "green", "amber", "red", "other", "blank")
    total = sum(row["actions"] for row in asked.rows)
    assert total == sum(row[status] for row in asked.rows for status in statuses)
    return figures([total, len(asked.rows), *(sum(row[status] for row in asked.rows) for status in statuses)])


#: Of every question, what counts its figures again.
RECOUNTS: dict[str, Callable[[Asked], Figures]] = {
    "about-body": about_body,
    "action-chain": action_chain,
    "actions": actions,
    "actions-by-recommendation": actions_by_recommendation,
    "actions-of-body": actions_of_body,
    "actions-of-priority": actions_of_priority,
    "bodies": bodies,
    "bodies-without-action": bodies_without_action,
    "chairs": names_only,
    "citations": citations,
    "decisions": decisions,
    "documents": documents,
    "due-by": due_by,
    "events": of_rows,
    "gaps": gaps,
    "glossary": glossary,
    "leads": leads,
    "led-by": led_by,
    "line-to-board": names_only,
    "links": links,
    "membership": names_only,
    "most-cited": most_cited,
    "names": names,
    "notes-on": of_rows,
    "objectives": objectives,
    "overdue": overdue,
    "path": of_rows,
    "plan": names_only,
    "priorities": of_rows,
    "relations": relations,
    "replaced-or-renamed": names_only,
    "report-coverage": report_coverage,
    "reports": reports,
    "reports-to": reports_to,
    "reports-to-all-levels": reports_to,
    "responses-to-recommendation": of_rows,
    "search": search,
    "serving": serving,
    "statutory": of_rows,
    "summary-by-lead": summary_by_lead,
    "summary-by-priority": summary_by_priority,
    "totals": totals,
    "under-review": of_rows,
    "who-leads": names_only,
}
