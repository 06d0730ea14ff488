"""The embedded store: the index of a plan's folder, read in this process."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sscb_graph.questions.answer import Origin
from sscb_graph.questions.names import Names
from sscb_graph.questions.whole_reading import WholeReading
from sscb_graph.stores.index_reading import DamagedIndex, IndexReader

Result = TypeVar("Result")


class EmbeddedReading(WholeReading):
    """A reading of a plan's index, which reads only the rows that are needed."""

    def __init__(self, index: IndexReader) -> None:
        super().__init__(index, Names(index), Origin("embedded", index.plan_id, index.seed, index.meta["digest"]))


class EmbeddedPlan:
    """A plan whose questions are answered from its index.

    ``open_index(anew)`` returns the index; with ``anew`` it is rebuilt from the folder even if one is kept.
    """

    def __init__(self, open_index: Callable[[bool], IndexReader]) -> None:
        self._open = open_index
        self._index = open_index(False)

    def read(self, work: Callable[[EmbeddedReading], Result], doing: str) -> Result:  # noqa: ARG002 (what a server was doing)
        """Returns the result of ``work``, which is called again if the index turns out to be damaged.

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
