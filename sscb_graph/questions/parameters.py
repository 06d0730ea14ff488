"""The kinds of parameter that a question may have: how each is read from what a person typed, and shown.

A new kind is one entry here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sscb_graph.errors import BadValue
from sscb_graph.graph.nodes import Action, Body, Node, Priority, Recommendation, Report
from sscb_graph.model import dates
from sscb_graph.model.vocabulary import TYPES, type_name
from sscb_graph.questions.names import Names
from sscb_graph.text import fold


class Parameter:
    """A parameter of a question: its name, its kind, what it is, and a value that works on the shipped plan."""

    __slots__ = ("description", "example", "kind", "name")

    def __init__(self, name: str, kind: str, description: str, example: str) -> None:
        self.name = name
        self.kind = kind
        self.description = description
        self.example = example


class ParameterKind:
    """A kind of parameter.

    ``resolve`` makes a value of the names of the plan, the parameter and the typed text, and raises an error of
    errors.py for a text that will not do. ``things`` are the classes of what a value names: its values are ids (a
    list of them where ``many``), the answer's heading gives their names, and cautions about them belong to the
    answer. ``shown`` says that the heading repeats the value itself.
    """

    __slots__ = ("many", "resolve", "shown", "things")

    def __init__(
        self,
        resolve: Callable[[Names, Parameter, str], Any],
        *,
        things: tuple[type[Node], ...] = (),
        many: bool = False,
        shown: bool = False,
    ) -> None:
        self.resolve = resolve
        self.things = things
        self.many = many
        self.shown = shown

    def ids(self, value: Any) -> list[str]:
        """The ids of the things that a value names."""
        if not self.things:
            return []
        return list(value) if self.many else [value]

    def titles(self, names: Names, parameter: Parameter, value: Any) -> list[str]:
        """What was understood of the typed value, in words."""
        if self.shown:
            return [f"{parameter.name.replace('_', ' ')}: {value}"]
        return names.titles(self.ids(value))


def _day(_: Names, parameter: Parameter, typed: str) -> str:
    try:
        return dates.parse_day(typed)
    except ValueError:
        raise BadValue(parameter.name, typed, "write a day of the calendar as 2018-06-30") from None


def _types(_: Names, parameter: Parameter, typed: str) -> list[str]:
    names = [type_name(part) for part in _parts(typed)]
    for name in names:
        if name not in TYPES:
            raise BadValue(parameter.name, name, f"it is not one of {', '.join(sorted(TYPES))}")
    if not names:
        raise BadValue(parameter.name, typed, "name at least one relationship type")
    return sorted(set(names))


def _text(_: Names, parameter: Parameter, typed: str) -> str:
    if not fold(typed):
        raise BadValue(parameter.name, typed, "type at least one word")
    return fold(typed)


def _parts(typed: str) -> list[str]:
    return [part.strip() for part in typed.split(",") if part.strip()]


#: Every kind of parameter, by the word that a question's header uses.
KINDS: dict[str, ParameterKind] = {
    "action": ParameterKind(lambda names, _, typed: names.action_ids(typed), things=(Action,), many=True),
    "body": ParameterKind(lambda names, _, typed: names.body(typed).id, things=(Body,)),
    "day": ParameterKind(_day, shown=True),
    "ids": ParameterKind(lambda _, __, typed: _parts(typed)),
    "priority": ParameterKind(lambda names, _, typed: names.priority(typed).id, things=(Priority,)),
    "recommendation": ParameterKind(lambda names, _, typed: names.recommendation(typed).id, things=(Recommendation,)),
    "report": ParameterKind(lambda names, _, typed: names.report(typed).id, things=(Report,)),
    "text": ParameterKind(_text, shown=True),
    "thing": ParameterKind(
        lambda names, _, typed: names.thing(typed).id, things=(Action, Recommendation, Priority, Body)
    ),
    "types": ParameterKind(_types),
}
