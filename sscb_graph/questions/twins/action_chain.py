"""Twin of ``action-chain.cypher``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sscb_graph.facts import Chain, Fact, Facts, Node, basis_of, order, reason_in
from sscb_graph.questions.rows import Parameters, Row, words

OWN = (("action", "text"), ("outcome", "outcome"), ("timescale", "timescale_printed"), ("due", "due"))
ABOVE = ("SERVES", "ADDRESSES", "RESPONDS_TO", "HAS_STATUS", "DEPENDS_ON", "LINKS_TO", "CITES", "SHARES_OUTCOME_OF")
BELOW = ("DEPENDS_ON", "LINKS_TO", "CITES", "SHARES_OUTCOME_OF")


def answer(facts: Facts, actions: list[str]) -> list[Row]:
    """An action's own words, what stands above it, and what hangs on it."""
    rows: list[Row] = []
    for action in sorted((facts.node(key) for key in actions), key=order):
        rows += _own(action)
        rows += _one_step(action, "above", facts.out(action, *ABOVE), ABOVE)
        rows += _lines(facts, action)
        rows += _one_step(action, "below", facts.into(action, *BELOW), BELOW)
        rows += _one_step(action, "names", facts.into(action, "NAMED_IN"), ("NAMED_IN",))
    return rows


def notes(rows: list[Row], parameters: Parameters) -> list[str]:
    """What the plan does not say about the action."""
    said = []
    for key in parameters["actions"]:
        here = {row["relation"] for row in rows if row["row_id"] == key}
        for relation, missing in (
            ("outcome", "what outcome it is for"),
            ("leads", "who leads it"),
            ("addresses", "which recommendation it addresses"),
            ("has status", "what its status is"),
        ):
            if relation not in here and not (relation == "outcome" and "shares outcome of" in here):
                said.append(f"The plan does not say of {key} {missing}.")
    placed = {row["subject"] for row in rows if row["relation"] == "reports to"}
    leads = dict.fromkeys(row["subject"] for row in rows if row["relation"] == "leads")
    said += [f"The plan does not say to whom {lead} reports." for lead in leads if lead not in placed]
    return said


def _row(action: Node, direction: str, level: int, subject: str, relation: str, item: str, **more: Any) -> Row:
    return {
        "action": action["number"],
        "row_id": action["id"],
        "direction": direction,
        "level": level,
        "subject": subject,
        "relation": relation,
        "object": item,
        **more,
    }


def _own(action: Node) -> Iterator[Row]:
    for relation, cell in OWN:
        if cell in action:
            support = {"basis": "stated", "reason": None, "source": action["source"], "about": [action["id"]]}
            support |= {"confirmed_by": None, "confirmed_on": None}
            yield _row(action, "itself", 0, action["name"], relation, _text(action[cell]), **support)


def _text(cell: Any) -> str:
    return "; ".join(cell) if isinstance(cell, list) else str(cell)


def _one_step(action: Node, direction: str, facts: Sequence[Fact], types: Sequence[str]) -> Iterator[Row]:
    far = {fact.id: fact.start if direction in {"below", "names"} else fact.end for fact in facts}
    for fact in sorted(facts, key=lambda fact: (types.index(fact.data["type"]), order(far[fact.id]), fact.id)):
        yield _row(
            action, direction, 1, fact.start["name"], words(fact), fact.end["name"], **_support(action, fact, (fact,))
        )


def _lines(facts: Facts, action: Node) -> Iterator[Row]:
    """Who leads it, and the line of each lead upwards, each body by its shortest chain from the action."""
    leads = facts.into(action, "LEADS")
    for fact in leads:
        yield _row(action, "above", 1, fact.start["name"], "leads", action["name"], **_support(action, fact, (fact,)))
    starts = [Chain((action["id"], lead.start["id"]), (lead,)) for lead in leads]
    found = []
    for key, chain in facts.chains(starts, facts.upwards).items():
        for fact in facts.out(facts.node(key), "REPORTS_TO"):
            whole = (*chain.facts, fact)
            row = _row(
                action,
                "above",
                len(whole),
                fact.start["name"],
                "reports to",
                fact.end["name"],
                **_support(action, fact, whole),
            )
            found.append(((len(whole), order(fact.start), order(fact.end), fact.id), row))
    yield from (row for _, row in sorted(found, key=lambda pair: pair[0]))


def _support(action: Node, fact: Fact, whole: Sequence[Fact]) -> dict[str, Any]:
    return {
        "basis": basis_of(whole),
        "reason": reason_in(whole),
        "source": fact.data["source"],
        "confirmed_by": fact.get("confirmed_by"),
        "confirmed_on": fact.get("confirmed_on"),
        "about": [action["id"], fact.start["id"], fact.end["id"]],
    }
