"""Adds nodes and relationships to a plan's graph, each with its source and the row that it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sscb_graph.graph.graph import MemoryGraph
from sscb_graph.graph.nodes import Node, Properties, make_node
from sscb_graph.graph.sources import Sources
from sscb_graph.model import Based, DatedFact, Fact, Record
from sscb_graph.model.basis import RANK, STATED
from sscb_graph.model.vocabulary import TYPES, Label
from sscb_graph.text import fold


class GraphWriter:
    """A graph that is being built. What is unknown is absent: no property is None, blank or an empty list."""

    def __init__(self, plan: str, sources: Sources) -> None:
        self.plan = plan
        self.sources = sources
        self.nodes: dict[str, Node] = {}
        self._edges: list[tuple[str, str, str, Properties]] = []

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
        labels = sorted({Label.SSCB.value, label.value, *([kind_label] if kind_label else [])})
        key = key or (record.key if record else name)
        properties = {
            "plan": self.plan,
            "id": key,
            "name": name,
            "source": source,
            "search_text": search_text(search),
        }
        _add_known(properties, more)
        _add_place(properties, record)
        self.nodes[key] = make_node(labels, properties)

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
        properties: dict[str, Any] = {
            "id": key,
            "plan": self.plan,
            "basis": basis,
            "basis_rank": RANK[basis],
            "source": source,
        }
        _add_known(properties, more)
        _add_place(properties, record)
        self._edges.append((start, kind, end, properties))

    def keep(self, edges: Iterable[tuple[str, str, str, Properties]]) -> None:
        """Adds relationships of another graph as they are: start id, type, end id and properties of each."""
        self._edges.extend(edges)

    def graph(self) -> MemoryGraph:
        """The finished graph; raises ValueError, a defect of the builder, for a relationship to a missing node."""
        for start, kind, end, properties in self._edges:
            for key in (start, end):
                if key not in self.nodes:
                    raise ValueError(f"{properties['id']}: {key} (not in the graph) cannot be an end of {kind}")
        return MemoryGraph(self.plan, self.nodes.values(), self._edges)

    def part_of(self, record: Record, source: str, whole: str | None = None) -> None:
        """Adds that a thing is part of the plan, or of another thing."""
        self.edge(record, f"part-of~{record.key}", record.key, "PART_OF", whole or self.plan, source)

    def fact(self, fact: Fact, start: str, kind: str, end: str, *, key: str | None = None, **more: Any) -> None:
        """Adds the relationship that a record states, with its basis, period and confirmation."""
        # Most relationships of a large plan are made here, so columns that a record cannot have are not looked at.
        more |= {"basis": fact.basis.value, "reason": fact.reason, "quote": fact.quote}
        if isinstance(fact, DatedFact):
            more |= {"from": fact.from_, "until": fact.until}
        if fact.recorded_by:
            more |= {"recorded_by": fact.recorded_by, "recorded_on": fact.recorded_on}
        if fact.confirmed_by:
            more |= {"confirmed_by": fact.confirmed_by, "confirmed_on": fact.confirmed_on}
        self.edge(fact, key or fact.key, start, kind, end, self.fact_source(fact), **more)

    def fact_source(self, fact: Fact) -> str:
        """The source of a fact: where it is written, or that it is not."""
        return self.sources.of(fact, fact.written_in, fact.quote)


def search_text(texts: Iterable[str | None]) -> str:
    """What search looks through, from the texts by which a thing is found."""
    return fold(" \n ".join(text for text in texts if text))


def _add_known(properties: dict[str, Any], values: dict[str, Any]) -> None:
    """Adds the values that are known, tuples as lists; leaves out what is None, blank or empty."""
    for name, value in values.items():
        if value or value == 0:  # False is known too
            properties[name] = list(value) if isinstance(value, tuple) else value


def _add_place(properties: dict[str, Any], record: Record | None) -> None:
    """Adds the file and row of a record, where it has them."""
    if record is not None and record.row:
        properties["file"] = record.FILE
        properties["row"] = record.row


def period(record: Any) -> dict[str, Any]:
    """The period of a record, as ``from`` and ``until`` (ISO 8601); empty for a record that has none."""
    dated = isinstance(record, DatedFact) or not isinstance(record, Fact)
    return {"from": record.from_, "until": record.until} if dated else {}


def basis_properties(record: Based) -> dict[str, Any]:
    """The basis of a record, its reason, and who recorded it when."""
    return {
        "basis": record.basis.value,
        "reason": record.reason,
        "recorded_by": record.recorded_by,
        "recorded_on": record.recorded_on,
    }


def check_ends(graph: MemoryGraph) -> None:
    """Raises ValueError, a defect of the builder, for a relationship that the vocabulary does not allow."""
    # A large plan has few combinations of type and labels, so each is looked up once.
    sound: set[tuple[str, tuple[str, ...], tuple[str, ...]]] = set()
    for edge in graph.edges(()):
        ends = (edge.type, edge.start.labels, edge.end.labels)
        if ends in sound:
            continue
        kind = TYPES.get(edge.type)
        if kind is None:
            raise ValueError(f"{edge.id}: {edge.type} is no relationship type")
        for node, fits in ((edge.start, kind.can_start), (edge.end, kind.can_end)):
            if not fits(node.labels):
                found = ", ".join(node.labels)
                raise ValueError(f"{edge.id}: {node.id} ({found}) cannot be an end of: {kind.sentence}")
        sound.add(ends)
