"""Every body, with every form in which its name is printed."""

from __future__ import annotations

from sscb_graph.graph.nodes import Body
from sscb_graph.graph.view import GraphView, by_end
from sscb_graph.questions.columns import BASIS, SOURCE, Id, Names, Place, Text
from sscb_graph.questions.rows import ABOUT, Row

#: Whoever lists the names of bodies looks for the ids too, to write them in a CSV.
COLUMNS = (Id("id", place=Place.TABLE), Text("body"), Text("kind"), Names("names"), BASIS, SOURCE)


def rows(view: GraphView) -> list[Row]:
    """A row for each body."""
    bodies = view.all(Body)
    view.prefetch(bodies, out=("HAS_NAME",))
    return [
        {
            "id": body.id,
            "body": body.name,
            "kind": body.kind,
            "names": [edge.end.name for edge in by_end(view.out(body, "HAS_NAME"))],
            "basis": body.basis,
            "source": body.source,
            ABOUT: [],
        }
        for body in bodies
    ]
