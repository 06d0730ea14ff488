"""By which change a body ceases to be what it is."""

from __future__ import annotations

from collections.abc import Iterator

from sscb_graph.graph.nodes import Body
from sscb_graph.model.vocabulary import ChangeKind
from sscb_graph.rehearsal.change import Change
from sscb_graph.rehearsal.outcome import Outcome


def dissolved(outcome: Outcome) -> Iterator[tuple[Body, Change]]:
    """The bodies of the plan that close, become part of another or are split, in its order, each with that change.

    A body that others become part of goes on; one that is split is no longer what it was, even if a part has its name.
    """
    split = {key: each for each in outcome.changes if each.kind is ChangeKind.SPLIT for key in each.bodies}
    ended = {**split, **outcome.closed}
    yield from ((body, ended[body.id]) for body in outcome.before.all(Body) if body.id in ended)
