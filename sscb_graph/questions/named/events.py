"""Everything that the document dates."""

from __future__ import annotations

from sscb_graph.graph.nodes import Event
from sscb_graph.graph.view import GraphView, by_end
from sscb_graph.model.basis import STATED
from sscb_graph.model.dates import in_words
from sscb_graph.questions.columns import BASIS, SOURCE, Date, Names, Text
from sscb_graph.questions.rows import ABOUT, Parameters, Row
from sscb_graph.text import many

COLUMNS = (Text("event"), Date("from"), Date("until"), Names("bodies"), BASIS, SOURCE)


def rows(view: GraphView) -> list[Row]:
    """A row for each event, with the bodies that it concerns."""
    events = view.all(Event)
    view.prefetch(events, out=("CONCERNS",))
    return [
        {
            "event": event.name,
            "from": event.starts,
            "until": event.until,
            "bodies": [edge.end.name for edge in by_end(view.out(event, "CONCERNS"))],
            "basis": STATED,
            "source": event.source,
            ABOUT: [],
        }
        for event in events
    ]


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many events there are, and between which dates."""
    days = sorted(row["from"] for row in rows if row["from"])
    between = f", from {in_words(days[0])} to {in_words(days[-1])}" if days else ""
    return f"The plan dates {many(len(rows), 'event')}{between}." if rows else ""
