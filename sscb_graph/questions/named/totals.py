"""How much the plan holds of everything, and what is counted."""

from __future__ import annotations

from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED
from sscb_graph.questions.brief import Brief
from sscb_graph.questions.columns import BASIS, SOURCE, Group, Number, Place, RowName, Text
from sscb_graph.questions.counts import counts
from sscb_graph.questions.rows import ABOUT, Parameters, Row
from sscb_graph.text import many, sentences

COLUMNS = (
    Group("of"),
    RowName("what"),
    Number("number"),
    Text("counted", "What is counted", Place.BELOW),
    BASIS,
    SOURCE,
)


def rows(view: GraphView) -> list[Row]:
    """A row for each count."""
    return [
        {
            "of": count.group,
            "what": count.what,
            "number": count.number,
            "counted": count.how or None,
            "basis": count.basis,
            "source": count.source or view.plan.source,
            ABOUT: [],
        }
        for count in counts(view)
    ]


def title(view: GraphView, parameters: Parameters) -> str:
    """The heading of a page."""
    return "Totals of the plan"


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many actions, citations and leads there are, as far as they are stated."""
    known = {(row["of"], row["what"]): row["number"] for row in reversed(rows) if row["basis"] == STATED}

    if not known:
        return f"{many(len(rows), 'count')}." if rows else ""

    def number(group: str, what: str) -> int:
        return int(known.get((group, what), 0))

    actions = f"{many(number('actions', 'rows'), 'action')} with {many(number('actions', 'numbers'), 'number')}."
    cited = many(number("citations", "citations"), "stated citation")
    numbers = many(number("citations", "numbers cited"), "number")
    citing = many(number("citations", "rows that cite"), "row")
    leads = many(number("leads", "leads"), "stated lead")
    bodies = many(number("leads", "bodies that lead"), "body", "bodies")
    return sentences([actions, f"{cited} of {numbers} by {citing}.", f"{leads} by {bodies}."])


def brief(view: GraphView, rows: list[Row], parameters: Parameters) -> Brief:
    """Every count, without how it is counted."""
    return Brief((Text("of"), RowName("what"), Number("number"), BASIS), rows)


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """How counts of several bases stand beside each other."""
    return [
        "Facts are counted basis by basis: what is weaker than stated comes on top of what is stated, and an action or "
        "a body may be counted under both."
    ]
