"""Twin of ``under-review.cypher``."""

from __future__ import annotations

from sscb_graph.facts import Facts, order
from sscb_graph.questions.rows import Parameters, Row, numbers


def answer(facts: Facts) -> list[Row]:
    """One row for each decision that puts a group under review, with what depends on the group."""
    rows = []
    for decision in facts.labelled("Decision"):
        if decision["standing"] != "under review":
            continue
        for fact in facts.out(decision, "DECIDES_ON"):
            body = fact.end
            leads = facts.out(body, "LEADS")
            alone = [lead for lead in leads if len({one.start["id"] for one in facts.into(lead.end, "LEADS")}) == 1]
            jointly = [lead for lead in leads if lead not in alone]
            below = {line.start["id"]: line.start for line in facts.into(body, "REPORTS_TO")}
            rows.append(
                {
                    "body": body["name"],
                    "review_on": decision.get("review_on"),
                    "leads_alone": numbers(alone),
                    "leads_jointly": numbers(jointly),
                    "reports_to_it": [one["name"] for one in sorted(below.values(), key=order)],
                    "basis": fact.data["basis"],
                    "reason": fact.get("reason"),
                    "source": fact.data["source"],
                    "about": [body["id"]],
                }
            )
    return rows


def notes(rows: list[Row], parameters: Parameters) -> list[str]:
    """Whose review has no date."""
    undated = [row["body"] for row in rows if row["review_on"] is None]
    return [f"The plan does not say when these are reviewed: {', '.join(undated)}."] if undated else []
