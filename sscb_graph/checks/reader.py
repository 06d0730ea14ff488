"""What a reader of the document observed: remarks that stand in the plan's folder, since no rule can find them."""

from __future__ import annotations

from collections.abc import Iterator

from sscb_graph.checks.finding import Finding, places
from sscb_graph.graph.nodes import Observation
from sscb_graph.graph.view import GraphView, by_end
from sscb_graph.model.vocabulary import Severity


def observations(view: GraphView) -> Iterator[Finding]:
    """Every observation, with the words of the document that it rests on."""
    for seen in view.all(Observation):
        about = ", ".join(edge.end.name for edge in by_end(view.out(seen, "REMARKS_ON")))
        yield Finding(Severity(seen.severity), seen.kind, seen.id, about, seen.text, seen.source, places(seen))
