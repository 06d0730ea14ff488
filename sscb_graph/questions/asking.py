"""The whole flow of a question: typed values -> resolved parameters -> a view of the graph -> rows -> an answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from sscb_graph.errors import BadParameters, BadValue
from sscb_graph.graph.nodes import Body, Status
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import BASES
from sscb_graph.model.vocabulary import STATUS_WORDS
from sscb_graph.questions.answer import Answer, Caution, Origin, PlanLine
from sscb_graph.questions.columns import ACTION_FACTS, has_all
from sscb_graph.questions.columns import Status as StatusColumn
from sscb_graph.questions.definition import Question, find_question
from sscb_graph.questions.names import Names
from sscb_graph.questions.parameters import ANY_NUMBER, KINDS, Parameter
from sscb_graph.questions.rows import ABOUT, Row
from sscb_graph.questions.rows import CAUTIONS as CAUTIONS_OF_ROW
from sscb_graph.questions.silence import blank_cells
from sscb_graph.text import fold

#: The question whose rows are the cautions that an answer carries.
CAUTIONS = "notes-on"


class Reading(Protocol):
    """A consistent reading of a plan in a store, while it is under way."""

    @property
    def origin(self) -> Origin:
        """Where the answers come from."""

    @property
    def names(self) -> Names:
        """The names of the plan."""

    def view(self, question: Question, parameters: Mapping[str, Any], bases: Collection[str]) -> GraphView:
        """A view of at least the part of the graph that a question needs."""

    def whole(self) -> GraphView:
        """A view of the whole plan, with facts on every basis."""


def ask(
    reading: Reading,
    name: str,
    typed: Mapping[str, Any],
    bases: Collection[str] = (),
    *,
    keep_things: bool = False,
    only: Mapping[str, str] | None = None,
) -> Answer:
    """Answers a named question.

    ``typed`` holds the typed text of each parameter; ``bases`` holds the bases of the facts that count, by default
    all. Rows whose own basis is not among them are left out, unless ``keep_things`` keeps every thing and limits only
    the facts about it. ``only`` holds what columns must say for a row to be kept. Raises UnknownQuestion,
    BadParameters, BadValue, and the errors of ``Names``.
    """
    question = find_question(name)
    kept = _bases(bases)
    filtered = kept != list(BASES)
    parameters = _resolve(reading, question, typed)
    view = reading.view(question, parameters, kept)
    rows = question.rows(view, parameters)
    if filtered and not keep_things:
        rows = [row for row in rows if row["basis"] in kept]
    if only:
        rows = [row for row in rows if all(row[column] == text for column, text in only.items())]
        parameters |= only
    about = sorted({key for row in rows for key in row[ABOUT]} | set(_ids(question, parameters)))
    notes = _left_out(kept) if filtered else [*question.notes(view, rows, parameters), *_blanks(view, question, rows)]
    headline = question.headline(view, rows, parameters)
    title = question.title(view, parameters)
    brief = question.brief(view, rows, parameters)
    for row in rows:
        del row[ABOUT]
        notes += map(Caution, row.pop(CAUTIONS_OF_ROW, []))
    if name != CAUTIONS:
        notes += cautions(reading, about)
    readings = list(_readings(reading, question, typed))
    return Answer(
        name,
        {**_given(parameters), **({"basis": kept} if filtered else {})},
        question.columns,
        rows,
        reading.origin,
        list(dict.fromkeys([*readings, *notes])),
        headline=_of_bases(headline, rows, kept) if filtered else headline,
        heading=title or question.description.removesuffix("."),
        subjects=[*([] if title else _subjects(reading, question, parameters)), *readings],
        brief=brief,
        plan=plan_line(reading.names),
        short_names=_short_names(view, about),
        statuses=_own_statuses(view, question),
    )


def plan_line(names: Names) -> PlanLine:
    """What a page says of the plan that it is about."""
    plan = names.plan
    return PlanLine(plan.name, plan.starts, plan.until)


def _of_bases(headline: str, rows: Sequence[Row], bases: Sequence[str]) -> str:
    """The headline of an answer that counts only facts on some bases: it never says what the plan lacks."""
    which = " or ".join(bases)
    return f"Of the facts that are {which}: {headline}" if rows else f"No fact that is {which} answers this."


def _short_names(view: GraphView, keys: Iterable[str]) -> dict[str, str]:
    """The short names of the bodies among some things, by their names."""
    bodies = (view.reader.node(key) for key in keys)
    return {body.name: body.short_name for body in bodies if isinstance(body, Body) and body.short_name}


def _own_statuses(view: GraphView, question: Question) -> dict[str, str]:
    """What the plan's own words for progress are counted as, for a question that shows statuses."""
    if not any(isinstance(column, StatusColumn) for column in question.columns):
        return {}
    statuses = view.all(Status)
    return {each.name: each.meaning for each in statuses if each.meaning and fold(each.name) not in STATUS_WORDS}


def cautions(reading: Reading, ids: Sequence[str]) -> list[str]:
    """The cautions that belong to some things."""
    question = find_question(CAUTIONS)
    parameters = {"ids": list(ids)}
    return [row["note"] for row in question.rows(reading.view(question, parameters, BASES), parameters)]


def _left_out(kept: Sequence[str]) -> list[str]:
    # A filtered answer cannot claim that the plan is silent: what is missing may stand on another basis.
    which = " or ".join(kept)
    return [Caution(f"Only facts that are {which} are counted: what else the plan says, or does not, is left out.")]


def _subjects(reading: Reading, question: Question, parameters: Mapping[str, Any]) -> list[str]:
    """How each typed value was understood, in words."""
    return [
        title
        for parameter in question.parameters
        for value in parameter.values(parameters[parameter.name])
        for title in KINDS[parameter.kind].titles(reading.names, parameter, value)
    ]


def _given(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters that have a value."""
    return {name: value for name, value in parameters.items() if value is not None and value != []}


def _ids(question: Question, parameters: Mapping[str, Any]) -> Iterator[str]:
    """The ids among the parameters, so that an answer without rows still carries their cautions."""
    for parameter in question.parameters:
        for value in parameter.values(parameters[parameter.name]):
            yield from KINDS[parameter.kind].ids(value)


def _resolve(reading: Reading, question: Question, typed: Mapping[str, Any]) -> dict[str, Any]:
    takes = [parameter.name for parameter in question.parameters]
    if unknown := [name for name in typed if name not in takes]:
        raise BadParameters(question.name, f"does not take '{unknown[0]}'", takes)
    if missing := [each.name for each in question.parameters if each.name not in typed and not each.optional]:
        raise BadParameters(question.name, f"needs a value for '{missing[0]}'", takes)
    return {
        parameter.name: parameter.resolve(reading.names, _as_typed(parameter, typed.get(parameter.name)))
        for parameter in question.parameters
    }


def _readings(reading: Reading, question: Question, typed: Mapping[str, Any]) -> Iterator[str]:
    """A sentence for each typed value that is not exactly what was read."""
    for parameter in question.parameters:
        yield from parameter.explain(reading.names, _as_typed(parameter, typed.get(parameter.name)))


def _bases(typed: Collection[str]) -> list[str]:
    """The bases that count, strongest first; all by default. Raises BadValue for a word that is not a basis."""
    chosen = {typed} if isinstance(typed, str) else set(typed)
    if unknown := sorted(str(basis) for basis in chosen - set(BASES)):
        raise BadValue("basis", unknown[0], f"it is not one of {', '.join(BASES)}")
    return [basis for basis in BASES if basis in chosen] or list(BASES)


def _as_typed(parameter: Parameter, value: Any) -> str | list[str] | None:
    """A value as a person would type it: a text, a whole number, a day (ISO 8601), several of them, or nothing.

    Raises BadValue for anything else. A number with a fraction is refused, since 2.10 would become 2.1.
    """
    if value is None and parameter.optional:
        return None
    if _is_typed(value):
        return str(value)
    parts = list(value) if isinstance(value, Iterable) else [value]
    alternatives = parameter.times == ANY_NUMBER
    if all(_is_typed(part) if alternatives else isinstance(part, str) for part in parts):
        return [str(part) for part in parts]
    raise BadValue(parameter.name, str(value), "give it as text")


def _is_typed(value: Any) -> bool:
    """Whether a value reads the same typed by a person: a text, a whole number or a day."""
    return isinstance(value, str | int | date) and not isinstance(value, bool)


def _blanks(view: GraphView, question: Question, rows: Sequence[Row]) -> Iterator[str]:
    """What the plan does not say of the actions that are listed, and what a record has ended."""
    return blank_cells(view, rows) if has_all(question.columns, ACTION_FACTS) else iter(())
