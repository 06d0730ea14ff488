"""Opens a plan for any front and answers questions about it: folder -> records -> graph -> index -> questions."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeVar

from sscb_graph.errors import ClosedPlan
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

    def read(self, work: Callable[[Reading], Result], doing: str) -> Result:
        """Returns the result of ``work`` on one consistent reading; ``work`` may be called more than once."""

    def close(self) -> None:
        """Releases what the store holds open."""


def open_plan(
    folder: Path | str | None = None, *, plan: str | None = None, store: StoreAddress | str | None = None
) -> OpenPlan:
    """Opens a plan for questions.

    ``folder`` holds the plan's CSV files, or several folders of plans, of which ``plan`` chooses one by its id; the
    default is the shipped plan. ``store`` is "embedded" (the default), "neo4j" or the address of a Neo4j server; a
    server answers from what was loaded into it, and ``folder`` is then ignored.

    Raises NoSeed, SeveralPlans, UnknownPlan, OldFolder or SeedError for a folder that cannot be used, and BadValue
    for a ``store`` that is not valid, and NoPassword for a server whose password is not set. The server itself is first
    reached by a question: see ``OpenPlan.read``.
    """
    address = StoreAddress.parse(store) if isinstance(store, str) else store or StoreAddress.EMBEDDED
    if address.shared:
        return OpenPlan(_shared(address, plan))
    where = Path(folder) if folder is not None else None
    return OpenPlan(EmbeddedPlan(lambda anew: open_index(where, plan, anew=anew)))


def open_index(folder: Path | None, plan: str | None = None, *, anew: bool = False) -> IndexReader:
    """The flow: folder -> records -> graph -> index; a kept index that cannot be stale saves all steps before it.

    With ``anew`` the index is rebuilt from the folder even if one is kept. Raises what ``open_plan`` does.
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
    """Turns the garbage collector off: it would take a third of the time of building, which leaves no garbage."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class OpenPlan:
    """A plan that answers questions until it is closed; as a context manager it closes itself."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._closed = False

    def ask(self, name: str, *, basis: Collection[str] = (), **parameters: Any) -> Answer:
        """Answers a named question; parameters are typed as on the command line (days as ISO 8601).

        ``basis`` holds the bases of the facts that count, by default all. Raises UnknownQuestion, BadParameters,
        BadValue, and UnknownName, UnknownNumber or AmbiguousName for what a parameter names.
        """
        return self.read(lambda reading: ask(reading, name, parameters, basis), "answering the question")

    def read(self, work: Callable[[Reading], Result], doing: str = "reading the plan") -> Result:
        """Returns the result of ``work`` on one consistent reading of the plan.

        ``work`` may be called again if the plan was loaded meanwhile, so it must have no side effects. ``doing`` says
        in an error what was interrupted. Raises StoreError where a server does not answer.
        """
        if self._closed:
            raise ClosedPlan
        return self._store.read(work, doing)

    @property
    def questions(self) -> Sequence[Question]:
        """Every question, sorted by name."""
        return all_questions()

    @property
    def origin(self) -> Origin:
        """Which store, plan and folder the answers come from."""
        return self.read(lambda reading: reading.origin)

    @property
    def graph(self) -> PropertyGraph:
        """The whole plan as a networkx MultiDiGraph; see ``sscb_graph.graph.multigraph``."""
        from sscb_graph.graph.multigraph import multigraph  # networkx is not needed for an answer

        return self.read(lambda reading: multigraph(reading.whole().reader))

    def close(self) -> None:
        """Releases what the store holds open; no question can be answered afterwards."""
        self._closed = True
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _shared(address: StoreAddress, plan: str | None) -> Store:
    """A plan on a Neo4j server; the driver is imported only here, since it takes longer than an answer."""
    from sscb_graph.stores.neo4j.connection import from_environment
    from sscb_graph.stores.neo4j.reading import SharedPlan

    return SharedPlan(from_environment(address.uri), plan)
