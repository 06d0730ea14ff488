"""A plan's facts while changes are made to them, one after the other; the plan itself is never touched."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sscb_graph.graph.graph import AnyEdge
from sscb_graph.graph.nodes import Body as BodyNode
from sscb_graph.graph.nodes import ChangeEvent as ChangeNode
from sscb_graph.graph.nodes import Decision as DecisionNode
from sscb_graph.graph.nodes import Node
from sscb_graph.graph.rules import last_due
from sscb_graph.graph.view import GraphView
from sscb_graph.model import Body, BodyName, BodyRelation, ChangeEvent, Compliance, Decision, FunctionHome, Lead, Record
from sscb_graph.model.cells import is_id
from sscb_graph.model.dates import before
from sscb_graph.model.vocabulary import COMPLIANCE, ChangeKind, Standing, words_of
from sscb_graph.questions.names import Names
from sscb_graph.rehearsal.change import Change
from sscb_graph.text import sentence, slug, squash

#: The last year that a date can name.
_NEVER = "9999"
#: What a record says of a requirement, by the type of its fact.
_MET: dict[str, dict[str, str]] = {
    kind: {} if met is None else {"met": "yes" if met else "no"} for met, kind in COMPLIANCE.items()
}
#: The types of which many facts may start at a thing and few end at one, so that those are looked through.
_OF_FEW = frozenset({"LEADS", "HAS_FUNCTION"})
#: The cells that say how a new fact is supported, from the change that makes it.
Support = Callable[[Change], Mapping[str, str]]


@dataclass(frozen=True)
class Held:
    """A fact of a draft: its type and the ids of its ends; ``edge`` is the plan's own fact, None for a new one."""

    id: str
    type: str
    start: str
    end: str
    edge: AnyEdge | None = None

    def other(self, body: str) -> str:
        """The id at its other end."""
        return self.end if self.start == body else self.start


@dataclass(frozen=True)
class Ending:
    """That a fact ends: the last day, month or year it holds (ISO 8601), and by which change."""

    until: str
    change: Change


@dataclass
class DraftBody:
    """A body of a draft: its name and kind as they are by now."""

    id: str
    name: str
    kind: str


class Draft:
    """What the changes so far have done.

    ``records`` are the records that were added, in order; ``ended`` holds the facts that end, ``heirs`` the facts that
    go on for a fact that ended, ``made`` the change that made each new fact, and ``names`` and ``statutory`` what
    changed of bodies; ``created`` and ``closed`` the changes by which bodies begin and end. All are by ids.
    """

    def __init__(self, view: GraphView, support: Support) -> None:
        self.view = view
        self.support = support
        self.records: list[Record] = []
        self.ended: dict[str, Ending] = {}
        self.heirs: dict[str, list[str]] = defaultdict(list)
        self.made: dict[str, Change] = {}
        self.names: dict[str, str] = {}
        self.statutory: dict[str, bool] = {}
        self.created: dict[str, Change] = {}
        self.closed: dict[str, Change] = {}
        #: The id of the body at the top; None where the plan names none.
        self.board = view.plan.board
        self._starting: dict[str, list[Held]] = defaultdict(list)
        self._ending: dict[str, list[Held]] = defaultdict(list)
        self._bodies: dict[str, DraftBody] = {}
        #: The id of each body by the names that changes gave it.
        self._given: dict[str, str] = {}
        self._ids: set[str] = set()
        #: How many changes were noted.
        self._noted = 0

    # -- bodies

    def body(self, key: str) -> DraftBody:
        """The body with an id, as it is by now; raises KeyError where there is none."""
        if key not in self._bodies:
            node = self.view.get(BodyNode, key)
            self._bodies[key] = DraftBody(key, node.name, node.kind)
        return self._bodies[key]

    def named(self, typed: str) -> str | None:
        """The id of the body to which a change gave a name; None where none did."""
        return self._given.get(squash(typed)) or (typed if typed in self.created else None)

    def create(self, change: Change, name: str, kind: str) -> str:
        """Adds a body that begins with a change; returns its id."""
        key = self._free(_stem(name, "body"))
        position = self._position(BodyNode, len(self.created))
        self._add(change, Body, id=key, position=position, name=name, kind=kind)
        self._bodies[key] = DraftBody(key, name, kind)
        self._given[squash(name)] = key
        self.created[key] = change
        self.decide(change, key, Standing.NEW)
        return key

    def rename(self, change: Change, key: str, name: str) -> None:
        """Gives a body another name; by the earlier one it is still found."""
        body, node = self.body(key), self.view.reader.node(key)
        earlier = [body.name, *([node.short_name] if isinstance(node, BodyNode) and node.short_name else [])]
        for form in earlier:
            if squash(form) not in self._forms(key):
                free = self._free(f"name-{key}-{_stem(form, 'form')}")
                cells = {"id": free, "body": key, "name": form, "reason": f"An earlier name: {change.words}."}
                self._add_as(BodyName, cells)
        body.name = self.names[key] = name
        self._given[squash(name)] = key

    def close(self, change: Change, key: str) -> None:
        """Notes that a body ends with a change."""
        self.closed[key] = change

    def decide(self, change: Change, key: str, standing: Standing) -> None:
        """Adds a decision on a body; whatever was decided or proposed about it before has ended."""
        for fact in self.into(key, "DECIDES_ON"):
            self.end(fact, change)
        decision = self._free(f"decision-on-{key}-{slug(standing.value)}")
        position = self._position(DecisionNode, len(self.records))
        held = Held(f"decides~{decision}", "DECIDES_ON", decision, key)
        self._add(change, Decision, id=decision, position=position, body=key, standing=standing.value, **_since(change))
        self._keep(held, change)

    def _forms(self, key: str) -> set[str]:
        """The forms of a body's name, also those that changes added."""
        node = self.view.reader.node(key)
        added = [form.name for form in self.records if isinstance(form, BodyName) and form.body == key]
        return {squash(name) for name in (*(node.printed_names if isinstance(node, BodyNode) else ()), *added)}

    def note(self, change: Change, key: str) -> None:
        """Adds the change itself, under an id."""
        original = () if change.kind is ChangeKind.CREATE else change.bodies
        ends = change.kind is ChangeKind.CLOSE or (change.division is not None and not change.division.areas)
        resulting = () if ends else change.into or change.bodies
        cells = {"change": change.kind.value, "original": original, "resulting": resulting}
        own = {"text": sentence(change.words), "decided_by": change.decided_by, "subject_to": change.subject_to}
        position = self._position(ChangeNode, self._noted)
        self._noted += 1
        known = {name: cell for name, cell in {**cells, **own, "effective": change.effective}.items() if cell}
        self._add_as(ChangeEvent, {"id": key, "position": position, **known, **self.support(change)})

    def _position(self, kind: type[Node], added: int) -> int:
        """The position of what comes after all nodes of a class, and after so many that were added already."""
        return 1 + max((node.position or 0 for node in self.view.all(kind)), default=0) + added

    # -- facts

    def out(self, key: str, *types: str) -> list[Held]:
        """The facts of some types (of all, where none is given) that start at a thing, the plan's own first."""
        return self._holding(self.out_ever(key, *types))

    def out_ever(self, key: str, *types: str) -> list[Held]:
        """Like ``out``, but including facts that changes have ended."""
        node = self.view.reader.node(key)
        return [*_own(self.view.out(node, *types) if node else ()), *_of_types(self._starting.get(key, ()), types)]

    def into(self, key: str, *types: str) -> list[Held]:
        """The facts of some types (of all, where none is given) that end at a thing, the plan's own first."""
        node = self.view.reader.node(key)
        own = _own(self.view.into(node, *types) if node else ())
        return self._holding([*own, *_of_types(self._ending.get(key, ()), types)])

    def _holding(self, found: Iterable[Held]) -> list[Held]:
        return [held for held in found if held.id not in self.ended]

    def around(self, key: str, *types: str) -> list[Held]:
        """The facts of some types on either side of a thing."""
        return [*self.out(key, *types), *self.into(key, *types)]

    def find(self, kind: str, start: str, end: str) -> Held | None:
        """The fact of a type between two things."""
        if kind in _OF_FEW:
            return next((held for held in self.into(end, kind) if held.start == start), None)
        return next((held for held in self.out(start, kind) if held.end == end), None)

    def end(self, held: Held, change: Change) -> None:
        """Ends a fact with a change."""
        self.ended[held.id] = Ending(before(change.effective) if change.effective else self.last_day, change)

    def add(self, change: Change, kind: str, start: str, end: str, heir_of: Held | None = None) -> None:
        """Adds a fact of a type, unless it holds already; it may go on for a fact that ended."""
        held = self.find(kind, start, end) or self._make(change, kind, start, end, heir_of)
        if heir_of:
            self.heirs[heir_of.id].append(held.id)

    def add_line(self, change: Change, kind: str, start: str, end: str, heir_of: Held | None = None) -> None:
        """Adds a line or membership; whom the body at the top reports to is at the top from then on."""
        self.add(change, kind, start, end, heir_of)
        if kind == "REPORTS_TO" and start == self.board:
            self.board = end

    def _make(self, change: Change, kind: str, start: str, end: str, heir_of: Held | None) -> Held:
        held = Held(self._free(f"{start}-{slug(words_of(kind))}-{end}"), kind, start, end)
        match kind:
            case "LEADS":
                position = 1 + len(self.into(end, "LEADS"))
                self._add(change, Lead, id=held.id, row_id=end, body=start, position=position, **_since(change))
            case "HAS_FUNCTION":
                self._add(change, FunctionHome, id=held.id, function=end, body=start, **_since(change))
            case _ if kind in _MET:
                how = heir_of.edge.properties["how"] if heir_of and heir_of.edge else change.reason
                cells = {"requirement": end, "body": start, "how": how or sentence(change.words), **_MET[kind]}
                self._add(change, Compliance, id=held.id, **cells, **_since(change))
            case _:
                cells = {"body": start, "relation": words_of(kind), "other": end}
                self._add(change, BodyRelation, id=held.id, **cells, **_since(change))
        return self._keep(held, change)

    def _keep(self, held: Held, change: Change) -> Held:
        self._starting[held.start].append(held)
        self._ending[held.end].append(held)
        self.made[held.id] = change
        return held

    # -- records

    def _add(self, change: Change, record: type[Record], **cells: Any) -> None:
        """Adds a record, supported as the change is."""
        self._add_as(record, {**cells, **self.support(change)})

    def _add_as(self, record: type[Record], cells: Mapping[str, Any]) -> None:
        record.model_rebuild()  # the classes defer it
        self.records.append(record.model_validate(cells))

    def _free(self, key: str) -> str:
        """An id that nothing has yet, the wanted one if possible."""
        number, free = 1, key
        while free in self._ids or self._taken(free):
            number += 1
            free = f"{key}-{number}"
        self._ids.add(free)
        return free

    def _taken(self, key: str) -> bool:
        return self.view.reader.node(key) is not None or key in self._facts

    @cached_property
    def _facts(self) -> set[str]:
        return {edge.id for edge in self.view.reader.edges(())}

    @cached_property
    def last_day(self) -> str:
        """The last day of a fact that ends on a day that nobody gives: the end of the plan, or when the last is due."""
        return self.view.plan.until or last_due(self.view) or _NEVER


def id_of_name(draft: Draft, names: Names, name: str) -> str | None:
    """The id of the body that has exactly a name or id by now; None where none does."""
    return draft.named(name) or next((body.id for body in names.bodies_named(name)), None)


def _stem(name: str, prefix: str) -> str:
    """What the id of something begins with that has a name: some words of it, after a prefix where that is no id."""
    words = re.sub(r"[.-]{2,}", "-", slug(name)).strip(".-")
    return words if is_id(words) else f"{prefix}-{words}".strip("-")


def _since(change: Change) -> dict[str, str]:
    """The period of a fact that begins with a change."""
    return {"from": change.effective} if change.effective else {}


def _own(edges: Iterable[AnyEdge]) -> list[Held]:
    return [Held(edge.id, edge.type, edge.start.id, edge.end.id, edge) for edge in edges]


def _of_types(added: Iterable[Held], types: tuple[str, ...]) -> list[Held]:
    return [held for held in added if not types or held.type in types]
