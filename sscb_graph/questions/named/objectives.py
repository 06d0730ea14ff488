"""What the plan says that the Board is for, in the plan's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sscb_graph.graph.nodes import Passage
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED
from sscb_graph.model.vocabulary import AIMS
from sscb_graph.questions.brief import Brief
from sscb_graph.questions.columns import BASIS, SOURCE, Group, Id, Place, Text, Words
from sscb_graph.questions.rows import ABOUT, Parameters, Row
from sscb_graph.text import listed, many

#: How the passage ends that introduces a list.
_INTRODUCES = ":"
COLUMNS = (
    Group("kind"),
    Words("text", "what it says", Place.TABLE),
    Id("passage_id"),
    Text("introduced_by", "How the plan introduces it", Place.BELOW),
    BASIS,
    SOURCE,
)


def rows(view: GraphView) -> list[Row]:
    """A row for each aim, by its kind and then in the order of the document."""
    passages = view.all(Passage)
    return [
        {
            "kind": passage.kind,
            "text": passage.text,
            "passage_id": passage.id,
            "introduced_by": _introduction(passages, passage),
            "basis": STATED,
            "source": passage.source,
            ABOUT: [passage.id],
        }
        for kind in AIMS
        for passage in passages
        if passage.kind == kind
    ]


def _introduction(passages: Sequence[Passage], passage: Passage) -> str | None:
    """The last passage before one, under the same heading, that introduces what follows it."""
    before = passages[: passages.index(passage)]
    found = [each.text for each in before if each.heading == passage.heading and each.text.endswith(_INTRODUCES)]
    return found[-1] if found else None


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many there are of each kind."""
    counts = Counter(row["kind"] for row in rows)
    return f"The plan prints {listed([many(number, kind) for kind, number in counts.items()])}." if rows else ""


def brief(view: GraphView, rows: list[Row], parameters: Parameters) -> Brief:
    """The words, under how the plan introduces them."""
    introduced = [{**row, "kind": _heading(row)} for row in rows]
    return Brief((Group("kind"), Text("text", "what it says")), introduced)


def _heading(row: Row) -> str:
    introduction = f': "{row["introduced_by"]}"' if row["introduced_by"] else ""
    return f"{row['kind'].capitalize()}{introduction}"
