"""The whole flow of a question: typed values -> resolved parameters -> a view of the graph -> rows -> an answer."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Protocol

from sscb_graph.errors import BadParameters
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import BASES
from sscb_graph.questions.answer import Answer, Origin
from sscb_graph.questions.columns import ACTION_FACTS, has_all
from sscb_graph.questions.definition import Question, question
from sscb_graph.questions.names import Names
from sscb_graph.questions.parameters import KINDS
from sscb_graph.questions.rows import ABOUT, Row
from sscb_graph.questions.silence import blank_cells

#: The question whose rows are the cautions that an answer carries.
CAUTIONS = "notes-on"


class Reading(Protocol):
    """A store in the middle of one consistent reading of a plan."""

    @property
    def origin(self) -> Origin:
        """Where the answers come from."""

    @property
    def names(self) -> Names:
        """The names of the plan."""

    def view(self, asked: Question, parameters: Mapping[str, Any], bases: Collection[str]) -> GraphView:
        """A view of at least that part of the graph that a question needs."""

    def whole(self) -> GraphView:
        """A view of everything that the plan holds, with facts on every basis."""


def ask(
    reading: Reading, name: str, typed: Mapping[str, Any], bases: Collection[str] = (), *, keep_things: bool = False
) -> Answer:
    """Answers a named question.

    ``typed`` holds what a person typed for each parameter; ``bases`` the bases of the facts that count, all by
    default. Rows that are themselves on another basis are left out, unless ``keep_things`` asks for every thing with
    only the facts about it counted so. Raises BadParameters, and the errors of names and values.
    """
    asked = question(name)
    kept = [basis for basis in BASES if basis in bases] or list(BASES)
    filtered = kept != list(BASES)
    parameters = _resolve(reading, asked, typed)
    view = reading.view(asked, parameters, kept)
    rows = asked.rows(view, parameters)
    if filtered and not keep_things:
        rows = [row for row in rows if row["basis"] in kept]
    about = sorted({key for row in rows for key in row[ABOUT]} | set(_ids(asked, parameters)))
    notes = _left_out(kept) if filtered else [*asked.notes(view, rows, parameters), *_blanks(view, asked, rows)]
    for row in rows:
        del row[ABOUT]
    if name != CAUTIONS:
        notes += cautions(reading, about)
    shown = {**parameters, **({"basis": kept} if filtered else {})}
    notes = list(dict.fromkeys(notes))
    return Answer(
        name,
        shown,
        asked.columns,
        rows,
        reading.origin,
        notes,
        asked.description,
        _subjects(reading, asked, parameters),
    )


def cautions(reading: Reading, ids: Sequence[str]) -> list[str]:
    """The cautions that belong to some things."""
    asked = question(CAUTIONS)
    parameters = {"ids": list(ids)}
    return [row["note"] for row in asked.rows(reading.view(asked, parameters, BASES), parameters)]


def _left_out(kept: Sequence[str]) -> list[str]:
    # What the plan does not say can only be told when all that it says was counted.
    which = " or ".join(kept)
    return [f"Only facts that are {which} are counted: what else the plan says, or does not, is left out."]


def _subjects(reading: Reading, asked: Question, parameters: Mapping[str, Any]) -> list[str]:
    """What was understood of each value that was typed."""
    return [
        title
        for parameter in asked.parameters
        for title in KINDS[parameter.kind].titles(reading.names, parameter, parameters[parameter.name])
    ]


def _ids(asked: Question, parameters: Mapping[str, Any]) -> Iterator[str]:
    """The ids among the parameters, so that an answer without rows still carries their cautions."""
    for parameter in asked.parameters:
        yield from KINDS[parameter.kind].ids(parameters[parameter.name])


def _resolve(reading: Reading, asked: Question, typed: Mapping[str, Any]) -> dict[str, Any]:
    takes = [parameter.name for parameter in asked.parameters]
    if unknown := [name for name in typed if name not in takes]:
        raise BadParameters(asked.name, f"does not take '{unknown[0]}'", takes)
    if missing := [name for name in takes if name not in typed]:
        raise BadParameters(asked.name, f"needs a value for '{missing[0]}'", takes)
    found = {}
    for parameter in asked.parameters:
        value = typed[parameter.name]
        text = value if isinstance(value, str) else ", ".join(value)
        found[parameter.name] = KINDS[parameter.kind].resolve(reading.names, parameter, text)
    return found


def _blanks(view: GraphView, asked: Question, rows: Sequence[Row]) -> Iterator[str]:
    """What the plan does not say of the actions that are listed, and what a record has ended."""
    return blank_cells(view, rows) if has_all(asked.columns, ACTION_FACTS) else iter(())
