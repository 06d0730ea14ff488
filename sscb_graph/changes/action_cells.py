"""What changes of an action that is in both plans: its leads, its citations, its due dates and its status."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from sscb_graph.changes.change_row import ChangeRow, Sign, Support, Told
from sscb_graph.graph.graph import AnyEdge
from sscb_graph.graph.nodes import Action
from sscb_graph.graph.view import GraphView, by_end, by_start
from sscb_graph.model.basis import marked
from sscb_graph.model.dates import in_words
from sscb_graph.text import listed


class Cell(NamedTuple):
    """A cell of an action in words, "" where it is blank, the facts that it rests on, and what it is compared by."""

    words: str
    facts: Sequence[AnyEdge]
    key: object


def changed_cells(before: GraphView, was: Action, after: GraphView, will: Action) -> Iterator[ChangeRow]:
    """A row for each cell of an action that differs; what only rests on another basis differs too."""
    for told, cell in _CELLS.items():
        old, new = cell(before, was), cell(after, will)
        if old.key != new.key:
            facts = new.facts or old.facts
            support = Support.of(*facts) if facts else Support.of(will)
            words = (old.words or None, new.words or None)
            yield ChangeRow(told, _sign(old, new), will.with_priority, _sign(old, new).words, *words, support)


def lead_changes(before: GraphView, after: GraphView) -> list[str]:
    """A sentence for each action of both plans that gets or loses a lead, in the order of the later plan."""
    found = []
    for action in after.all(Action):
        earlier = before.reader.node(action.id)
        if isinstance(earlier, Action):
            old, new = by_start(before.leads(earlier)), by_start(after.leads(action))
            if told := _told(old, new):
                found.append(f"Action {action.with_priority}: {told}.")
    return found


def _told(old: Sequence[AnyEdge], new: Sequence[AnyEdge]) -> str:
    """Who no longer leads an action and who now does; "" where the same bodies do, whatever they are called."""
    was, will = ({edge.start.id for edge in facts} for facts in (old, new))
    ends = [edge.start.name for edge in old if edge.start.id not in will]
    begins = [marked(edge.start.name, edge.basis) for edge in new if edge.start.id not in was]
    parts = [f"no longer led by {listed(ends)}"] if ends else []
    if begins:
        parts.append(f"now led by {listed(begins)}{' too' if was & will else ''}")
    elif ends:
        parts.append("others still lead it" if will else "nobody leads it")
    return "; ".join(parts)


def _sign(old: Cell, new: Cell) -> Sign:
    if not old.words:
        return Sign.ADDED
    return Sign.CHANGED if new.words else Sign.REMOVED


def _leads(view: GraphView, action: Action) -> Cell:
    # A lead that is renamed is the same lead.
    facts = by_start(view.leads(action))
    names = [marked(edge.start.name, edge.basis) for edge in facts]
    return Cell(listed(names), facts, [(edge.start.id, edge.basis) for edge in facts])


def _citations(view: GraphView, action: Action) -> Cell:
    return _ends(by_end(view.out(action, "ADDRESSES")))


def _due(_: GraphView, action: Action) -> Cell:
    return Cell(listed([in_words(day) for day in action.due]), [], action.due)


def _status(view: GraphView, action: Action) -> Cell:
    return _ends(view.out(action, "HAS_STATUS"))


def _ends(facts: Sequence[AnyEdge]) -> Cell:
    words = listed([marked(edge.end.name, edge.basis) for edge in facts])
    return Cell(words, facts, words)


_CELLS: dict[Told, Callable[[GraphView, Action], Cell]] = {
    Told.LEAD: _leads,
    Told.CITATION: _citations,
    Told.DUE: _due,
    Told.STATUS: _status,
}
