"""The things that differ between two graphs and that no fact and no body's row tells of, each as a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sscb_graph.changes.change_row import ChangeRow, Sign, Support, Told
from sscb_graph.changes.difference import INCIDENTAL, Difference, NodeChange
from sscb_graph.changes.property_words import property_words
from sscb_graph.graph.nodes import Action, Body, BodyName, Decision, Node, Status
from sscb_graph.model.vocabulary import label_words
from sscb_graph.text import capitalised

#: Things of which their facts or their bodies tell where they come or go.
_TOLD = (Action, Body, BodyName, Decision, Status)
#: The properties of which a row of another kind tells where they change.
_PROPERTIES: Mapping[type[Node], frozenset[str]] = {
    Body: frozenset({"name", "kind", "statutory"}),
    Decision: frozenset({"name", "standing", "review_on", "proposed_by", "basis"}),
    Action: frozenset({"due", "due_last"}),
}


def node_rows(found: Difference) -> Iterator[ChangeRow]:
    """The things that come and go, and the properties of those that stay."""
    for sign, nodes in ((Sign.REMOVED, found.removed_nodes), (Sign.ADDED, found.added_nodes)):
        for node in nodes:
            if not isinstance(node, _TOLD):
                yield ChangeRow(Told.OTHER, sign, _named(node), sign.words, *sign.alone(node.name), Support.of(node))
    for change in found.changed_nodes:
        yield from _changed(change)


def _changed(change: NodeChange) -> Iterator[ChangeRow]:
    node = change.after
    told = Told.ACTION if isinstance(node, Action) else Told.OTHER
    left = INCIDENTAL | _PROPERTIES.get(type(node), frozenset())
    for name, values in change.properties.items():
        if name not in left:
            what = node.with_priority if isinstance(node, Action) else _named(node)
            words = f"another {name.replace('_', ' ')}"
            yield ChangeRow(told, Sign.CHANGED, what, words, *property_words(values), Support.of(node))


def _named(node: Node) -> str:
    """A thing by the word for its label and its name."""
    return f"{capitalised(label_words(node.LABEL))}: {node.name}"
