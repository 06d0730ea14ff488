"""What the figures of a headline may be, counted again for each question from the rows of its answer alone."""

from __future__ import annotations

from collections.abc import Callable

from tests.questions.counting import Asked, Figures, days_counted, distinct, each, figures, items, last_day, progress


def of_rows(asked: Asked) -> Figures:
    """The number of rows, and of rows on each basis."""
    return figures([len(asked.rows)], each(asked.rows, "basis"))


def names_only(_: Asked) -> Figures:
    return figures()


def about_body(asked: Asked) -> Figures:
    name = asked.heading.removeprefix("What the plan says of ")
    led = [row for row in asked.rows if row["aspect"] == "action"]
    below = [row for row in asked.rows if row["relation"] == "reports to" and row["object"] == name]
    return figures([len(led), len(below)], each(led, "basis"), each(below, "basis"))


def action_chain(asked: Asked) -> Figures:
    """The numbers of the items that the action cites."""
    return figures((), items(row["object"] for row in asked.rows if row["relation"] == "addresses"))


def actions(asked: Asked) -> Figures:
    """With the number of all actions, of which conditions choose some."""
    chosen = any(value for name, value in asked.parameters.items() if name != "basis")
    every = [len(asked.ask_all("actions"))] if chosen else []
    return figures([len(asked.rows)], progress(asked.rows), days_counted(asked.rows), every)


def actions_of_priority(asked: Asked) -> Figures:
    return figures([len(asked.rows)], progress(asked.rows), {row["priority"] for row in asked.rows})


def actions_by_recommendation(asked: Asked) -> Figures:
    others = asked.ask("responses-to-recommendation", recommendation=asked.parameters["recommendation"])
    return figures([len(asked.rows)], progress(asked.rows), [] if asked.rows else [len(others)])


def actions_of_body(asked: Asked) -> Figures:
    led = [row for row in asked.rows if row["relation"] == "leads"]
    return figures([len(led), len(asked.rows) - len(led)], progress(led))


def bodies(asked: Asked) -> Figures:
    grouped = [row for row in asked.rows if row["group"]]
    standing = [*each(asked.rows, "standing"), *each(asked.rows, "standing_basis"), *each(asked.rows, "under_review")]
    return figures([len(asked.rows), len(grouped)], standing)


def bodies_without_action(asked: Asked) -> Figures:
    return figures([distinct(asked.rows, "body")])


def path(asked: Asked) -> Figures:
    """How many steps there are; a single one is told in words."""
    return of_rows(asked) if len(asked.rows) > 1 else figures()


def glossary(asked: Asked) -> Figures:
    if asked.parameters.get("word"):
        return figures()
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
    """Places of the plan, items of reports, changes and what is ours, each counted, with the numbers of a few items."""
    topics = [row for row in asked.rows if row["words_by"] == "us" and row["kind"] == "Recommendation"]
    names = sum(row["words_by"] == "us" for row in asked.rows) - len(topics)
    printed = [
        sum(row["words_by"] == whose for row in asked.rows) for whose in ("the plan", "the report", "the change")
    ]
    return figures([*printed, len(topics), names], items(row["item"] for row in topics))


def statutory(asked: Asked) -> Figures:
    """Those that the plan calls so, and those that are so by what came after it."""
    stated = sum(row["basis"] == "stated" for row in asked.rows)
    return figures([stated, len(asked.rows) - stated])


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


def due_by(asked: Asked) -> Figures:
    return figures([len(asked.rows)], progress(asked.rows), days_counted(asked.rows))


def overdue(asked: Asked) -> Figures:
    """With those that fell due on the very day and are not completed, which are no rows."""
    day = asked.parameters["as_at"]
    fell = [
        row
        for row in asked.ask("actions")
        if day in map(last_day, row["due"]) and (row["status"] or "").lower() not in asked.completed
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


def requirements(asked: Asked) -> Figures:
    """How many there are and how many of each status; the year may be named."""
    statuses = {row["requirement_id"]: row["status"] for row in asked.rows}
    found = [list(statuses.values()).count(status) for status in ("met", "unmet", "unknown")]
    return figures([len(statuses), *found], [int(asked.parameters["edition"])] if "edition" in asked.parameters else [])


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
    "path": path,
    "plan": names_only,
    "priorities": of_rows,
    "relations": relations,
    "replaced-or-renamed": names_only,
    "report-coverage": report_coverage,
    "reports": reports,
    "reports-to": reports_to,
    "reports-to-all-levels": reports_to,
    "requirements": requirements,
    "responses-to-recommendation": of_rows,
    "search": search,
    "serving": serving,
    "statutory": statutory,
    "summary-by-lead": summary_by_lead,
    "summary-by-priority": summary_by_priority,
    "totals": totals,
    "under-review": of_rows,
    "who-leads": names_only,
}
