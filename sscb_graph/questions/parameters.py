"""The kinds of parameter that a question may have: how a typed text becomes a value, and how a value is shown.

A new kind is a new entry of KINDS.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sscb_graph.errors import BadValue
from sscb_graph.graph.nodes import Action, Body, Node, Priority, Recommendation, Report, Status
from sscb_graph.model.dates import in_words
from sscb_graph.model.typed_days import TypedDay, read_typed
from sscb_graph.model.vocabulary import TYPES, KnownStatus, type_name
from sscb_graph.questions.names import Names
from sscb_graph.text import fold

#: How often a value of a parameter may be given: once, at most once, or any number of times.
ONCE, OPTIONAL, ANY_NUMBER = "", "?", "*"
#: What separates several values in a single text: names hold commas.
BETWEEN_VALUES = ";"


class Parameter:
    """A parameter of a question: its name, kind, description, and an example that works on the shipped plan.

    ``times`` is ONCE, OPTIONAL (the value is None where none is given) or ANY_NUMBER (the value is a list, in which any
    of several counts; empty where none is given).
    """

    __slots__ = ("description", "example", "kind", "name", "times")

    def __init__(self, name: str, kind: str, times: str, description: str, example: str) -> None:
        self.name = name
        self.kind = kind
        self.times = times
        self.description = description
        self.example = example

    @property
    def optional(self) -> bool:
        """Whether a question is answered without a value."""
        return self.times != ONCE

    def resolve(self, names: Names, typed: str | Sequence[str] | None) -> Any:
        """The value of what was typed, if anything was; raises BadValue or the errors of ``Names``."""
        if typed is None:
            return [] if self.times == ANY_NUMBER else None
        values = [KINDS[self.kind].resolve(names, self, text) for text in self._texts(typed)]
        return list(dict.fromkeys(values)) if self.times == ANY_NUMBER else values[0]

    def explain(self, names: Names, typed: str | Sequence[str] | None) -> Iterator[str]:
        """A sentence on each text that was not read exactly as typed."""
        for text in self._texts(typed) if typed is not None else ():
            if how := KINDS[self.kind].explain(names, self, text):
                yield how

    def _texts(self, typed: str | Sequence[str]) -> Sequence[str]:
        """The single texts of what was typed."""
        if self.times == ANY_NUMBER:
            return typed.split(BETWEEN_VALUES) if isinstance(typed, str) else typed
        return [typed if isinstance(typed, str) else ", ".join(typed)]

    def values(self, value: Any) -> list[Any]:
        """The single values of what was given: none, one or several."""
        if self.times == ANY_NUMBER:
            return list(value)
        return [] if value is None else [value]


class ParameterKind:
    """A kind of parameter.

    ``resolve(names, parameter, typed)`` returns the value of a typed text, or raises BadValue or the errors of
    ``Names``; ``explain(names, parameter, typed)`` returns a sentence on how such a text was read, "" where it says
    exactly what was meant. ``things`` are the classes of things that a value names: a value is then an id (a list of
    ids where ``many``), the answer's heading gives the names, and cautions about the things belong to the answer.
    ``shown(value)`` is what the heading repeats of a value that names no thing.
    """

    __slots__ = ("explain", "many", "resolve", "shown", "things")

    def __init__(
        self,
        resolve: Callable[[Names, Parameter, str], Any],
        *,
        things: tuple[type[Node], ...] = (),
        many: bool = False,
        shown: Callable[[Any], str] | None = None,
        explain: Callable[[Names, Parameter, str], str] = lambda _, __, ___: "",
    ) -> None:
        self.resolve = resolve
        self.explain = explain
        self.things = things
        self.many = many
        self.shown = shown

    def ids(self, value: Any) -> list[str]:
        """The ids of the things that a value names."""
        if not self.things:
            return []
        return list(value) if self.many else [value]

    def titles(self, names: Names, parameter: Parameter, value: Any) -> list[str]:
        """How the typed value was understood, in words for the heading."""
        if self.shown:
            return [f"{parameter.name.replace('_', ' ')}: {self.shown(value)}"]
        return names.titles(self.ids(value))


def _day(parameter: Parameter, typed: str, *, first: bool = False) -> TypedDay:
    try:
        return read_typed(typed, first=first)
    except ValueError as problem:
        raise BadValue(parameter.name, typed, str(problem)) from None


def _year(_: Names, parameter: Parameter, typed: str) -> str:
    year = fold(typed)
    if not re.fullmatch(r"[0-9]{4}", year):
        raise BadValue(parameter.name, typed, "type a year of four digits, such as 2018")
    return year


def _types(_: Names, parameter: Parameter, typed: str) -> list[str]:
    names = [type_name(part) for part in _parts(typed)]
    for name in names:
        if name not in TYPES:
            raise BadValue(parameter.name, name, f"it is not one of {', '.join(sorted(TYPES))}")
    if not names:
        raise BadValue(parameter.name, typed, "name at least one relationship type")
    return sorted(set(names))


def _status(names: Names, parameter: Parameter, typed: str) -> str:
    word = fold(typed)
    if word in {NO_STATUS, "blank", "not recorded"}:
        return NO_STATUS
    known = sorted({*(status.value for status in KnownStatus), *(one.search_text for one in names.nameable(Status))})
    if word not in known:
        raise BadValue(parameter.name, typed, f"it is not one of {', '.join(known)}, or {NO_STATUS} for a blank")
    return word


def _text(_: Names, parameter: Parameter, typed: str) -> str:
    if not fold(typed):
        raise BadValue(parameter.name, typed, "type at least one word")
    return fold(typed)


def _parts(typed: str) -> list[str]:
    return [part.strip() for part in typed.split(",") if part.strip()]


#: The value of a status where none is recorded.
NO_STATUS = "none"
#: Every kind of parameter, by the word that a question's header uses.
KINDS: dict[str, ParameterKind] = {
    "action": ParameterKind(lambda names, _, typed: names.action_ids(typed), things=(Action,), many=True),
    "body": ParameterKind(
        lambda names, _, typed: names.body(typed).id,
        things=(Body,),
        explain=lambda names, _, typed: names.read_body(typed).how,
    ),
    "day": ParameterKind(
        lambda _, parameter, typed: _day(parameter, typed).iso,
        shown=in_words,
        explain=lambda _, parameter, typed: _day(parameter, typed).how,
    ),
    "first_day": ParameterKind(
        lambda _, parameter, typed: _day(parameter, typed, first=True).iso,
        shown=in_words,
        explain=lambda _, parameter, typed: _day(parameter, typed, first=True).how,
    ),
    "ids": ParameterKind(lambda _, __, typed: _parts(typed)),
    "priority": ParameterKind(lambda names, _, typed: names.priority(typed).id, things=(Priority,)),
    "recommendation": ParameterKind(lambda names, _, typed: names.recommendation(typed).id, things=(Recommendation,)),
    "report": ParameterKind(lambda names, _, typed: names.report(typed).id, things=(Report,)),
    "status": ParameterKind(_status),
    "text": ParameterKind(_text, shown=str),
    "thing": ParameterKind(
        lambda names, _, typed: names.thing(typed).id, things=(Action, Recommendation, Priority, Body)
    ),
    "types": ParameterKind(_types),
    "year": ParameterKind(_year, shown=str),
}
