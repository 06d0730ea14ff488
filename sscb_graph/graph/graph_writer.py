"""Adds nodes and relationships to a plan's graph, each with its source and the row that it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

import networkx as nx

from sscb_graph.graph.sources import Sources
from sscb_graph.model import Based, DatedFact, Fact, Record
from sscb_graph.model.basis import RANK, STATED
from sscb_graph.model.vocabulary import TYPES, Label
from sscb_graph.text import fold

#: Nodes by id, relationships keyed by their own id.
PropertyGraph: TypeAlias = "nx.MultiDiGraph[str]"


class GraphWriter:
    """A graph in the making. What is unknown is absent: no property is None, blank or an empty list."""

    def __init__(self, plan: str, sources: Sources) -> None:
        self.plan = plan
        self.sources = sources
        self.graph: PropertyGraph = nx.MultiDiGraph(plan=plan)

    def node(
        self,
        record: Record | None,
        label: Label,
        name: str,
        source: str,
        search: Iterable[str | None],
        *,
        key: str | None = None,
        kind_label: str | None = None,
        **more: Any,
    ) -> None:
        """Adds the node that a record makes, under its own id or another ``key``.

        ``search`` holds the texts by which it is found; ``kind_label`` is a second label.
        """
        labels = {Label.SSCB.value, label.value, *([kind_label] if kind_label else [])}
        key = key or (record.key if record else name)
        properties = {
            "labels": sorted(labels),
            "plan": self.plan,
            "id": key,
            "name": name,
            "source": source,
            "search_text": fold(" \n ".join(text for text in search if text)),
        }
        self.graph.add_node(key, **properties, **known(more), **place(record))

    def edge(
        self,
        record: Record,
        key: str,
        start: str,
        kind: str,
        end: str,
        source: str,
        *,
        basis: str = STATED,
        **more: Any,
    ) -> None:
        """Adds a relationship that a record makes, with its basis (stated, unless another is given)."""
        properties = {"type": kind, "id": key, "plan": self.plan, "basis": basis, "basis_rank": RANK[basis]}
        properties["source"] = source
        properties |= known(more)
        properties |= place(record)
        self.graph.add_edge(start, end, key, **properties)

    def part_of(self, record: Record, source: str, whole: str | None = None) -> None:
        """Adds that a thing is part of the plan, or of another thing."""
        self.edge(record, f"part-of~{record.key}", record.key, "PART_OF", whole or self.plan, source)

    def fact(self, fact: Fact, start: str, kind: str, end: str, *, key: str | None = None, **more: Any) -> None:
        """Adds the relationship that a record states, with its basis, period and confirmation."""
        more |= {**support(fact), "quote": fact.quote, **period(fact)}
        if fact.confirmed_by:
            more |= {"confirmed_by": fact.confirmed_by, "confirmed_on": fact.confirmed_on}
        self.edge(fact, key or fact.key, start, kind, end, self.fact_source(fact), **more)

    def fact_source(self, fact: Fact) -> str:
        """Where a fact is written, or that it is not."""
        return self.sources.of(fact, fact.written_in, fact.quote)


def known(values: dict[str, Any]) -> dict[str, Any]:
    """What is known of some properties: lists for tuples, and nothing that is blank."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if value or value == 0  # False is known too; None, "" and () are not
    }


def place(record: Record | None) -> dict[str, Any]:
    """The file and row of a record, where it has them."""
    return {"file": record.file, "row": record.row} if record and record.row else {}


def period(record: Any) -> dict[str, Any]:
    """From when until when a record holds; nothing for what has no period."""
    dated = isinstance(record, DatedFact) or not isinstance(record, Fact)
    return {"from": record.from_, "until": record.until} if dated else {}


def support(record: Based) -> dict[str, Any]:
    """The basis of a record, its reason, and who recorded it when."""
    return {
        "basis": record.basis.value,
        "reason": record.reason,
        "recorded_by": record.recorded_by,
        "recorded_on": record.recorded_on,
    }


def check_ends(graph: PropertyGraph) -> None:
    """Raises ValueError, a defect of the builder, for a relationship that the vocabulary does not allow."""
    labels = {key: frozenset(node.get("labels", ())) for key, node in graph.nodes(data=True)}
    sound: set[tuple[str, frozenset[str], frozenset[str]]] = set()
    for start, end, data in graph.edges(data=True):
        if (data["type"], labels[start], labels[end]) in sound:
            continue
        kind = TYPES.get(data["type"])
        if kind is None:
            raise ValueError(f"{data['id']}: {data['type']} is no relationship type")
        for key, allowed in ((start, kind.starts), (end, kind.ends)):
            if labels[key].isdisjoint(allowed):
                found = ", ".join(sorted(labels[key])) or "not in the graph"
                raise ValueError(f"{data['id']}: {key} ({found}) cannot be an end of: {kind.sentence}")
        sound.add((data["type"], labels[start], labels[end]))
