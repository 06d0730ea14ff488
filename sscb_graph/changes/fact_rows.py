"""The facts that differ between two graphs, each as a row."""

from __future__ import annotations

from collections.abc import Iterator

from sscb_graph.changes.change_row import ChangeRow, Sign, Support, Told
from sscb_graph.changes.difference import INCIDENTAL, Difference, EdgeChange
from sscb_graph.changes.property_words import property_words
from sscb_graph.changes.structure import StructureChanges
from sscb_graph.graph.graph import AnyEdge
from sscb_graph.graph.rules import in_force
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import basis_words
from sscb_graph.model.vocabulary import LINES, MEMBERSHIPS, RELATIONS, words_of

#: Facts of which a row about an action or a body tells, where they come or go.
_TOLD = frozenset({"LEADS", "ADDRESSES", "HAS_STATUS", "DECIDES_ON"})
#: Facts that only say where things are written, in which forms they are named, and what they are part of.
PLACES = frozenset({"NAMED_IN", "HAS_NAME", "PART_OF", "SERVES"})
_RELATIONS = frozenset(kind.name for kind in RELATIONS)


def fact_rows(found: Difference, changes: StructureChanges, before: GraphView, after: GraphView) -> Iterator[ChangeRow]:
    """The facts that go, those that come, and those that stay and are supported or worded otherwise."""
    for sign, view, keys in ((Sign.REMOVED, before, changes.gone), (Sign.ADDED, after, changes.come)):
        for edge in view.typed():
            if edge.id in keys and edge.type not in _TOLD | PLACES:
                cells = sign.alone(_supported(edge))
                yield ChangeRow(_told(edge), sign, _sentence(edge), sign.words, *cells, Support.of(edge))
    for change in found.changed_edges:
        if change.after.id not in changes.come | changes.gone and change.after.type not in PLACES:
            yield from _staying(change, changes)


def _staying(change: EdgeChange, changes: StructureChanges) -> Iterator[ChangeRow]:
    """A fact that holds in both or in neither, and is not told in the same way."""
    was, will = change.before, change.after
    fact = changes.facts.get(will.id)
    if fact and will.type not in _TOLD:
        cells = _supported(was), _supported(will)
        yield ChangeRow(_told(will), Sign.CHANGED, _sentence(will), fact.what, *cells, Support.of(will))
    elif not fact and in_force(will):
        names = [name for name in change.properties if name not in INCIDENTAL | {"basis"}]
        for name in names:
            yield ChangeRow(
                _told(will),
                Sign.CHANGED,
                _sentence(will),
                f"another {name.replace('_', ' ')}",
                *property_words(change.properties[name]),
                Support.of(will),
            )


def _supported(edge: AnyEdge) -> str:
    return basis_words(edge.basis, confirmed=edge.confirmed_by is not None)


def _told(edge: AnyEdge) -> Told:
    match edge.type:
        case "HAS_FUNCTION":
            return Told.FUNCTION
        case "LEADS":
            return Told.LEAD
        case "ADDRESSES":
            return Told.CITATION
        case "HAS_STATUS":
            return Told.STATUS
        case "DECIDES_ON":
            return Told.DECISION
    if edge.type in LINES:
        return Told.LINE
    if edge.type in MEMBERSHIPS:
        return Told.MEMBERSHIP
    return Told.RELATION if edge.type in _RELATIONS else Told.OTHER


def _sentence(edge: AnyEdge) -> str:
    return f"{edge.start.name} {words_of(edge.type)} {edge.end.name}"
