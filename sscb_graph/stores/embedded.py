"""The embedded store: the plan's graph in this process, asked through the Python twins."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from importlib import import_module
from typing import Any

from sscb_graph.facts import Facts
from sscb_graph.names import Index
from sscb_graph.property_graph import Graph
from sscb_graph.questions.answer import Origin, Row
from sscb_graph.questions.loader import Question
from sscb_graph.seed.folder import SeedFolder
from sscb_graph.stores.cache import cached_graph


class EmbeddedStore:
    """Answers from a seed folder, with no server."""

    def __init__(self, seed: SeedFolder) -> None:
        self.seed = seed

    @cached_property
    def graph(self) -> Graph:
        """The graph of the plan; raises SeedError where the seed has faults."""
        return cached_graph(self.seed)

    @property
    def origin(self) -> Origin:
        """The embedded store, the plan and the seed it was read from."""
        return Origin("embedded", self.graph.graph["plan"], self.seed.name, self.seed.digest)

    def names(self) -> Index:
        """The names of the plan."""
        return self._index

    @cached_property
    def _index(self) -> Index:
        return Index(Facts(self.graph).labelled)

    def rows(self, asked: Question, parameters: Mapping[str, Any], bases: Collection[str]) -> list[Row]:
        """The twin's rows."""
        answer = import_module(asked.module).answer
        rows: list[Row] = answer(self._facts(frozenset(bases)), **parameters)
        return rows

    def _facts(self, bases: frozenset[str]) -> Facts:
        return Facts(self.graph, bases)
