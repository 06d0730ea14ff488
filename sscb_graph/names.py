"""What a person typed -> the thing meant, or candidates: the same for both stores."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sscb_graph.errors import AmbiguousName, UnknownName, UnknownNumber
from sscb_graph.text import fold, slug, squash

#: A likeness, 0 to 100, from which a name is taken as meant, and from which it is suggested.
MEANT, SUGGESTED = 88, 55
#: How much likelier than any other a name must be to be taken as meant.
LEAD = 5


@dataclass(frozen=True)
class Named:
    """A thing that can be typed: its id, its one name and its other forms."""

    id: str
    name: str
    forms: tuple[str, ...] = ()
    words: str = ""

    @property
    def title(self) -> str:
        """The name, with the words that say what it is."""
        return f"{self.name}: {self.words}" if self.words else self.name


class Index:
    """All names of a plan, each kind fetched from its store when it is first asked for."""

    def __init__(self, fetch: Callable[[str], Iterable[Mapping[str, Any]]]) -> None:
        self._fetch = fetch

    @cached_property
    def bodies(self) -> tuple[Named, ...]:
        """Boards, subgroups and the rest, with every printed form."""
        return tuple(
            Named(node["id"], node["name"], tuple(node.get("printed_names") or ())) for node in self._fetch("Body")
        )

    @cached_property
    def actions(self) -> tuple[Named, ...]:
        """Actions, by their numbers."""
        return tuple(
            Named(
                node["id"],
                node["name"],
                number_forms(node["name"], node["number_printed"]),
                f"Priority {node['priority']}, {node['id']}",
            )
            for node in self._fetch("Action")
        )

    @cached_property
    def ofsted(self) -> tuple[Named, ...]:
        """Items of the inspection report, with their topics."""
        return self._numbers("OfstedRecommendation", "topic")

    @cached_property
    def peer(self) -> tuple[Named, ...]:
        """Recommendations of the peer review, with their words."""
        return self._numbers("PeerReviewRecommendation", "text")

    @cached_property
    def priorities(self) -> tuple[Named, ...]:
        """Priorities, with their wording."""
        return self._numbers("Priority", "wording")

    def _numbers(self, label: str, words: str) -> tuple[Named, ...]:
        return tuple(
            Named(node["id"], node["name"], (str(node["number"]),), node[words]) for node in self._fetch(label)
        )

    def titles(self, kind: str, keys: Sequence[str]) -> list[str]:
        """The names and words of some things, of which ``kind`` says what they can be."""
        by_kind = {"body": "bodies", "action": "actions", "ofsted": "ofsted", "peer": "peer"}
        known = getattr(self, by_kind[kind]) if kind in by_kind else self.by_id.values()
        titles: dict[str, str] = {one.id: one.title for one in known}
        return [titles[key] for key in keys if key in titles]

    @cached_property
    def known_bodies(self) -> dict[str, list[Named]]:
        """The bodies that each squashed form names."""
        known: dict[str, list[Named]] = {}
        for body in self.bodies:
            for form in dict.fromkeys(squash(text) for text in (body.name, *body.forms)):
                known.setdefault(form, []).append(body)
        return known

    @cached_property
    def by_id(self) -> dict[str, Named]:
        """Everything that can be named, by its id."""
        return {one.id: one for one in (*self.actions, *self.ofsted, *self.peer, *self.priorities, *self.bodies)}

    def body(self, typed: str) -> Named:
        """The body that was meant; raises UnknownName or AmbiguousName."""
        if not squash(typed):
            raise UnknownName(typed, "body", [])
        if "/" in typed and squash(typed) not in self.known_bodies:
            parts = {body.name for part in typed.split("/") for body in self.known_bodies.get(squash(part), [])}
            if len(parts) > 1:
                raise AmbiguousName(typed, "body", sorted(parts))
        exact = self.known_bodies.get(squash(typed)) or [body for body in self.bodies if body.id == fold(typed)]
        exact = exact or self.known_bodies.get(squash(_bare(typed)), [])
        own = [body for body in exact if squash(body.name) == squash(typed)]
        if len(own) == 1 or len(exact) == 1:
            return (own or exact)[0]
        if exact:
            raise AmbiguousName(typed, "body", _apart(exact))
        return self._likely(typed)

    def action_ids(self, typed: str) -> list[str]:
        """The ids of the actions meant: a number used twice finds all rows that carry it."""
        wanted = re.sub(r"^action\s+", "", fold(typed))
        if by_id := [action.id for action in self.actions if action.id == wanted]:
            return by_id
        found = [action.id for action in self.actions if squash_number(wanted) in action.forms]
        if not found:
            raise UnknownName(typed, "action", nearest(wanted, dict.fromkeys(action.name for action in self.actions)))
        return found

    def ofsted_id(self, typed: str) -> str:
        """The id of a recommendation of the inspection report, by its number."""
        return self._numbered(typed, self.ofsted, r"^(?:ofsted|rec(?:ommendation)?)[\s.]*", "Ofsted recommendation")

    def peer_id(self, typed: str) -> str:
        """The id of a recommendation of the peer review, by its number."""
        return self._numbered(typed, self.peer, r"^peer(?: review)?[\s.]*", "peer-review recommendation")

    def thing_id(self, typed: str) -> str:
        """The id of an action, recommendation, priority or body, whichever is meant."""
        words = fold(typed)
        if words in self.by_id:
            return words
        if re.match(r"(ofsted|rec)\b.*\d", words):
            return self.ofsted_id(words)
        if re.match(r"peer\b.*\d", words):
            return self.peer_id(words)
        if re.match(r"priority\b.*\d", words):
            return self._numbered(words, self.priorities, r"^priority[\s.]*", "priority")
        if re.match(r"(action\s+)?\d", words):
            found = self.action_ids(words)
            if len(found) > 1:
                raise AmbiguousName(typed, "action", found)
            return found[0]
        return self.body(typed).id

    def _numbered(self, typed: str, known: Sequence[Named], prefix: str, wanted: str) -> str:
        number = re.sub(prefix, "", fold(typed))
        number = number.lstrip("0") if number.isdecimal() else number
        for one in known:
            if number == one.forms[0] or fold(typed) == one.id:
                return one.id
        if len(known) > 1:
            raise UnknownNumber(typed, wanted, known[0].forms[0], known[-1].forms[0])
        raise UnknownName(typed, wanted, [one.forms[0] for one in known])

    def _likely(self, typed: str) -> Named:
        scores = self._scores(typed)
        best = max(scores.values(), default=0.0)
        close = [body for body in self.bodies if scores[body.id] >= max(best - LEAD, MEANT)]
        if len(close) == 1:
            return close[0]
        if close:
            raise AmbiguousName(typed, "body", _apart(close))
        ranked = sorted(self.bodies, key=lambda body: -scores[body.id])
        raise UnknownName(typed, "body", [body.name for body in ranked[:3] if scores[body.id] >= SUGGESTED])

    def _scores(self, typed: str) -> dict[str, float]:
        """How like each body's best form is: words may be shortened or left out, as in "business grp"."""
        from rapidfuzz import fuzz

        words = _words(typed)
        return {
            body.id: max(
                95.0 if _shortened(words, _words(form)) else fuzz.token_sort_ratio(fold(typed), fold(form))
                for form in (body.name, *body.forms)
            )
            for body in self.bodies
        }


def _apart(bodies: Sequence[Named]) -> list[str]:
    """What to type for each of some bodies: its name, or its id where another has the same name."""
    often = Counter(body.name for body in bodies)
    return [body.id if often[body.name] > 1 else body.name for body in bodies]


def squash_number(typed: str) -> str:
    """A number of an action as it is compared: "2.11 & 3.2" and "2.11-3.2" are one."""
    return slug(typed)


def number_forms(number: str, printed: str) -> tuple[str, ...]:
    """The forms under which an action's number is found: whole, as printed, and each number in it."""
    parts = re.split(r"\s*(?:&|,|/|\band\b)\s*", fold(number))
    return tuple(dict.fromkeys(slug(form) for form in (number, printed, *parts)))


def nearest(typed: str, names: Iterable[str]) -> list[str]:
    """Up to three names that are most like what was typed."""
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
