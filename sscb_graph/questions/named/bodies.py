"""Every body that the plan names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sscb_graph.graph import rules
from sscb_graph.graph.graph import Edge, weakest_of
from sscb_graph.graph.nodes import Body, Decision
from sscb_graph.graph.standings import decision_on, kind_basis
from sscb_graph.graph.view import GraphView
from sscb_graph.model.vocabulary import TAKES_PLACE, Standing
from sscb_graph.questions.brief import Brief
from sscb_graph.questions.columns import BASIS, SUPPORT, BasisOfColumn, Date, Id, Numbers, Place, Text, Truth, listed
from sscb_graph.questions.headlines import weaker_counts
from sscb_graph.questions.rows import ABOUT, Parameters, Row, numbers_cells, support_cells
from sscb_graph.text import many, sentences

_BRIEF = (Text("body"), Text("kind"), Text("standing"), Date("review_on", "review"), Numbers("leads"), BASIS)

COLUMNS = (
    Text("body"),
    Id("body_id"),
    Text("kind"),
    BasisOfColumn("kind_basis"),
    Text("kind_reason", "Why the kind is believed", Place.BELOW),
    Truth("group"),
    # Holds a source instead of yes or no, and so is too long for the table.
    Text("statutory", "Where it is called statutory", Place.BELOW),
    BasisOfColumn("statutory_basis"),
    Text("standing"),
    BasisOfColumn("standing_basis"),
    Text("proposed_by"),
    BasisOfColumn("proposed_by_basis"),
    Text("holds_until", "Until when", Place.BELOW),
    BasisOfColumn("holds_until_basis"),
    Truth("under_review"),
    BasisOfColumn("under_review_basis"),
    Date("review_on", "review"),
    BasisOfColumn("review_on_basis"),
    Text("standing_reason", "Why the standing is believed", Place.BELOW),
    Text("standing_source", "Where the standing is written", Place.BELOW),
    # Whatever facts are counted; for people, the standing says it, or what took its place.
    Truth("gone", place=Place.NOWHERE),
    *listed(Numbers("leads")),
    *SUPPORT,
)


def rows(view: GraphView) -> list[Row]:
    """A row for each body, with the first decision about it, and with the review that it may be under as well."""
    bodies = view.all(Body)
    view.prefetch(bodies, out=("LEADS",), into=("DECIDES_ON", *TAKES_PLACE))
    return [_row(view, body) for body in bodies]


def _row(view: GraphView, body: Body) -> Row:
    decided = _decided(view, body)
    return {
        "body": body.name,
        "body_id": body.id,
        "kind": body.kind,
        "kind_basis": kind_basis(body),
        "kind_reason": body.kind_reason,
        "group": rules.is_group(body),
        **_statutory(view, body),
        **decided,
        "gone": rules.is_gone(view.whole, body),
        **numbers_cells("leads", view.led_by(body)),
        **support_cells(body),
        ABOUT: [body.id, *([view.plan_id] if decided["standing"] else [])],
    }


def _statutory(view: GraphView, body: Body) -> Row:
    """Where a body is called statutory, if how that is known counts."""
    counted = body.statutory_basis in view.bases
    return {
        "statutory": body.statutory if counted else None,
        "statutory_basis": body.statutory_basis if counted else None,
    }


def _decided(view: GraphView, body: Body) -> Row:
    decisions = view.decisions_on(body)
    decision = decision_on(view, body)
    first = [decision] if decision else []
    reviews = [edge for edge in decisions if edge.start.standing == Standing.UNDER_REVIEW]
    dated = [edge for edge in (*reviews, *decisions) if edge.start.review_on]
    return {
        **_cell("standing", first),
        **_cell("proposed_by", first),
        **_cell("holds_until", first),
        "under_review": bool(reviews),
        "under_review_basis": weakest_of(reviews[:1]),
        **_cell("review_on", dated),
        "standing_reason": first[0].reason if first else None,
        "standing_source": first[0].source if first else None,
    }


def _cell(name: str, decisions: Sequence[Edge[Decision, Body]]) -> Row:
    """What the first of some decisions gives under a name, and the basis of the decision where it gives anything."""
    value = decisions[0].start.properties.get(name) if decisions else None
    return {name: value, f"{name}_basis": decisions[0].basis if value else None}


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many there are, how many of them are boards and groups, and what is decided about them."""
    if not rows:
        return ""
    grouped = sum(row["group"] for row in rows)
    # What is under review may also be proposed to continue, and counts as both.
    standings = Counter(row["standing"] for row in rows if row["standing"])
    standings |= {Standing.UNDER_REVIEW.value: sum(row["under_review"] for row in rows)}
    decided = ", ".join(f"{number} {word}" for word, number in standings.most_common() if number)
    first = f"The plan names {many(len(rows), 'body', 'bodies')}, {grouped} of them boards and groups."
    weaker = weaker_counts(rows, "standing_basis")
    return sentences([first, f"Standing: {decided}{f' ({weaker})' if weaker else ''}." if decided else ""])


def brief(view: GraphView, rows: list[Row], parameters: Parameters) -> Brief:
    """What each body is, what is decided about it, and what it leads."""
    return Brief(_BRIEF, rows)
