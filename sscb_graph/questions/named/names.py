"""Every body, with every form in which its name is printed."""

from __future__ import annotations

from sscb_graph.graph.nodes import Body
from sscb_graph.graph.standings import kind_basis
from sscb_graph.graph.view import GraphView, by_end
from sscb_graph.questions.columns import BASIS, SOURCE, BasisOfColumn, Id, Names, Place, Text, listed
from sscb_graph.questions.rows import ABOUT, Parameters, Row, list_cells
from sscb_graph.text import many

#: The ids are shown in the table: people look them up here to write them into a CSV.
COLUMNS = (
    Id("id", place=Place.TABLE),
    Text("body"),
    Text("kind"),
    BasisOfColumn("kind_basis"),
    *listed(Names("names")),
    BASIS,
    SOURCE,
)


def rows(view: GraphView) -> list[Row]:
    """A row for each body."""
    bodies = view.all(Body)
    view.prefetch(bodies, out=("HAS_NAME",))
    return [_row(view, body) for body in bodies]


def _row(view: GraphView, body: Body) -> Row:
    forms = by_end(view.out(body, "HAS_NAME"))
    return {
        "id": body.id,
        "body": body.name,
        "kind": body.kind,
        "kind_basis": kind_basis(body),
        **list_cells("names", [(edge.end.id, edge.end.name, edge.basis) for edge in forms]),
        "basis": body.basis,
        "source": body.source,
        ABOUT: [],
    }


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many bodies there are, under how many names."""
    printed = sum(len(row["names"]) for row in rows)
    return f"{many(len(rows), 'body has', 'bodies have')} {many(printed, 'name')}." if rows else ""
