"""A reading of a plan of which everything is at hand, so that a question needs no choice of what to read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sscb_graph.graph.graph import GraphReader
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.answer import Origin
from sscb_graph.questions.definition import Question
from sscb_graph.questions.names import Names


class WholeReading:
    """A reading of a plan from a graph that never changes, and so is consistent."""

    def __init__(self, reader: GraphReader, names: Names, origin: Origin) -> None:
        self._reader = reader
        self.names = names
        self.origin = origin

    def view(
        self,
        question: Question,  # noqa: ARG002 (a server needs it)
        parameters: Mapping[str, Any],  # noqa: ARG002
        bases: Collection[str],
    ) -> GraphView:
        """The whole plan, whatever the question: what is not asked for is not looked at."""
        return GraphView(self._reader, bases)

    def whole(self) -> GraphView:
        """The whole plan."""
        return GraphView(self._reader)
