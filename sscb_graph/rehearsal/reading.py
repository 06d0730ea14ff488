"""The rows of a proposal -> changes: each name is looked up as the rows before it leave it; all faults are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from sscb_graph.errors import AmbiguousName, Fault, ProposalError, UnknownName, visible
from sscb_graph.graph.nodes import Action, Body, Function
from sscb_graph.graph.rules import is_gone
from sscb_graph.model.vocabulary import BodyKind, ChangeKind, words_of
from sscb_graph.questions.names import Names
from sscb_graph.rehearsal.change import Change
from sscb_graph.rehearsal.division import Dividing
from sscb_graph.rehearsal.draft import Draft, Held, id_of_name
from sscb_graph.rehearsal.effects import make, work_of
from sscb_graph.rehearsal.proposal import ProposedRow
from sscb_graph.rehearsal.row_cells import (
    OF_LINES,
    Wrong,
    change_of,
    duties_of,
    find_function,
    kind_of_body,
    relation_of,
)
from sscb_graph.rehearsal.wording import change_words, work_words
from sscb_graph.text import listed


class _Work(NamedTuple):
    """What is handed over: the ids of actions and functions, None for all."""

    actions: tuple[str, ...] | None = None
    functions: tuple[str, ...] | None = None


_ALL = _Work()


class Rehearsing:
    """Makes the changes of a proposal in a draft, row by row; ``readings`` say how names were read."""

    def __init__(self, draft: Draft, names: Names) -> None:
        self.draft = draft
        self.names = names
        self.readings: list[str] = []
        self.dividing = Dividing(draft, names)

    def make(self, file: str, rows: Sequence[tuple[ProposedRow, str]]) -> tuple[Change, ...]:
        """Makes the changes of some rows of a file; raises ProposalError with the faults of all rows.

        Each row comes with the id under which its change is kept.
        """
        changes: list[Change] = []
        faults: list[Fault] = []
        for row, key in rows:
            try:
                change = self._read(file, row)
            except Wrong as wrong:
                faults.append(Fault(file, row.row, wrong.column, wrong.sentence))
                self._assume(file, row)
                continue
            make(self.draft, change)
            if change.bodies:
                self.draft.note(change, key)
            changes.append(change)
        if faults:
            raise ProposalError(file, sorted(set(faults)))
        return tuple(changes)

    def _read(self, file: str, row: ProposedRow) -> Change:
        """The change that a row describes; new bodies and names exist in the draft from here on."""
        kind = row.kind_of_change
        if kind is ChangeKind.CREATE:
            return self._create(file, row)
        bodies = self._bodies(row, "body")
        if kind in {ChangeKind.MERGE, ChangeKind.SPLIT}:
            return self._become(file, row, bodies)
        if kind is ChangeKind.SPLIT_PLAN:
            return self.dividing.read(file, row, bodies, self._bodies(row, "other"))
        into = self._bodies(row, "into")
        other = duties_of(row, self.draft.view) if kind in _OF_DUTIES else self._bodies(row, "other")
        for body in {*bodies} & {*other}:
            raise Wrong("other", f"{self._name(body)} cannot stand at both ends: name another body")
        relation = relation_of(row) if kind in OF_LINES else ""
        work = self._work(row, bodies) if kind is ChangeKind.HAND_OVER else _ALL
        self._check_lines(kind, bodies, relation, other)
        change = self._change(file, row, bodies=bodies, into=into, other=other, relation=relation, work=work)
        if kind is ChangeKind.RENAME:
            self._rename(change, row)
        return change

    def _assume(self, file: str, row: ProposedRow) -> None:
        """Lets the bodies that a faulty row would make exist, so that rows after it are no further faults."""
        if row.kind_of_change in {ChangeKind.CREATE, ChangeKind.MERGE, ChangeKind.SPLIT}:
            column = row.body if row.kind_of_change is ChangeKind.CREATE else row.into
            change = self._change(file, row, new=column)
            for name in column:
                if not self._known(name):
                    self.draft.create(change, name, BodyKind.GROUP.value)

    # -- kinds of change

    def _create(self, file: str, row: ProposedRow) -> Change:
        for name in row.body:
            if self._known(name):
                raise Wrong("body", f"'{visible(name)}' is already the name of a body: give the new one another")
        kind, other = kind_of_body(row), self._bodies(row, "other")
        change = self._change(file, row, other=other, new=row.body)
        made = tuple(self.draft.create(change, name, kind) for name in dict.fromkeys(row.body))
        return self._begun(change, replace(change, bodies=made), made)

    def _become(self, file: str, row: ProposedRow, bodies: tuple[str, ...]) -> Change:
        """What is merged into one body, or split into several; those that do not exist yet begin with it."""
        merge = row.kind_of_change is ChangeKind.MERGE
        if merge and len(row.into) > 1:
            raise Wrong("into", "bodies are merged into one body: name one, or split the row")
        if not merge and len(bodies) > 1:
            raise Wrong("body", "one body is split in a row: write a row for each")
        known = [self._become_of(name, row) for name in row.into]
        new = [name for name, key in zip(row.into, known, strict=True) if key is None]
        kind = kind_of_body(row, self.draft.body(bodies[0]).kind) if new or row.kind else ""
        if row.kind and not new:
            raise Wrong("kind", f"'{visible(row.into[0])}' exists already and keeps its kind: empty the cell")
        if merge and set(bodies) <= set(known):
            raise Wrong("into", "a body cannot be merged into itself alone: name another")
        change = self._change(file, row, bodies=bodies, new=row.into)
        into = tuple(key or self.draft.create(change, name, kind) for name, key in zip(row.into, known, strict=True))
        return self._begun(change, replace(change, into=into), into)

    def _become_of(self, name: str, row: ProposedRow) -> str | None:
        """The body that is merged into or split into; None for a new one, which no body's name may be taken for."""
        if self._known(name):
            return self._body("into", name)
        if row.kind:
            return None
        try:
            read = self.names.read_body(name)
        except UnknownName:
            return None
        except AmbiguousName as problem:
            raise Wrong("into", f"{problem} For a new body, fill in kind.") from None
        if read.how:
            sentence = (
                f"'{visible(name)}' may mean {read.body.name}: write its whole name, or fill in kind for a new body"
            )
            raise Wrong("into", sentence)
        return read.body.id

    def _begun(self, first: Change, change: Change, bodies: Sequence[str]) -> Change:
        """The change with the ids of the bodies that begin with it, known as what they begin with."""
        self.draft.created |= {key: change for key in bodies if self.draft.created.get(key) is first}
        return change

    def _rename(self, change: Change, row: ProposedRow) -> None:
        if len(change.bodies) > 1:
            raise Wrong("body", "one body is renamed in a row: write a row for each")
        name = row.name or ""
        if id_of_name(self.draft, self.names, name) not in {None, change.bodies[0]}:
            raise Wrong("name", f"'{visible(name)}' is already the name of a body: choose another")
        self.draft.rename(change, change.bodies[0], name)

    # -- cells

    def _bodies(self, row: ProposedRow, column: str) -> tuple[str, ...]:
        """The bodies that a cell names, each once; raises Wrong where one is unknown, ambiguous or closed."""
        found = dict.fromkeys(self._body(column, name) for name in getattr(row, column))
        handing = row.kind_of_change is ChangeKind.HAND_OVER and column == "body"
        ending = row.kind_of_change in _ENDS and column == "body"
        for key in found:
            if ending and self._gone(key):
                raise Wrong(
                    column, f"{self._name(key)} is no more: the plan calls it former, or has another in its place"
                )
            closed = self.draft.closed.get(key)
            if closed and not (handing and closed.kind is ChangeKind.SPLIT):
                verb = _ENDED[closed.kind]
                raise Wrong(column, f"{self._name(key)} was {verb} by row {closed.row}: change it before that row")
        return tuple(found)

    def _gone(self, key: str) -> bool:
        """Whether a body was no more before any change."""
        node = self.draft.view.reader.node(key)
        return isinstance(node, Body) and is_gone(self.draft.view, node)

    def _body(self, column: str, typed: str) -> str:
        if given := self.draft.named(typed):
            return given
        try:
            read = self.names.read_body(typed)
        except (UnknownName, AmbiguousName) as problem:
            raise Wrong(column, str(problem)) from None
        if read.how:
            self.readings.append(read.how)
        return read.body.id

    def _known(self, name: str) -> bool:
        """Whether a body has exactly that name or id by now."""
        return id_of_name(self.draft, self.names, name) is not None

    def _check_lines(self, kind: ChangeKind, bodies: Sequence[str], relation: str, other: Sequence[str]) -> None:
        """A line that ends must be there, and a line that is added must not."""
        if kind not in OF_LINES:
            return
        for body in bodies:
            for far in other:
                found = self.draft.find(relation, body, far)
                words = f"{self._name(body)} {words_of(relation)} {self._name(far)}"
                if kind in {ChangeKind.END_LINE, ChangeKind.LEAVE} and not found:
                    raise Wrong("other", f"there is no such line to end: the plan does not say that {words}")
                if kind in {ChangeKind.ADD_LINE, ChangeKind.JOIN} and found:
                    raise Wrong("other", f"the line is there already: {words}")

    def _work(self, row: ProposedRow, bodies: Sequence[str]) -> _Work:
        """The actions and functions that are handed over."""
        held = [each for body in bodies for each in work_of(self.draft, body)]
        if not row.actions and not row.functions:
            return _ALL
        actions = [key for typed in row.actions for key in self._led(typed, held, bodies)]
        functions = [self._function(typed, held, bodies) for typed in row.functions]
        return _Work(tuple(dict.fromkeys(actions)), tuple(dict.fromkeys(functions)))

    def _led(self, typed: str, held: Sequence[Held], bodies: Sequence[str]) -> list[str]:
        try:
            keys = self.names.action_ids(typed)
        except UnknownName as problem:
            raise Wrong("actions", str(problem)) from None
        led = {each.end for each in held if each.type == "LEADS"}
        found = [key for key in keys if key in led]
        if not found:
            who = listed([self._name(body) for body in bodies])
            raise Wrong("actions", f"{who} does not lead {visible(typed)}: only what a body leads can be handed over")
        return found

    def _function(self, typed: str, held: Sequence[Held], bodies: Sequence[str]) -> str:
        own = {each.end: self.draft.view.get(Function, each.end).text for each in held if each.type == "HAS_FUNCTION"}
        return find_function(typed, own, listed([self._name(body) for body in bodies]))

    def _name(self, key: str) -> str:
        return self.draft.body(key).name

    # -- changes

    def _change(
        self,
        file: str,
        row: ProposedRow,
        *,
        bodies: tuple[str, ...] = (),
        into: tuple[str, ...] = (),
        other: tuple[str, ...] = (),
        relation: str = "",
        work: _Work = _ALL,
        new: Sequence[str] = (),
    ) -> Change:
        """A change with its words; ``new`` holds the names of bodies that begin with it."""
        kind = row.kind_of_change
        numbers = None if work.actions is None else [self._number(key) for key in work.actions]
        words = change_words(
            kind,
            [self._name(key) for key in bodies] or new,
            [self._name(key) for key in into] or ([] if kind is ChangeKind.CREATE else new),
            [self.draft.view.node(key).name if kind in _OF_DUTIES else self._name(key) for key in other],
            name=row.name or "",
            relation=relation,
            work=work_words(numbers, work.functions),
            posts=all(self.draft.body(key).kind == BodyKind.ROLE for key in bodies),
        )
        return replace(
            change_of(file, row, words),
            bodies=bodies,
            into=into,
            other=other,
            relation=relation,
            actions=work.actions,
            functions=work.functions,
        )

    def _number(self, action: str) -> str:
        return self.draft.view.get(Action, action).number


#: What is about requirements.
_OF_DUTIES = frozenset({ChangeKind.MEET, ChangeKind.NOT_MEET})
#: What only a body that there is can do.
_ENDS = frozenset({ChangeKind.CLOSE, ChangeKind.MERGE, ChangeKind.SPLIT})
#: What happened to a body that an earlier row ended.
_ENDED = {
    ChangeKind.CLOSE: "closed",
    ChangeKind.MERGE: "merged into another",
    ChangeKind.SPLIT: "split",
    ChangeKind.SPLIT_PLAN: "left without an area",
}
