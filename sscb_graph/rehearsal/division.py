"""The rows that split a plan -> changes: which areas there are, what goes to which, and what is at the top of each."""

from __future__ import annotations

from dataclasses import replace

from sscb_graph.errors import UnknownName, visible
from sscb_graph.graph.nodes import Action, Function
from sscb_graph.questions.names import Names
from sscb_graph.rehearsal.change import Change, Division
from sscb_graph.rehearsal.draft import Draft, id_of_name
from sscb_graph.rehearsal.proposal import ProposedRow
from sscb_graph.rehearsal.row_cells import Wrong, change_of, find_function
from sscb_graph.rehearsal.wording import area_words, split_words, top_words, work_words
from sscb_graph.text import fold, listed, slug

#: What stands for no area in a cell.
NONE = "none"


class Dividing:
    """Reads the rows that split a plan, in order; the first of them names the areas."""

    def __init__(self, draft: Draft, names: Names) -> None:
        self.draft = draft
        self.names = names
        self._first: ProposedRow | None = None
        #: The areas by their names, folded.
        self._areas: dict[str, str] = {}
        #: The row that says where a thing goes, with the areas, by the thing's id.
        self._placed: dict[str, tuple[int, tuple[str, ...]]] = {}
        #: The row that says what is at the top of an area, with that body's id, by the area.
        self._tops: dict[str, tuple[int, str]] = {}

    def read(self, file: str, row: ProposedRow, bodies: tuple[str, ...], other: tuple[str, ...]) -> Change:
        """The change that a row describes, from the ids of its bodies; raises Wrong where a cell cannot be so."""
        items = bool(row.body or row.actions or row.functions)
        if self._first is None:
            return self._split(file, row, alone=not (items or row.other or row.name))
        areas = self._into(row)
        if row.other or row.name:
            return self._top(file, row, areas, other, alone=not items)
        if not items:
            said = f"row {self._first.row} names the areas already"
            raise Wrong("body", f"{said}: name the bodies, actions or functions that go to {visible(listed(row.into))}")
        return self._goes(file, row, areas, bodies)

    # -- kinds of row

    def _split(self, file: str, row: ProposedRow, *, alone: bool) -> Change:
        self._first = row
        # What a faulty row names is known all the same, so that rows after it are no further faults.
        self._areas = {fold(name): name for name in row.into}
        if not alone:
            raise Wrong("into", "the first row that splits the plan names all areas and nothing else: add it above")
        if NONE in self._areas:
            raise Wrong("into", f"'{NONE}' is no name of an area: it says of later rows that a thing goes to no area")
        if len({slug(name) or fold(name) for name in row.into}) < max(2, len(row.into)):
            raise Wrong("into", "a plan is split into at least two areas with different names, separated by ;")
        change = change_of(file, row, split_words(row.into))
        return replace(change, division=Division(row.into, everywhere=True))

    def _goes(self, file: str, row: ProposedRow, areas: tuple[str, ...], bodies: tuple[str, ...]) -> Change:
        actions, functions = self._actions(row), self._functions(row)
        for column, keys in (("body", bodies), ("actions", actions), ("functions", functions)):
            for key in keys:
                self._place(row, column, key, areas)
        work = work_words([self.draft.view.get(Action, key).number for key in actions], functions)
        what = [*(self.draft.body(key).name for key in bodies), *([work] if work else [])]
        words = area_words(what, areas, several=len((*bodies, *actions, *functions)) > 1)
        return replace(
            change_of(file, row, words),
            effective=self._effective(row),
            bodies=bodies,
            actions=actions,
            functions=functions,
            division=Division(areas, everywhere=len(areas) == len(self._areas)),
        )

    def _top(
        self, file: str, row: ProposedRow, areas: tuple[str, ...], other: tuple[str, ...], *, alone: bool
    ) -> Change:
        column = "other" if row.other else "name"
        if not alone:
            raise Wrong(column, "what is at the top of an area is said in a row of its own")
        if len(areas) != 1:
            raise Wrong("into", "name the one area whose top this is")
        body, [area] = self._body_at_top(row, other), areas
        if area in self._tops:
            raise Wrong(column, f"row {self._tops[area][0]} says what is at the top of {area} already")
        line, placed = self._placed.get(body, (0, areas))
        if area not in placed:
            raise Wrong(column, f"{self._name(body)} does not go to {area}, by row {line}: name another body")
        self._tops[area] = row.row, body
        words = top_words(self._name(body), area, row.name or "")
        division = Division(areas, top=True, name=row.name or "")
        change = change_of(file, row, words)
        return replace(change, effective=self._effective(row), bodies=(body,), division=division)

    # -- cells

    def _into(self, row: ProposedRow) -> tuple[str, ...]:
        """The areas that a row names, each once; none for "none"."""
        named = dict.fromkeys(fold(name) for name in row.into)
        if list(named) == [NONE]:
            return ()
        for typed, name in ((fold(name), name) for name in row.into):
            if typed not in self._areas and len(self._areas) > 1:
                known = f"{listed(list(self._areas.values()))}, by row {self._first.row if self._first else 0}"
                raise Wrong("into", f"'{visible(name)}' is none of the areas, which are {known}; or write {NONE} alone")
        return tuple(self._areas.get(typed, typed) for typed in named)

    def _place(self, row: ProposedRow, column: str, key: str, areas: tuple[str, ...]) -> None:
        """Notes where a thing goes; it is said once, and a body at the top of an area goes there."""
        if key in self._placed:
            raise Wrong(column, f"row {self._placed[key][0]} says already where {self._name(key)} goes")
        for area, (line, top) in self._tops.items():
            if top == key and area not in areas:
                raise Wrong("into", f"{self._name(key)} is at the top of {area}, by row {line}: it has to go there")
        self._placed[key] = row.row, areas

    def _body_at_top(self, row: ProposedRow, other: tuple[str, ...]) -> str:
        if row.other and row.name:
            raise Wrong("name", "a body that is named under 'other' keeps its name: empty the cell, or rename the body")
        if len(other) > 1:
            raise Wrong("other", "one body is at the top of an area: name one")
        if other:
            return other[0]
        if self.draft.board is None:
            raise Wrong("name", "the plan names no body at the top: name the body under 'other'")
        name, board = row.name or "", self.draft.board
        if id_of_name(self.draft, self.names, name) not in {None, board}:
            raise Wrong("name", f"'{visible(name)}' is the name of another body: name it under 'other'")
        return board

    def _actions(self, row: ProposedRow) -> tuple[str, ...]:
        try:
            found = [key for typed in row.actions for key in self.names.action_ids(typed)]
        except UnknownName as problem:
            raise Wrong("actions", str(problem)) from None
        return tuple(dict.fromkeys(found))

    def _functions(self, row: ProposedRow) -> tuple[str, ...]:
        own = {node.id: node.text for node in self.draft.view.all(Function)}
        return tuple(dict.fromkeys(find_function(typed, own, "the plan") for typed in row.functions))

    def _effective(self, row: ProposedRow) -> str | None:
        """The day of a row: that of the split, where it gives none of its own."""
        return row.effective or (self._first.effective if self._first else None)

    def _name(self, key: str) -> str:
        """What a fault calls a thing."""
        match self.draft.view.reader.node(key):
            case Action(number=number):
                return f"action {number}"
            case Function(name=name):
                return f"'{name}'"
            case _:
                return self.draft.body(key).name
