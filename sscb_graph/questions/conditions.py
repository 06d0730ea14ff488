"""Conditions that choose actions: each must be met, and several values of a condition are alternatives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sscb_graph.graph import rules
from sscb_graph.graph.graph import AnyEdge
from sscb_graph.graph.nodes import Action, Body, Priority, Recommendation
from sscb_graph.graph.view import GraphView
from sscb_graph.model.dates import in_words
from sscb_graph.questions.parameters import NO_STATUS
from sscb_graph.text import listed


@dataclass(frozen=True)
class Conditions:
    """What actions must be: ids of priorities, leads and recommendations, folded statuses, and days (ISO 8601).

    What is empty or None asks for nothing.
    """

    priority: Sequence[str] = ()
    status: Sequence[str] = ()
    lead: Sequence[str] = ()
    due_from: str | None = None
    due_to: str | None = None
    cites: Sequence[str] = ()

    @property
    def dated(self) -> bool:
        """Whether they ask for a date."""
        return bool(self.due_from or self.due_to)

    def dates(self, action: Action) -> list[str]:
        """The dates of an action that count: all of them where no date is asked for."""
        return rules.dates_within(action, self.due_from, self.due_to)

    def facts(self, view: GraphView, action: Action) -> list[AnyEdge] | None:
        """The facts by which an action meets the conditions, dates apart; None where it fails one.

        Of several facts that meet the same condition, the strongest counts.
        """
        found: list[AnyEdge] = []
        for facts in self._met_by(view, action):
            if not facts:
                return None
            found.append(min(facts, key=lambda edge: (edge.rank, edge.id)))
        return found

    def _met_by(self, view: GraphView, action: Action) -> Iterator[list[AnyEdge]]:
        """For each condition that asks for a fact, the facts about an action that meet it."""
        if self.priority:
            yield [edge for edge in view.out(action, "SERVES") if edge.end.id in self.priority]
        if self.lead:
            yield [edge for edge in view.into(action, "LEADS") if edge.start.id in self.lead]
        if self.cites:
            yield [edge for edge in view.out(action, "ADDRESSES") if edge.end.id in self.cites]
        status = view.status(action)
        # A blank is no fact: it meets its condition, or else whatever is recorded must.
        if self.status and (status or NO_STATUS not in self.status):
            yield [edge for edge in view.out(action, "HAS_STATUS")[:1] if edge.end.search_text in self.status]

    def words(self, view: GraphView) -> list[str]:
        """How the conditions were understood, each as what is said of the actions."""
        priorities = [view.get(Priority, key).name for key in self.priority]
        statuses = ["no status recorded" if word == NO_STATUS else f"status {word}" for word in self.status]
        leads = [view.get(Body, key).name for key in self.lead]
        items = [view.get(Recommendation, key).name for key in self.cites]
        told = (
            ("under", priorities),
            ("led by", leads),
            ("with", statuses),
            ("due", [self._days()] if self.dated else []),
            ("citing", items),
        )
        return [f"{words} {listed(names, 'or')}" for words, names in told if names]

    def _days(self) -> str:
        ends = (("from", self.due_from), ("to" if self.due_from else "by", self.due_to))
        return " ".join(f"{word} {in_words(day)}" for word, day in ends if day)
