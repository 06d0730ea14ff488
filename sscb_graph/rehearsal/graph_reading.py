"""A graph in memory as a reading of a plan, so that every question, check and picture can be asked of an outcome."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TypeVar, cast

from sscb_graph.graph.graph import GraphReader
from sscb_graph.graph.nodes import Node, Plan
from sscb_graph.graph.view import GraphView
from sscb_graph.model.vocabulary import Label
from sscb_graph.questions.answer import Origin
from sscb_graph.questions.forms import forms_of
from sscb_graph.questions.names import Names
from sscb_graph.questions.whole_reading import WholeReading

N = TypeVar("N", bound=Node)


class GraphReading(WholeReading):
    """A reading of a plan that is a graph in memory."""

    def __init__(self, reader: GraphReader, origin: Origin) -> None:
        super().__init__(reader, Names(_GraphNames(reader)), origin)


class _GraphNames:
    """The names of a graph in memory."""

    def __init__(self, reader: GraphReader) -> None:
        self._reader = reader

    @property
    def plan(self) -> Plan:
        """The plan's own node."""
        return GraphView(self._reader).plan

    @cached_property
    def _named(self) -> Mapping[tuple[str, str], list[Node]]:
        found: dict[tuple[str, str], list[Node]] = defaultdict(list)
        for node in self._reader.labelled(Label.SSCB):
            for form in forms_of(node):
                found[node.LABEL, form].append(node)
        return found

    def named(self, kind: type[N], form: str) -> Sequence[N]:
        """The nodes of a class that have a form."""
        return cast("list[N]", self._named.get((kind.LABEL, form), []))

    def nameable(self, kind: type[N]) -> Sequence[N]:
        """All nodes of a class."""
        return cast("Sequence[N]", self._reader.labelled(kind.LABEL))

    def node(self, key: str) -> Node | None:
        """The node of an id."""
        return self._reader.node(key)
