"""Whether a body is a statutory group: by what the plan calls it, unless a later decision says otherwise."""

from __future__ import annotations

from sscb_graph.folder.record_tables import Records
from sscb_graph.graph.nodes import Body as BodyNode
from sscb_graph.graph.sources import Sources
from sscb_graph.model import Body, ChangeEvent, Passage
from sscb_graph.model.basis import RANK, STATED, Basis
from sscb_graph.model.vocabulary import ChangeKind

#: The change that a cell of bodies.csv follows.
_KINDS = {True: ChangeKind.STATUTORY, False: ChangeKind.NOT_STATUTORY}

#: What stands between where the plan calls a body statutory and what ended that.
_NO_LONGER = "; no longer so: "


def said_by_plan(body: BodyNode) -> str | None:
    """Where the plan calls a body statutory, as its node tells it, also where that has ended; None for nowhere."""
    if body.statutory_ended:
        return body.statutory_ended.partition(_NO_LONGER)[0]
    return body.statutory if body.statutory_basis == STATED else None


class Statutory:
    """What a plan and the changes after it say of its bodies."""

    def __init__(self, records: Records, sources: Sources) -> None:
        self._sources = sources
        self._texts = {passage.id: passage.text for passage in records.of(Passage)}
        #: The last change of each kind that names a body.
        self._changes: dict[tuple[ChangeKind, str], ChangeEvent] = {}
        for event in sorted(records.of(ChangeEvent), key=lambda event: event.position):
            for body in (*event.original, *event.resulting):
                self._changes[event.change, body] = event

    def properties(self, body: Body) -> dict[str, str | None]:
        """The properties of a body's node that say whether it is statutory, how that is known, and what has ended."""
        return self.decided(body.id, self._said(body), body.statutory, body.basis, body.reason)

    def decided(
        self, body: str, said: str | None, later: bool | None, basis: Basis, reason: str | None
    ) -> dict[str, str | None]:
        """The same, from where the plan says it, what a later decision says, and how the body of an id is known."""
        if later is False:
            return {"statutory_ended": f"{said}{_NO_LONGER}{self._later(body, later=later)}" if said else None}
        if said:
            return {"statutory": said, "statutory_basis": Basis.STATED.value}
        if later is None:
            return {}
        # Without a change event the cell is a record, but of a body that is less well known only as much as that.
        change = self._change(body, later=later)
        known = change.basis if change else max(Basis.RECORDED, basis, key=RANK.__getitem__)
        return {
            "statutory": self._later(body, later=later),
            "statutory_basis": known.value,
            "statutory_reason": change.reason if change else reason,
        }

    def _said(self, body: Body) -> str | None:
        """Where the plan calls a body statutory, with the words."""
        words = tuple(self._texts[place] for place in body.statutory_in if place in self._texts)
        return self._sources.cite(body.statutory_in, words) if body.statutory_in else None

    def _change(self, body: str, *, later: bool) -> ChangeEvent | None:
        """The change that the cell of a body follows."""
        return self._changes.get((_KINDS[later], body))

    def _later(self, body: str, *, later: bool) -> str:
        """The source of what is said of a body after the plan."""
        change = self._change(body, later=later)
        return self._sources.of(change) if change else f"not written in {self._sources.plan}; {Body.FILE} records it"
