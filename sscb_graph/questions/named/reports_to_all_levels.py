"""Who reports to a body, directly or through others."""

from __future__ import annotations

from sscb_graph.graph.graph import Chain
from sscb_graph.graph.nodes import Body
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.columns import LINE, Number
from sscb_graph.questions.named.reports_to import headline, notes, title
from sscb_graph.questions.rows import ABOUT, Row, chain_row

__all__ = ["COLUMNS", "headline", "notes", "rows", "title"]

COLUMNS = (Number("level"), *LINE)


def rows(view: GraphView, body: str) -> list[Row]:
    """A row for each reporting line whose chain leads to the body; level 1 reports to it directly."""
    found = []
    for key, chain in view.chains([Chain((body,))], view.downwards).items():
        for edge in view.reports_from(view.get(Body, key)):
            whole = (*chain.edges, edge)
            order = (len(whole), edge.start.order, edge.end.order, edge.id)
            about = [edge.start.id, edge.end.id, view.plan_id]
            found.append((order, chain_row(whole, **{"level": len(whole), ABOUT: about})))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]
