"""Writes nodes and relationships of a plan's graph, each with its source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import networkx as nx

from sscb_graph.basis import BASES
from sscb_graph.ontology import Label
from sscb_graph.property_graph import Graph
from sscb_graph.records import Action, DatedFact, Fact, Passage, PeerReviewRecommendation, Plan, Priority, Title
from sscb_graph.seed.tables import Records
from sscb_graph.text import fold

Properties = dict[str, Any]
STATED = "stated"
_RANK = {basis: rank for rank, basis in enumerate(BASES)}


class Writer:
    """A graph in the making, and the places of the document that its facts are written in."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self.plan = records.of(Plan)[0]
        self.graph: Graph = nx.MultiDiGraph()
        self.numbers = {priority.id: priority.number for priority in records.of(Priority)}
        self.places = dict(self.all_places())
        self.sources: dict[tuple[tuple[str, ...], tuple[str, ...]], str] = {}

    # -- where things are written

    def all_places(self) -> Iterable[tuple[str, str]]:
        """Each record that holds words of the document, with the place that a person would look for."""
        for title in self.records.of(Title):
            yield title.id, title.place
        for passage in self.records.of(Passage):
            page = f" (page {passage.page} in the contents)" if passage.page else ""
            yield passage.id, f'"{passage.heading}"{page}'
        for priority in self.records.of(Priority):
            yield priority.id, f"priority {priority.number}"
        for action in self.records.of(Action):
            yield action.row_id, f"action plan, row {action.number} (Priority {self.numbers[action.priority]})"
        for peer in self.records.of(PeerReviewRecommendation):
            yield peer.id, f"recommendations of the peer review, item {peer.number}"

    def source(self, places: tuple[str, ...], quotes: tuple[str, ...] = ()) -> str:
        """Where something is written, and its words."""
        known = self.sources.get((places, quotes))
        if known is None:
            where = "; ".join(dict.fromkeys(self.places[place] for place in places))
            said = "; ".join(f'"{quote}"' for quote in quotes)
            known = f"{self.plan.short_title}, {where}{': ' if said else ''}{said}"
            self.sources[places, quotes] = known
        return known

    def fact_source(self, fact: Fact) -> str:
        """Where a fact is written, or that it is not."""
        if not fact.written_in:
            return f"not written in {self.plan.short_title}: {fact.reason}"
        return self.source(fact.written_in, fact.quote)

    # -- nodes and relationships

    def node(
        self, key: str, labels: Iterable[str], name: str, source: str, search: Iterable[str | None], **more: Any
    ) -> None:
        """Adds a node, with its labels, name, source and search text."""
        properties = {
            "labels": sorted({Label.SSCB.value, *(str(label) for label in labels)}),
            "plan": self.plan.id,
            "id": key,
            "name": name,
            "source": source,
            "search_text": fold(" \n ".join(text for text in search if text)),
        }
        properties.update(known(more))
        self.graph.add_node(key, **properties)

    def edge(self, key: str, start: str, kind: str, end: str, basis: str, source: str, **more: Any) -> None:
        """Adds a relationship, with its basis and source."""
        properties = {"type": kind, "id": key, "plan": self.plan.id, "basis": basis, "basis_rank": _RANK[basis]}
        properties["source"] = source
        properties.update(known(more))
        self.graph.add_edge(start, end, key, **properties)

    def part_of(self, key: str, source: str, whole: str | None = None) -> None:
        """Adds that a thing is part of the plan, or of another thing."""
        self.edge(f"part-of~{key}", key, "PART_OF", whole or self.plan.id, STATED, source)

    def fact(self, fact: Fact, start: str, kind: str, end: str, *, key: str | None = None, **more: Any) -> None:
        """Adds the relationship that a record states, with its period and confirmation."""
        if isinstance(fact, DatedFact):
            confirmed = {"confirmed_by": fact.confirmed_by, "confirmed_on": fact.confirmed_on}
            more = {**more, **period(fact), **confirmed}
        source = self.fact_source(fact)
        self.edge(
            key or fact.key, start, kind, end, fact.basis.value, source, reason=fact.reason, quote=fact.quote, **more
        )


def label(kind: str) -> str:
    """The label of a kind of body: "task and finish group" gives TaskAndFinishGroup."""
    return "".join(word.capitalize() for word in re.split(r"\s", kind))


def known(values: Properties) -> Properties:
    """What is known of some properties: lists for tuples, and nothing that is blank."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if value is not None and value not in ((), "")
    }


def own(record: Any, *names: str) -> Properties:
    """Some of a record's own cells, as properties."""
    return {name: getattr(record, name) for name in names}


def period(record: Any) -> Properties:
    """From when until when a record holds."""
    return {"from": record.from_, "until": record.until}


def support(fact: Fact) -> Properties:
    """The basis of a record, and its reason."""
    return {"basis": fact.basis.value, "reason": fact.reason}
