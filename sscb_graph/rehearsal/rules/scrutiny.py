"""What a proposal does to the independence of those who scrutinise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, product

from sscb_graph.graph.graph import AnyEdge, Chain
from sscb_graph.graph.nodes import Action, Body, Node
from sscb_graph.graph.view import GraphView
from sscb_graph.model.vocabulary import NAMES_FOR_SEVERAL, words_of
from sscb_graph.rehearsal.change import Change
from sscb_graph.rehearsal.finding import Finding, Rule, Weight
from sscb_graph.rehearsal.outcome import Outcome
from sscb_graph.rehearsal.rules.support import clauses, found, of_the_plan
from sscb_graph.text import listed

#: The relations by which a body scrutinises another; the plan's own words for it are "challenge and scrutiny".
_SCRUTINY = ("CHALLENGES", "MEASURES", "REVIEWS", "OVERSEES")
#: The relation by which a body also directs what it scrutinises: to do work with it, or for it, is no fault then.
_DIRECTS = "OVERSEES"
#: The relations by which who scrutinises depends on what it scrutinises, or answers for it. The other way round is no
#: fault: whoever is scrutinised may well report to who does it, as the sub groups report to the Business Group.
_DEPENDS = ("REPORTS_TO", "CHAIRS")
_JOINTLY = "LEADS"
_TAKES_OVER = "takes over"


@dataclass(frozen=True)
class _Scrutiny:
    """That a body scrutinises another, with the facts that tell it: more than one where it is one of several bodies."""

    first: Node
    second: Body
    facts: tuple[AnyEdge, ...]

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of both."""
        return self.first.id, self.second.id

    @property
    def directs(self) -> bool:
        """Whether the first only oversees the second, and so directs it too."""
        return self.facts[0].type == _DIRECTS


@dataclass(frozen=True)
class _Tie:
    """That a body depends on another which it scrutinises, or answers for it; ``kind`` says how."""

    kind: str
    scrutiny: _Scrutiny
    facts: tuple[AnyEdge, ...]


def not_independent(outcome: Outcome) -> Iterator[Finding]:
    """Bodies that scrutinise what they come to depend on, or to answer for."""
    before, after = _scrutiny(outcome.before), _scrutiny(outcome.after)
    new = [tie for each in after.values() for tie in _new_ties(outcome, before, each)]
    new.sort(key=lambda tie: (tie.scrutiny.first.order, tie.scrutiny.second.order))
    for first, ties in groupby(new, key=lambda tie: tie.scrutiny.first):
        yield _finding(outcome, first, list(ties))


def _scrutiny(view: GraphView) -> Mapping[tuple[str, str], _Scrutiny]:
    """Who scrutinises whom: who scrutinises several bodies under one name does so with each."""
    pairs: dict[tuple[str, str], _Scrutiny] = {}
    for edge in (edge for kind in _SCRUTINY for edge in view.typed(kind)):
        for end, more in ((edge.end, ()), *((member.start, (member,)) for member in _members(view, edge.end))):
            if isinstance(end, Body) and end != edge.start:
                scrutiny = _Scrutiny(edge.start, end, (edge, *more))
                pairs.setdefault(scrutiny.pair, scrutiny)
    return pairs


def _members(view: GraphView, node: Node) -> list[AnyEdge]:
    return view.into(node, "MEMBER_OF") if isinstance(node, Body) and node.kind in NAMES_FOR_SEVERAL else []


def _new_ties(outcome: Outcome, before: Mapping[tuple[str, str], _Scrutiny], scrutiny: _Scrutiny) -> Iterator[_Tie]:
    """The ties of two bodies that neither they had before, nor those whose place they take."""
    first, second = (_origins(outcome, key) for key in scrutiny.pair)
    earlier = [before[pair] for pair in product(first, second) if pair in before]
    had = {tie.kind for each in earlier for tie in _ties(outcome.before, each)}
    yield from (tie for tie in _ties(outcome.after, scrutiny) if tie.kind not in had)
    yield from _taken_over(outcome, scrutiny)


def _origins(outcome: Outcome, key: str) -> Iterable[str]:
    """A body, and all whose place it takes by the proposal."""
    return outcome.after.chains([Chain((key,))], lambda node: _replaced(outcome, node))


def _replaced(outcome: Outcome, node: Node) -> Iterator[tuple[AnyEdge, Node]]:
    edges = outcome.after.out(node, "REPLACES")
    return ((edge, edge.end) for edge in edges if edge.end.id in outcome.closed)


def _ties(view: GraphView, scrutiny: _Scrutiny) -> Iterator[_Tie]:
    first, second = scrutiny.first, scrutiny.second
    for edge in view.out(first, *_DEPENDS):
        if edge.end == second:
            yield _Tie(edge.type, scrutiny, (edge,))
    if scrutiny.directs:
        return
    own = {edge.end: edge for edge in view.out(first, "LEADS")}
    joint = [each for edge in view.out(second, "LEADS") if edge.end in own for each in (own[edge.end], edge)]
    if joint:
        yield _Tie(_JOINTLY, scrutiny, tuple(joint))


def _taken_over(outcome: Outcome, scrutiny: _Scrutiny) -> Iterator[_Tie]:
    """That a body takes over actions of another that it scrutinises, and that goes on."""
    first, second = scrutiny.first, scrutiny.second
    if scrutiny.directs or second.id in outcome.closed or second.id not in outcome.before:
        return
    given = [fact for fact in outcome.before.out(second, "LEADS") if fact.id in outcome.endings]
    taken = [edge for fact in given for edge in outcome.goes_on_as(fact.id) if edge.start == first]
    if taken:
        yield _Tie(_TAKES_OVER, scrutiny, tuple(taken))


def _finding(outcome: Outcome, first: Node, ties: Sequence[_Tie]) -> Finding:
    seen = list(dict.fromkeys(tie.scrutiny for tie in ties))
    own, scrutiny = [fact for tie in ties for fact in tie.facts], [fact for each in seen for fact in each.facts]
    changes = _changes(outcome, own) or _changes(outcome, scrutiny)
    once = f"once {clauses(changes)}, " if changes else ""
    why = f"It {_scrutiny_words(seen)}; {once}it {_tie_words(ties, len(seen))}."
    facts = [*scrutiny, *own]
    ids = (first.id, *dict.fromkeys(each.second.id for each in seen))
    return found(NOT_INDEPENDENT, Weight.SERIOUS, first.name, ids, why, changes, of_the_plan(outcome, facts))


def _changes(outcome: Outcome, facts: Iterable[AnyEdge]) -> list[Change]:
    return list(dict.fromkeys(outcome.made[fact.id] for fact in facts if fact.id in outcome.made))


def _scrutiny_words(seen: Sequence[_Scrutiny]) -> str:
    """What a body does with others: "challenges A and B"."""
    by_relation: dict[str, list[str]] = {}
    for each in seen:
        of = f" (as one of {each.facts[0].end.name})" if len(each.facts) > 1 else ""
        by_relation.setdefault(words_of(each.facts[0].type), []).append(f"{each.second.name}{of}")
    return listed([f"{words} {listed(names)}" for words, names in by_relation.items()])


def _tie_words(ties: Sequence[_Tie], scrutinised: int) -> str:
    """How a body depends on others: "reports to A and leads action 3.3 jointly with B"."""
    by_kind: dict[str, list[_Tie]] = {}
    for tie in ties:
        by_kind.setdefault(tie.kind, []).append(tie)
    return listed([_words_of_kind(kind, own, scrutinised) for kind, own in by_kind.items()])


def _words_of_kind(kind: str, ties: Sequence[_Tie], scrutinised: int) -> str:
    names = listed([tie.scrutiny.second.name for tie in ties])
    names = "all of them" if len(ties) == scrutinised > 1 else names
    if kind == _JOINTLY:
        return f"leads {_actions(ties)} jointly with {names}"
    return f"takes over {_actions(ties)} of {names}" if kind == _TAKES_OVER else f"{words_of(kind)} {names}"


def _actions(ties: Iterable[_Tie]) -> str:
    """The actions that some ties are about, by their numbers."""
    actions = {fact.end for tie in ties for fact in tie.facts if isinstance(fact.end, Action)}
    numbers = [action.number for action in sorted(actions, key=lambda action: action.order)]
    return f"{'action' if len(numbers) == 1 else 'actions'} {listed(numbers)}"


NOT_INDEPENDENT = "scrutiny-not-independent"
RULES = (
    Rule(
        NOT_INDEPENDENT,
        "Whoever challenges, oversees, measures or reviews a body must not come to report to it, to chair it, to lead "
        "an action jointly with it or to take over its actions.",
        not_independent,
    ),
)
