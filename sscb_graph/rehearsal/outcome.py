"""What comes of a proposal: the plan before and after it, its changes, and what each fact goes on as."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sscb_graph.graph.graph import AnyEdge
from sscb_graph.graph.nodes import ChangeEvent
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.answer import Origin
from sscb_graph.questions.asking import Reading
from sscb_graph.rehearsal.change import Change
from sscb_graph.rehearsal.draft import Draft, Ending, Support
from sscb_graph.rehearsal.edits import Edits, edited_graph, edits_of, in_memory
from sscb_graph.rehearsal.graph_reading import GraphReading
from sscb_graph.rehearsal.ledger import Entry, ledger
from sscb_graph.rehearsal.proposal import Proposal, ProposedRow
from sscb_graph.rehearsal.reading import Rehearsing
from sscb_graph.text import fold


@dataclass(frozen=True)
class Outcome:
    """What comes of a proposal.

    ``before`` and ``after`` are whole views of the plan; ``reading`` answers questions of the plan after it.
    ``endings`` says by the id of a fact, of the plan or made by a change, when and by which change it ends, ``heirs``
    holds the ids of the facts that go on for it at once, ``made`` the change that makes each new fact, ``created`` and
    ``closed`` the changes by which bodies begin and end, and ``readings`` sentences on how names were read. ``adopted``
    are rows that the plan holds already.
    """

    proposal: Proposal
    changes: tuple[Change, ...]
    before: GraphView
    reading: GraphReading
    edits: Edits
    endings: Mapping[str, Ending]
    heirs: Mapping[str, list[str]]
    made: Mapping[str, Change]
    created: Mapping[str, Change]
    closed: Mapping[str, Change]
    readings: tuple[str, ...]
    adopted: tuple[ProposedRow, ...]

    @cached_property
    def after(self) -> GraphView:
        """The plan after the proposal."""
        return self.reading.whole()

    @cached_property
    def _facts_after(self) -> Mapping[str, AnyEdge]:
        return {edge.id: edge for edge in self.after.typed()}

    def goes_on_as(self, fact: str) -> list[AnyEdge]:
        """The facts that hold in the end for a fact: itself where it stays, or what others go on with for it."""
        seen: set[str] = set()
        return list(self._followed(fact, seen))

    def _followed(self, fact: str, seen: set[str]) -> Iterator[AnyEdge]:
        if fact in seen:
            return
        seen.add(fact)
        if fact in self._facts_after:
            yield self._facts_after[fact]
        for heir in self.heirs.get(fact, ()):
            yield from self._followed(heir, seen)

    def name(self, body: str) -> str:
        """The name of a body as it is in the end."""
        return self.after.node(body).name

    @cached_property
    def ledger(self) -> list[Entry]:
        """What becomes of all that the bodies had which close, merge or split; made once, for whoever reads it."""
        return ledger(self)

    @cached_property
    def settled(self) -> frozenset[str]:
        """The ids of the bodies that a change names."""
        return frozenset(key for change in self.changes for key in change.touched)


def rehearse(reading: Reading, proposal: Proposal, support: Support | None = None) -> Outcome:
    """Applies a proposal to a copy of a plan; raises ProposalError with every fault of its rows.

    ``support`` gives the cells that say how a new fact is supported; by default it is assumed, for the change's sake.
    """
    before = GraphView(in_memory(reading.whole().reader))
    held = {event.id for event in before.all(ChangeEvent)}
    rows = _with_ids(row for row in proposal.rows if not row.withdrawn)
    draft = Draft(before, support or assumed)
    rehearsing = Rehearsing(draft, reading.names)
    changes = rehearsing.make(proposal.name, [(row, key) for row, key in rows if key not in held])
    edits = edits_of(draft)
    origin = reading.origin
    after = GraphReading(
        edited_graph(before.reader, edits), Origin(origin.store, origin.plan, origin.seed, origin.digest)
    )
    return Outcome(
        proposal,
        changes,
        before,
        after,
        edits,
        draft.ended,
        dict(draft.heirs),
        draft.made,
        draft.created,
        draft.closed,
        tuple(dict.fromkeys(rehearsing.readings)),
        tuple(row for row, key in rows if key in held),
    )


def assumed(change: Change) -> Mapping[str, str]:
    """How a fact is supported that is only proposed."""
    where = f"{change.place}: " if change.place else ""
    return {"basis": "assumed", "reason": f"Proposed, {where}{change.words}."}


def _with_ids(rows: Iterable[ProposedRow]) -> list[tuple[ProposedRow, str]]:
    """Rows with the ids of their changes; a row that says the same again, after others, is another change."""
    said: Counter[str] = Counter()
    found = []
    for row in rows:
        key = _id_of(row)
        said[key] += 1
        found.append((row, key if said[key] == 1 else f"{key}-{said[key]}"))
    return found


def _id_of(row: ProposedRow) -> str:
    """The id of a row's change, from all that the row says: the same row has the same id in every file."""
    cells = (row.change, row.body, row.into, row.other, row.name, row.kind, row.actions, row.functions, row.effective)
    text = "\0".join(_cell_text(cell) for cell in cells)
    return f"change-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def _cell_text(cell: Iterable[str] | str | None) -> str:
    return fold(cell if isinstance(cell, str) else "; ".join(cell or ()))
