"""The embedded store: the index of a plan's folder, read in this process."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

from sscb_graph.graph.view import GraphView
from sscb_graph.questions.answer import Origin
from sscb_graph.questions.definition import Question
from sscb_graph.questions.names import Names
from sscb_graph.stores.index_reading import DamagedIndex, IndexReader

Result = TypeVar("Result")


class EmbeddedReading:
    """A reading of a plan's index; since an index never changes, every reading is consistent."""

    def __init__(self, index: IndexReader) -> None:
        self._index = index
        self.names = Names(index)
        self.origin = Origin("embedded", index.plan_id, index.seed, index.meta["digest"])

    def view(
        self,
        question: Question,  # noqa: ARG002 (a server needs it)
        parameters: Mapping[str, Any],  # noqa: ARG002
        bases: Collection[str],
    ) -> GraphView:
        """The whole plan, whatever the question: the index reads only the rows that are needed."""
        return GraphView(self._index, bases)

    def whole(self) -> GraphView:
        """The whole plan."""
        return GraphView(self._index)


class EmbeddedPlan:
    """A plan whose questions are answered from its index.

    ``open_index(anew)`` returns the index; with ``anew`` it is rebuilt from the folder even if one is kept.
    """

    def __init__(self, open_index: Callable[[bool], IndexReader]) -> None:
        self._open = open_index
        self._index = open_index(False)

    def read(self, work: Callable[[EmbeddedReading], Result], doing: str) -> Result:  # noqa: ARG002 (what a server was doing)
        """The result of some work on the plan; the work begins again if the index turns out to be damaged.

        Raises SeedError where the folder then has faults.
        """
        try:
            return work(EmbeddedReading(self._index))
        except DamagedIndex:
            self._index.close()
            self._index = self._open(True)
            return work(EmbeddedReading(self._index))

    def close(self) -> None:
        """Closes the index."""
        self._index.close()
