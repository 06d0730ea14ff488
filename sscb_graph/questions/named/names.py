"""Every body, with every form in which its name is printed."""

from __future__ import annotations

from sscb_graph.graph.nodes import Body
from sscb_graph.graph.view import GraphView, by_end
from sscb_graph.questions.columns import BASIS, SOURCE, Id, Names, Place, Text
from sscb_graph.questions.rows import ABOUT, Parameters, Row
from sscb_graph.text import many

#: The ids are shown in the table: people look them up here to write them into a CSV.
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


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many bodies there are, under how many names."""
    printed = sum(len(row["names"]) for row in rows)
    return f"{many(len(rows), 'body has', 'bodies have')} {many(printed, 'name')}." if rows else ""
