"""A typed name -> the thing that was meant, or candidates; both stores use it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from sscb_graph.errors import AmbiguousName, UnknownName, UnknownNumber
from sscb_graph.graph.nodes import Action, Body, Node, Plan, Priority, Recommendation, Report
from sscb_graph.questions.body_names import BodyNames, ReadBody
from sscb_graph.questions.forms import plain_number
from sscb_graph.questions.item_names import RECOMMENDATION, ItemNames
from sscb_graph.questions.likeness import nearest
from sscb_graph.text import fold, slug

#: What stands between several numbers.
_BETWEEN = re.compile(r"(?:[\s,;&+]|\band\b)+")
#: The classes of things that can be named, and what a sentence calls each.
NAMEABLE: dict[type[Node], str] = {
    Action: "action",
    Recommendation: "recommendation",
    Priority: "priority",
    Body: "body",
    Report: "report",
}
N = TypeVar("N", bound=Node)


class NameSource(Protocol):
    """Where names are looked up: a kept index, or what a server knows."""

    @property
    def plan(self) -> Plan:
        """The plan's own node."""

    def named(self, kind: type[N], form: str) -> Sequence[N]:
        """The nodes of a class that have a form, in their order; see ``forms_of``."""

    def nameable(self, kind: type[N]) -> Sequence[N]:
        """All nodes of a class, in their order."""

    def node(self, key: str) -> Node | None:
        """The node of an id."""


def title_of(node: Node) -> str:
    """The name of a thing, with the words that say what it is."""
    match node:
        case Action():
            words = f"Priority {node.priority}"
        case Recommendation():
            words = node.about_marked
        case Priority():
            words = node.wording
        case _:
            words = ""
    return f"{node.name}: {words}" if words else node.name


class Names:
    """All names of a plan."""

    def __init__(self, source: NameSource) -> None:
        self._source = source
        self._bodies = BodyNames(source)
        self._items = ItemNames(source)

    @property
    def plan(self) -> Plan:
        """The plan's own node."""
        return self._source.plan

    @property
    def board(self) -> Body | None:
        """The body at the top of the structure; None where the plan names none."""
        key = self._source.plan.board
        found = self._source.node(key) if key else None
        return found if isinstance(found, Body) else None

    def titles(self, keys: Sequence[str]) -> list[str]:
        """The names and words of some things."""
        found = (self._source.node(key) for key in keys)
        return [title_of(node) for node in found if node is not None]

    def nameable(self, kind: type[N]) -> Sequence[N]:
        """All things of a class that can be named."""
        return self._source.nameable(kind)

    def body(self, typed: str) -> Body:
        """The body that was meant; raises UnknownName or AmbiguousName."""
        return self.read_body(typed).body

    def read_body(self, typed: str) -> ReadBody:
        """The body that was meant, and how the text was read; raises UnknownName or AmbiguousName."""
        return self._bodies.read(typed)

    def bodies_named(self, name: str) -> list[Body]:
        """The bodies that have exactly a name, however it is written, or have it as their id."""
        by_id = self._source.node(name)
        return [*self._bodies.named(name), *([by_id] if isinstance(by_id, Body) else [])]

    def action_ids(self, typed: str) -> list[str]:
        """The ids of the actions that were meant, by one number or several: all rows that share a number.

        Raises UnknownName.
        """
        wanted = re.sub(r"^actions?\b[\s.]*", "", fold(typed))
        if found := self._actions(wanted):
            return found
        parts = {part: self._actions(part) for part in _BETWEEN.split(wanted) if part}
        for part, found in parts.items():
            if not found:
                names = dict.fromkeys(action.name for action in self._source.nameable(Action))
                raise UnknownName(part if len(parts) > 1 else typed, "action", nearest(part, names))
        if not parts:
            raise UnknownName(typed, "action", [])
        return list(dict.fromkeys(key for found in parts.values() for key in found))

    def _actions(self, wanted: str) -> list[str]:
        """The ids of the actions with an id or a number."""
        by_id = self._source.node(wanted)
        if isinstance(by_id, Action):
            return [by_id.id]
        form = slug(wanted)
        return [action.id for action in self._source.named(Action, form)] if form else []

    def report(self, typed: str) -> Report:
        """The report with a word, name or id; raises UnknownName or AmbiguousName."""
        return self._items.report(typed)

    def recommendation(self, typed: str) -> Recommendation:
        """The item of a report: "ofsted 22", or "22" of the default report; raises UnknownName or UnknownNumber."""
        return self._items.item(typed)

    def recommendations(self, typed: str) -> list[Recommendation]:
        """The items of "ofsted 22, 24 and 31"; raises UnknownName or UnknownNumber."""
        return self._items.items(typed)

    def priority(self, typed: str) -> Priority:
        """The priority with a number or id; raises UnknownNumber or UnknownName."""
        number = plain_number(re.sub(r"^priority[\s.]*", "", fold(typed)))
        by_id = self._source.node(fold(typed))
        if isinstance(by_id, Priority):
            return by_id
        if found := self._source.named(Priority, number):
            return found[0]
        known = [str(priority.number) for priority in self._source.nameable(Priority)]
        if len(known) > 1:
            raise UnknownNumber(typed, "priority", known)
        raise UnknownName(typed, "priority", known)

    def thing(self, typed: str) -> Node:
        """The action, recommendation, priority, body or report that was meant; raises what ``things`` raises.

        Raises AmbiguousName for several.
        """
        found = self.things(typed)
        if len(found) > 1:
            raise AmbiguousName(typed, NAMEABLE[type(found[0])], [_to_type(node) for node in found])
        return found[0]

    def things(self, typed: str) -> list[Node]:
        """What was meant: a body, a report, a priority, or the actions or recommendations of one or several numbers.

        A number alone is one of the plan's default report. Raises what the
        methods for each class raise.
        """
        words = fold(typed)
        by_id = self._source.node(words)
        if by_id is not None and type(by_id) in NAMEABLE:
            return [by_id]
        if re.match(r"priority\b.*\d", words) and not self._bodies.named(words):
            return [self.priority(words)]
        if re.match(r"actions?\b[\s.]*\d", words):
            return self._nodes(self.action_ids(words))
        if self._items.begins_with_report(words) and not self._bodies.named(words):
            return list(self.recommendations(words))
        if words[:1].isdecimal() and not self._begins_with_a_number(words):
            return self._numbered(typed)
        if re.fullmatch(RECOMMENDATION, words) and not self._bodies.named(words):
            raise UnknownName(typed, "recommendation", [])
        return [self._body_or_report(typed)]

    def _begins_with_a_number(self, words: str) -> bool:
        """Whether a text is the name of a body that begins with a number, and not that of an action."""
        return bool(self._bodies.named(words)) and not self._source.named(Action, slug(words))

    def _numbered(self, typed: str) -> list[Node]:
        """The actions or the recommendations with the numbers that were typed without more words."""
        actions = _if_any(lambda: self._nodes(self.action_ids(typed)))
        items = _if_any(lambda: list(self.recommendations(typed)))
        # A number alone is one of the plan's default report; only what that report has not can be an action's.
        if actions or items:
            return items or actions
        whole = fold(typed).replace(" ", "").isdecimal() and self._source.plan.default_report
        return [self.recommendation(typed)] if whole else self._nodes(self.action_ids(typed))

    def _body_or_report(self, typed: str) -> Node:
        """A body with a name, else a report with it, else the body with the most likely name."""
        reports = self._source.named(Report, fold(typed))
        return reports[0] if len(reports) == 1 and not self._bodies.named(typed) else self.body(typed)

    def _nodes(self, keys: Sequence[str]) -> list[Node]:
        return [node for key in keys if (node := self._source.node(key)) is not None]


def _if_any(find: Callable[[], list[Node]]) -> list[Node]:
    """What is found; [] where nothing has the name."""
    try:
        return find()
    except (UnknownName, UnknownNumber):
        return []


def _to_type(node: Node) -> str:
    """What to type for a thing: the id of an action, since rows may share a number, and otherwise its name."""
    return node.id if isinstance(node, Action) else node.name
