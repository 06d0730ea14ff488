"""The whole flow of a question: typed values -> resolved parameters -> a store's rows -> an answer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from importlib import import_module
from typing import Any, Protocol

from sscb_graph import dates
from sscb_graph.basis import BASES
from sscb_graph.errors import BadParameters, BadValue
from sscb_graph.names import Index
from sscb_graph.ontology import TYPES
from sscb_graph.questions.answer import Answer, Origin, Row
from sscb_graph.questions.loader import Parameter, Question, question
from sscb_graph.text import fold

#: A column that a store returns beside the declared ones: the ids of the things that a row is about.
ABOUT = "about"


class Asker(Protocol):
    """A store in the middle of one consistent reading: it answers questions and knows the names."""

    @property
    def origin(self) -> Origin:
        """Where the answers come from."""

    def names(self) -> Index:
        """The names of the plan."""

    def rows(self, asked: Question, parameters: Mapping[str, Any], bases: Collection[str]) -> list[Row]:
        """The rows of a question, with the column ``about``."""


def ask(
    store: Asker, name: str, typed: Mapping[str, Any], bases: Collection[str] = (), *, keep_things: bool = False
) -> Answer:
    """Answers a named question.

    ``typed`` holds what a person typed for each parameter; ``bases`` the bases of the facts that count, all by
    default. Rows that are themselves on another basis are left out, unless ``keep_things`` asks for every thing with
    only the facts about it counted so. Raises the errors of names and values, each a sentence with exit code 2.
    """
    asked = question(name)
    kept = [basis for basis in BASES if basis in bases] or list(BASES)
    parameters = _resolved(store, asked, typed)
    rows = store.rows(asked, parameters, kept)
    twin = import_module(asked.module)
    if finish := getattr(twin, "finish", None):
        finish(rows, parameters)
    filtered = kept != list(BASES)
    if filtered and not keep_things:
        rows = [row for row in rows if row["basis"] in kept]
    about = sorted({key for row in rows for key in row.pop(ABOUT)} | _things(asked, parameters))
    own: Callable[..., list[str]] = getattr(twin, "notes", _nothing)
    # What the plan does not say can only be told when all that it says was counted.
    only = f"Only facts that are {' or '.join(kept)} are counted: what else the plan says, or does not, is left out."
    said = [only] if filtered else [*own(rows, parameters), *_blanks(rows)]
    if name != "notes-on":
        cautions = store.rows(question("notes-on"), {"ids": about}, list(BASES))
        said += [row["note"] for row in cautions]
    shown = {**parameters, **({"basis": kept} if filtered else {})}
    subjects = tuple(_subjects(store, asked, parameters))
    said = list(dict.fromkeys(said))
    return Answer(name, shown, asked.columns, rows, store.origin, said, asked.description, subjects)


def _subjects(store: Asker, asked: Question, parameters: Mapping[str, Any]) -> Iterator[str]:
    """What was understood of each value that was typed."""
    for parameter in asked.parameters:
        value = parameters[parameter.name]
        if parameter.kind in {"body", "ofsted", "peer", "thing", "action"}:
            yield from store.names().titles(parameter.kind, [value] if isinstance(value, str) else value)
        elif parameter.kind in {"day", "text"}:
            yield f"{parameter.name.replace('_', ' ')}: {value}"


def _nothing(rows: list[Row], _: Mapping[str, Any]) -> list[str]:
    return [] if rows else ["The plan does not say: nothing in it answers this."]


def _things(asked: Question, parameters: Mapping[str, Any]) -> set[str]:
    """The ids among the parameters, so that an answer without rows still carries their notes."""
    found: set[str] = set()
    for parameter in asked.parameters:
        if parameter.kind in {"body", "ofsted", "peer", "thing"}:
            found.add(parameters[parameter.name])
        elif parameter.kind == "action":
            found.update(parameters[parameter.name])
    return found


def _blanks(rows: list[Row]) -> list[str]:
    """What the plan does not say of the actions that are listed."""
    said = []
    if rows and "leads_basis" in rows[0]:
        actions = {row["row_id"]: row for row in rows}
        for column, missing in (("status", "how far they are"), ("leads", "who leads them"), ("due", "by what day")):
            blank = [row["action"] for row in actions.values() if not row[column]]
            if blank:
                which = f"{len(blank)} of these {len(actions)} actions" if len(blank) > 4 else ", ".join(blank)
                said.append(f"The plan does not say {missing}: {column} is blank for {which}.")
    return said


def _resolved(store: Asker, asked: Question, typed: Mapping[str, Any]) -> dict[str, Any]:
    takes = [parameter.name for parameter in asked.parameters]
    if unknown := [name for name in typed if name not in takes]:
        raise BadParameters(asked.name, f"does not take '{unknown[0]}'", takes)
    if missing := [name for name in takes if name not in typed]:
        raise BadParameters(asked.name, f"needs a value for '{missing[0]}'", takes)
    return {parameter.name: _value(store, parameter, typed[parameter.name]) for parameter in asked.parameters}


def _value(store: Asker, parameter: Parameter, typed: Any) -> Any:
    text = typed if isinstance(typed, str) else ", ".join(typed)
    readers: dict[str, Callable[[str], Any]] = {
        "body": lambda name: store.names().body(name).id,
        "action": lambda number: store.names().action_ids(number),
        "ofsted": lambda number: store.names().ofsted_id(number),
        "peer": lambda number: store.names().peer_id(number),
        "thing": lambda name: store.names().thing_id(name),
        "day": lambda day: _day(parameter, day),
        "types": lambda types: _types(parameter, types),
        "ids": lambda ids: [part.strip() for part in ids.split(",") if part.strip()],
        "text": lambda words: _words(parameter, words),
    }
    return readers[parameter.kind](text)


def _day(parameter: Parameter, text: str) -> str:
    try:
        return dates.parse_day(text)
    except ValueError:
        raise BadValue(parameter.name, text, "write a day of the calendar as 2018-06-30") from None


def _types(parameter: Parameter, text: str) -> list[str]:
    names = [part.strip().upper().replace(" ", "_") for part in text.split(",") if part.strip()]
    for name in names:
        if name not in TYPES:
            raise BadValue(parameter.name, name, f"it is not one of {', '.join(sorted(TYPES))}")
    if not names:
        raise BadValue(parameter.name, text, "name at least one relationship type")
    return sorted(set(names))


def _words(parameter: Parameter, text: str) -> str:
    if not fold(text):
        raise BadValue(parameter.name, text, "type at least one word")
    return fold(text)
