"""The areas of a plan that is split, as parts of the answers of a rehearsal: figures, rows of the ledger, and notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sscb_graph.graph.graph import AnyEdge
from sscb_graph.graph.nodes import Action, Based, Body, Function
from sscb_graph.graph.rules import chain_basis, chain_reason
from sscb_graph.model.basis import STATED
from sscb_graph.questions.answer import Caution
from sscb_graph.questions.columns import Column, Group
from sscb_graph.questions.rows import Row
from sscb_graph.rehearsal.areas import Area
from sscb_graph.rehearsal.change import Change
from sscb_graph.rehearsal.figures import FIGURE_WORDS, FIGURES, Figures, figure_row, to_dict
from sscb_graph.rehearsal.outcome import Outcome
from sscb_graph.rehearsal.shares import Share
from sscb_graph.text import listed, many

AREAS: tuple[Column, ...] = (Group("area"), *FIGURES)
#: The figures that only areas have, with their words.
_OWN = {"actions": "actions"}


def split_words(areas: Sequence[Area], before: Figures) -> str:
    """Into what the plan is split, as a sentence."""
    parts = [f"{area.name} with {area.figures.bodies}" for area in areas]
    return f"the plan, with {many(before.bodies, 'board or group', 'boards and groups')}, becomes {listed(parts)}."


def area_rows(areas: Sequence[Area], before: Figures) -> list[Row]:
    """The figures of the plan before, and of each area's plan after."""
    return [
        {"area": area.name} | figure_row(name, words, before, area.figures)
        for area in areas
        for name, words in (_OWN | FIGURE_WORDS).items()
    ]


def area_headline(areas: Sequence[Area]) -> str:
    """What each area has, in a sentence each."""
    return " ".join(_has(area) for area in areas)


def _has(area: Area) -> str:
    top = f", with {area.top.name} at the top" if area.top else ""
    bodies = many(area.figures.bodies, "board or group", "boards and groups")
    return f"{area.name} has {bodies} and {many(area.figures.actions, 'action')}{top}."


def area_dict(area: Area) -> dict[str, Any]:
    """The JSON form of an area, without what is found there."""
    return {
        "name": area.name,
        "plan": area.plan_id,
        "title": area.title,
        "top": area.top.name if area.top else None,
        "figures": to_dict(area.figures, area.outcome.name),
    }


def share_row(outcome: Outcome, share: Share) -> Row:
    """A row of the ledger; an action or function comes from whoever leads it or has it."""
    facts, item = _held(outcome, share), share.item
    plan = outcome.before.plan
    holders = listed(list(dict.fromkeys(fact.start.name for fact in facts))) if facts else ""
    return {
        "kind": share.kind.value,
        "item": item.with_priority if isinstance(item, Action) else item.name,
        "from": plan.name if isinstance(item, Body) else holders or None,
        "to": list(share.to),
        "change": share.change.words_and_place,
        "effective": share.change.effective,
        "decided_by": share.change.decided_by,
        "outcome": share.result.value,
        "basis": item.basis if isinstance(item, Based) else _weakest(facts),
        "reason": item.reason if isinstance(item, Based) else chain_reason(facts),
        "source": item.source,
    }


def _weakest(facts: Sequence[AnyEdge]) -> str:
    return chain_basis(facts) if facts else STATED


def _held(outcome: Outcome, share: Share) -> list[AnyEdge]:
    """The facts that say who leads an action or has a function before the proposal."""
    match share.item:
        case Action():
            return outcome.before.into(share.item, "LEADS")
        case Function():
            return outcome.before.into(share.item, "HAS_FUNCTION")
        case _:
            return []


def _only_work(change: Change) -> bool:
    """Whether a change says where actions or functions go, and names no body, so that no line tells it."""
    return change.division is not None and not change.bodies and bool(change.actions or change.functions)


def area_notes(areas: Sequence[Area]) -> Iterator[str]:
    """What a reader has to know of the areas and of the ledger over them."""
    if not areas:
        return
    for area in areas:
        if area.top and not area.top_is_said:
            yield Caution(f"No row says what is at the top of {area.name}: it is its counterpart of {area.top.name}.")
    if others := [change.words_and_place for change in areas[0].outcome.changes if _only_work(change)]:
        yield f"Rows that name no body: {'; '.join(others)}."
    for area in areas:
        if area.top is None and area.outcome.before.board:
            yield Caution(f"Nothing is at the top of {area.name}: add a row that names it, under 'other' or 'name'.")
    names = listed([area.name for area in areas])
    yield (
        f"What no row names goes to {names}: a body that goes to several areas may be shared by them, or each may have "
        "its own; that is still to be decided."
    )
    yield (
        "In the ledger, what stays goes to every area, what is moved to some of them, what has ended to none; without "
        "a home is what nobody has in an area to which it goes."
    )
