"""Every body that the plan names."""

from __future__ import annotations

from sscb_graph.graph import rules
from sscb_graph.graph.nodes import Body
from sscb_graph.graph.view import GraphView
from sscb_graph.model.vocabulary import TAKES_PLACE
from sscb_graph.questions.brief import Brief
from sscb_graph.questions.columns import BASIS, SUPPORT, BasisOfColumn, Date, Id, Numbers, Place, Text, Truth
from sscb_graph.questions.headlines import by_word
from sscb_graph.questions.rows import ABOUT, Parameters, Row, numbers
from sscb_graph.text import many, sentences

_BRIEF = (Text("body"), Text("kind"), Text("standing"), Date("review_on", "review"), Numbers("leads"), BASIS)

COLUMNS = (
    Text("body"),
    Id("body_id"),
    Text("kind"),
    Truth("group"),
    # Holds a source instead of yes or no, and so is too long for the table.
    Text("statutory", "Where it is called statutory", Place.BELOW),
    Text("standing"),
    Date("review_on", "review"),
    BasisOfColumn("standing_basis"),
    Text("standing_reason", "Why the standing is believed", Place.BELOW),
    Text("standing_source", "Where the standing is written", Place.BELOW),
    # Whatever facts are counted; for people, the standing says it, or what took its place.
    Truth("gone", place=Place.NOWHERE),
    Numbers("leads"),
    *SUPPORT,
)


def rows(view: GraphView) -> list[Row]:
    """A row for each body, with the first decision about it."""
    bodies = view.all(Body)
    view.prefetch(bodies, out=("LEADS",), into=("DECIDES_ON", *TAKES_PLACE))
    return [_row(view, body) for body in bodies]


def _row(view: GraphView, body: Body) -> Row:
    return {
        "body": body.name,
        "body_id": body.id,
        "kind": body.kind,
        "group": rules.is_group(body),
        "statutory": body.statutory,
        **_decided(view, body),
        "gone": rules.is_gone(view.whole, body),
        "leads": numbers(view.led_by(body)),
        "basis": body.basis,
        "reason": body.reason,
        "source": body.source,
        ABOUT: [body.id],
    }


def _decided(view: GraphView, body: Body) -> Row:
    decision = next(iter(view.decisions_on(body)), None)
    return {
        "standing": decision.start.standing if decision else None,
        "review_on": decision.start.review_on if decision else None,
        "standing_basis": decision.basis if decision else None,
        "standing_reason": decision.reason if decision else None,
        "standing_source": decision.source if decision else None,
    }


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many there are, how many of them are boards and groups, and what is decided about them."""
    if not rows:
        return ""
    grouped = sum(row["group"] for row in rows)
    decided = by_word(rows, "standing")
    first = f"The plan names {many(len(rows), 'body', 'bodies')}, {grouped} of them boards and groups."
    return sentences([first, f"Standing: {decided}." if decided else ""])


def brief(view: GraphView, rows: list[Row], parameters: Parameters) -> Brief:
    """What each body is, what is decided about it, and what it leads."""
    return Brief(_BRIEF, rows)
