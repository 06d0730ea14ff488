"""Twin of ``gaps.cypher``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sscb_graph.facts import Chain, Fact, Facts, Node, order, standing_of
from sscb_graph.ontology import GROUPS
from sscb_graph.questions.rows import Parameters, Row


def answer(facts: Facts) -> list[Row]:
    """What the plan leaves open; only what an action's own cells state fills a gap."""
    return [
        *_recommendations(facts),
        *_actions(facts, "recommendation", lambda action: facts.out(action, "ADDRESSES"), start=False),
        *_actions(facts, "lead", lambda action: facts.into(action, "LEADS"), start=True),
        *_actions(facts, "status", lambda action: facts.out(action, "HAS_STATUS"), start=False),
        *_without_date(facts),
        *_bodies(facts),
        *_peer(facts),
    ]


def notes(rows: list[Row], parameters: Parameters) -> list[str]:
    """How gaps are counted."""
    said = ["Gaps count what an action's own cells state; a value that it inherits is named under 'instead'."]
    if any(row["gap"].startswith("recommendation-") for row in rows):
        said.append(
            "recommendation-without-action lists items that are recommendations in substance; "
            "recommendation-with-one-action lists any item that is cited once."
        )
    return said


def _row(gap: str, node: Node, item: str, **more: Any) -> Row:
    return {
        "gap": gap,
        "item": item,
        "id": node["id"],
        "title": None,
        "priority": None,
        "cited_by": [],
        "instead": [],
        "basis": "stated",
        "source": node["source"],
        "about": [],
        **more,
    }


def _stated(facts: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.data["basis"] == "stated"]


def _others(facts: Sequence[Fact], *, start: bool) -> list[str]:
    others = [fact for fact in facts if fact.data["basis"] != "stated"]
    far = {fact.id: fact.start if start else fact.end for fact in others}
    others.sort(key=lambda fact: (order(far[fact.id]), fact.id))
    return [f"{far[fact.id]['name']} ({fact.data['basis']})" for fact in others]


def _recommendations(facts: Facts) -> Iterator[Row]:
    uncited, once = [], []
    for item in facts.labelled("OfstedRecommendation"):
        citations = sorted(facts.into(item, "ADDRESSES"), key=lambda fact: (order(fact.start), fact.id))
        stated = _stated(citations)
        more = {
            "title": item["topic"],
            "cited_by": [fact.start["number"] for fact in stated],
            "instead": _others(citations, start=True),
            "about": [item["id"]],
        }
        if not stated and item["recommendation"]:
            uncited.append(_row("recommendation-without-action", item, str(item["number"]), **more))
        if len(stated) == 1:
            once.append(_row("recommendation-with-one-action", item, str(item["number"]), **more))
    yield from uncited
    yield from once


def _actions(facts: Facts, what: str, get: Any, *, start: bool) -> Iterator[Row]:
    for action in facts.labelled("Action"):
        found = get(action)
        if not _stated(found):
            instead = _others(found, start=start)
            more = {"title": action["text"], "priority": action["priority"], "instead": instead}
            yield _row(f"action-without-{what}", action, action["number"], **more)


def _without_date(facts: Facts) -> Iterator[Row]:
    for action in facts.labelled("Action"):
        if not action.get("due"):
            instead = [action["timescale_printed"]] if "timescale_printed" in action else []
            more = {"title": action["text"], "priority": action["priority"], "instead": instead}
            yield _row("action-without-date", action, action["number"], **more)


def _bodies(facts: Facts) -> Iterator[Row]:
    board = str(facts.plan.get("board", ""))
    reached = facts.chains([Chain((board,))], facts.downwards) if board in facts else {}
    idle, unplaced = [], []
    for body in facts.labelled("Body"):
        leads, standing = facts.out(body, "LEADS"), standing_of(facts, body)
        grouped = not GROUPS.isdisjoint(body["labels"]) and standing not in {"former", "proposed"}
        title = f"{body['kind']}, {standing}" if standing else body["kind"]
        more = {"title": title, "about": [body["id"]]}
        if grouped and not _stated(leads):
            idle.append(_row("body-without-action", body, body["name"], instead=_others(leads, start=False), **more))
        if (grouped or leads) and body["id"] not in reached:
            unplaced.append(_row("body-without-line-to-board", body, body["name"], **more))
    yield from idle
    yield from unplaced


def _peer(facts: Facts) -> Iterator[Row]:
    for item in facts.labelled("PeerReviewRecommendation"):
        if not facts.into(item, "RESPONDS_TO"):
            yield _row("peer-recommendation-without-response", item, str(item["number"]), title=item["text"])
