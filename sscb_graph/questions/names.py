"""A typed name -> the thing that was meant, or candidates; both stores use it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from sscb_graph.errors import AmbiguousName, UnknownName, UnknownNumber
from sscb_graph.graph.nodes import Action, Body, Node, Plan, Priority, Recommendation, Report
from sscb_graph.model.vocabulary import GROUP_KINDS
from sscb_graph.text import fold, slug, squash

#: The least likeness (0 to 100) at which a name is taken as meant, and at which it is suggested.
MEANT, SUGGESTED = 88, 55
#: The least margin over every other name at which a name is taken as meant.
LEAD = 5
#: What people type before the number of a recommendation, whatever its report.
_RECOMMENDATION = r"(?:recommendation|rec)\b[\s.]*"
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


def forms_of(node: Node) -> tuple[str, ...]:
    """The exact forms under which a thing is found; empty for what has no name that people type."""
    match node:
        case Body():
            forms = [squash(name) for name in (node.name, node.short_name or "", *node.printed_names)]
        case Action():
            forms = number_forms(node.number, node.number_printed)
        case Recommendation():
            forms = [_item_form(node.report, node.number)]
        case Priority():
            forms = [str(node.number)]
        case Report():
            forms = [fold(node.word), fold(node.name)]
        case _:
            return ()
    return tuple(dict.fromkeys(form for form in forms if form))


def title_of(node: Node) -> str:
    """The name of a thing, with the words that say what it is."""
    match node:
        case Action():
            words = f"Priority {node.priority}, {node.id}"
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
        if not squash(typed):
            raise UnknownName(typed, "body", [])
        exact = self._bodies(typed)
        if "/" in typed and not exact:
            parts = {body.name for part in typed.split("/") for body in self._bodies(part)}
            if len(parts) > 1:
                raise AmbiguousName(typed, "body", sorted(parts))
        by_id = self._source.node(fold(typed))
        exact = exact or ([by_id] if isinstance(by_id, Body) else []) or self._bodies(_bare(typed))
        own = [body for body in exact if squash(body.name) == squash(typed)]
        if len(own) == 1 or len(exact) == 1:
            return (own or exact)[0]
        if exact:
            raise AmbiguousName(typed, "body", _apart(exact))
        return self._likely(typed)

    def _bodies(self, typed: str) -> list[Body]:
        form = squash(typed)
        return list(self._source.named(Body, form)) if form else []

    def action_ids(self, typed: str) -> list[str]:
        """The ids of the actions that were meant: all rows that share a number. Raises UnknownName."""
        wanted = re.sub(r"^action\s+", "", fold(typed))
        by_id = self._source.node(wanted)
        if isinstance(by_id, Action):
            return [by_id.id]
        form = slug(wanted)
        found = [action.id for action in self._source.named(Action, form)] if form else []
        if not found:
            names = dict.fromkeys(action.name for action in self._source.nameable(Action))
            raise UnknownName(typed, "action", nearest(wanted, names))
        return found

    def report(self, typed: str) -> Report:
        """The report with a word, name or id; raises AmbiguousName, or UnknownName with the words of the plan."""
        found = self._source.named(Report, fold(typed))
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousName(typed, "report", [report.id for report in found])
        by_id = self._source.node(fold(typed))
        if isinstance(by_id, Report):
            return by_id
        raise UnknownName(typed, "report", [report.word for report in self._source.nameable(Report)])

    def recommendation(self, typed: str) -> Recommendation:
        """The item of a report: "ofsted 22", "peer 3", or "22" of the plan's default report.

        Raises UnknownName, or UnknownNumber with the numbers of the report.
        """
        by_id = self._source.node(fold(typed))
        if isinstance(by_id, Recommendation):
            return by_id
        report, number = self._split(typed)
        if report is None:
            raise UnknownName(typed, "recommendation", [])
        found = self._source.named(Recommendation, _item_form(report.id, number))
        if found:
            return found[0]
        items = [item for item in self._source.nameable(Recommendation) if item.report == report.id]
        wanted = f"{report.name} recommendation"
        if len(items) > 1:
            raise UnknownNumber(number, wanted, [item.number for item in items], report.items_printed or None)
        raise UnknownName(number, wanted, [item.number for item in items])

    def _split(self, typed: str) -> tuple[Report | None, str]:
        """The report that a text begins with, or the plan's default report; and what follows."""
        words = fold(typed)
        reports = self._source.nameable(Report)
        for report in reports:
            for form in sorted((fold(report.name), fold(report.word)), key=len, reverse=True):
                if found := re.match(rf"{re.escape(form)}(?:\b|(?=\d))[\s.]*(?:{_RECOMMENDATION})?(.+)", words):
                    return report, found[1]
        default = self._source.plan.default_report
        node = self._source.node(default) if default else None
        return (node if isinstance(node, Report) else None), re.sub(f"^{_RECOMMENDATION}", "", words)

    def priority(self, typed: str) -> Priority:
        """The priority with a number or id; raises UnknownNumber or UnknownName."""
        number = _number(re.sub(r"^priority[\s.]*", "", fold(typed)))
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
        """The action, recommendation, priority or body that was meant; raises what their own methods raise."""
        words = fold(typed)
        by_id = self._source.node(words)
        if by_id is not None and type(by_id) in NAMEABLE:
            return by_id
        if re.match(r"priority\b.*\d", words) and not self._bodies(words):
            return self.priority(words)
        if re.match(r"(action\s+)?\d", words) and not self._begins_with_a_number(words):
            found = self.action_ids(words)
            if len(found) > 1:
                raise AmbiguousName(typed, "action", found)
            return self._source.node(found[0]) or self.body(typed)
        if self._names_an_item(words):
            return self.recommendation(words)
        return self.body(typed)

    def _begins_with_a_number(self, words: str) -> bool:
        """Whether a text is the name of a body that begins with a number, and not that of an action."""
        return bool(self._bodies(words)) and not self._source.named(Action, slug(words))

    def _names_an_item(self, words: str) -> bool:
        """Whether a text is the word or name of a report, or "rec", and then a number."""
        forms = {form for report in self._source.nameable(Report) for form in (fold(report.name), fold(report.word))}
        starts = "|".join([*map(re.escape, sorted(forms)), _RECOMMENDATION])
        return bool(re.match(rf"(?:{starts})[\s.]*.*\d", words)) and not self._bodies(words)

    def _likely(self, typed: str) -> Body:
        bodies = self._source.nameable(Body)
        scores = _scores(typed, bodies)
        best = max(scores.values(), default=0.0)
        close = [body for body in bodies if scores[body.id] >= max(best - LEAD, MEANT)]
        # A board or group of the structure is meant rather than a service or agency whose name begins alike.
        groups = [body for body in close if body.kind in GROUP_KINDS]
        if len(close) == 1 or len(groups) == 1:
            return (groups or close)[0]
        if close:
            raise AmbiguousName(typed, "body", _apart(close))
        ranked = sorted(bodies, key=lambda body: -scores[body.id])
        raise UnknownName(typed, "body", [body.name for body in ranked[:3] if scores[body.id] >= SUGGESTED])


def _scores(typed: str, bodies: Sequence[Body]) -> dict[str, float]:
    """The likeness (0 to 100) of each body's best form, by id; words may be shortened or left out: "business grp"."""
    from rapidfuzz import fuzz  # only needed where no name matches exactly

    words = _words(typed)
    return {
        body.id: max(
            95.0 if _shortened(words, _words(form)) else fuzz.token_sort_ratio(fold(typed), fold(form))
            for form in (body.name, *body.printed_names)
        )
        for body in bodies
    }


def _apart(bodies: Sequence[Body]) -> list[str]:
    """What to type for each of some bodies: its name, or its id where they share a name."""
    often = Counter(body.name for body in bodies)
    return [body.id if often[body.name] > 1 else body.name for body in bodies]


def _number(text: str) -> str:
    """A number as it is compared: without leading zeros, as in "022"."""
    return (text.lstrip("0") or "0") if text.isdecimal() else text


def _item_form(report: str, number: str) -> str:
    """The form of an item of a report: the report's id and the number."""
    return f"{report} {_number(fold(number))}"


def number_forms(number: str, printed: str) -> list[str]:
    """The forms under which an action's number is found: whole, as printed, and each number in it."""
    parts = re.split(r"\s*(?:&|,|/|\band\b)\s*", fold(number))
    return [slug(form) for form in (number, printed, *parts)]


def nearest(typed: str, names: Iterable[str]) -> list[str]:
    """At most three names, those most like the typed text first."""
    from rapidfuzz import fuzz, process

    found = process.extract(fold(typed), list(names), scorer=fuzz.WRatio, limit=3, score_cutoff=SUGGESTED)
    return [name for name, _, _ in found]


def _bare(typed: str) -> str:
    """What was typed, without an article in front."""
    return re.sub(r"^the\s+", "", fold(typed))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def _shortened(typed: Sequence[str], form: Sequence[str]) -> bool:
    """Whether each typed word is, or shortens, a word of the form, in order; words may be left out."""
    rest = iter(form)
    return bool(typed) and all(any(_abbreviates(short, full) for full in rest) for short in typed)


def _abbreviates(short: str, full: str) -> bool:
    """Whether a word is another with letters left out after the first: "grp" for "group"."""
    if short == full:
        return True
    letters = iter(full)
    return len(short) >= 3 and short[0] == full[0] and all(letter in letters for letter in short)
