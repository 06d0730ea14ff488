"""Opens a plan, from any front, and answers questions about it: folder -> records -> graph -> index -> questions."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeVar

from sscb_graph.folder.source import open_seed
from sscb_graph.questions.answer import Answer, Origin
from sscb_graph.questions.asking import Reading, ask
from sscb_graph.questions.definition import Question, all_questions
from sscb_graph.stores.address import StoreAddress
from sscb_graph.stores.embedded import EmbeddedPlan
from sscb_graph.stores.index import KeptIndexes
from sscb_graph.stores.index_reading import IndexReader

if TYPE_CHECKING:
    from sscb_graph.graph.multigraph import PropertyGraph

Result = TypeVar("Result")


class Store(Protocol):
    """Where an open plan is read."""

    def read(self, work: Callable[[Any], Result], doing: str) -> Result:
        """The result of some work on one consistent reading; the work may be begun again."""

    def close(self) -> None:
        """Gives back what the store holds."""


def open_plan(
    folder: Path | str | None = None, *, plan: str | None = None, store: StoreAddress | str | None = None
) -> OpenPlan:
    """Opens a plan for questions.

    ``folder`` holds the plan's CSV files, or folders of plans of which ``plan`` chooses by id; by default it is the
    plan that is shipped. ``store`` is "embedded" (the default), "neo4j" or the address of a Neo4j server; a server
    answers from what was loaded into it, and ``folder`` is then not looked at.

    Raises NoSeed, SeveralPlans, UnknownPlan, OldFolder or SeedError for a folder that cannot be used, BadValue for a
    ``store`` that is none, and StoreError where a server does not answer.
    """
    address = StoreAddress.parse(store) if isinstance(store, str) else store or StoreAddress.EMBEDDED
    if address.shared:
        return OpenPlan(_shared(address, plan))
    where = Path(folder) if folder is not None else None
    return OpenPlan(EmbeddedPlan(lambda anew: open_index(where, plan, anew=anew)))


def open_index(folder: Path | None, plan: str | None = None, *, anew: bool = False) -> IndexReader:
    """The flow: folder -> records -> graph -> index; a kept index that cannot be stale saves all steps before it.

    With ``anew`` the index is made from the folder, whatever is kept. Raises what ``open_plan`` does.
    """
    kept = KeptIndexes(folder)
    if not anew and (index := kept.unchanged(plan)):
        return index
    seed = open_seed(folder, plan)
    if not anew and (index := kept.known(seed)):
        return index
    # Only here: importing pydantic takes longer than answering from a kept index.
    from sscb_graph.folder.load import load_records
    from sscb_graph.graph.builder import build_graph

    with _no_collection():
        records = load_records(seed)
        graph = build_graph(records)
        return kept.keep(seed, graph)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Building makes many objects and no garbage: looking for garbage would take a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class OpenPlan:
    """A plan that answers questions, until it is closed; a context manager closes it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def ask(self, name: str, *, basis: Collection[str] = (), **parameters: Any) -> Answer:
        """Answers a named question; parameters are written as on the command line.

        ``basis`` holds the bases of the facts that count, all by default. Raises UnknownQuestion, BadParameters,
        BadValue, and UnknownName or AmbiguousName for what a parameter names.
        """
        return self.read(lambda reading: ask(reading, name, parameters, basis), "answering the question")

    def read(self, work: Callable[[Reading], Result], doing: str = "reading the plan") -> Result:
        """The result of some work on one consistent reading of the plan.

        The work may be begun again, where a server was loaded meanwhile, so it must have no other effect. ``doing``
        says in an error what was interrupted.
        """
        return self._store.read(work, doing)

    @property
    def questions(self) -> Sequence[Question]:
        """Every question that can be asked, by name."""
        return all_questions()

    @property
    def origin(self) -> Origin:
        """Where answers come from."""
        return self.read(lambda reading: reading.origin)

    @property
    def graph(self) -> PropertyGraph:
        """The whole plan as a networkx MultiDiGraph; see ``sscb_graph.graph.multigraph``."""
        from sscb_graph.graph.multigraph import multigraph  # networkx is not needed for an answer

        return self.read(lambda reading: multigraph(reading.whole().reader))

    def close(self) -> None:
        """Gives back what the store holds; the plan cannot be asked afterwards."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _shared(address: StoreAddress, plan: str | None) -> Store:
    """A plan in a Neo4j server; the driver is imported only for it."""
    from sscb_graph.stores.neo4j.connection import from_environment
    from sscb_graph.stores.neo4j.reading import SharedPlan

    return SharedPlan(from_environment(address.uri), plan)
