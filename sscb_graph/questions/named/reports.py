"""Which reports the plan cites or answers."""

from __future__ import annotations

from collections import Counter

from sscb_graph.graph import rules
from sscb_graph.graph.nodes import Recommendation, Report
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import marked
from sscb_graph.questions.columns import SUPPORT, BasisOfColumn, Date, Id, Number, Text, Truth
from sscb_graph.questions.rows import ABOUT, Parameters, Row, support_cells
from sscb_graph.text import listed, many

COLUMNS = (
    Text("report"),
    Id("report_id"),
    Text("word"),
    Text("kind"),
    Date("published"),
    Text("numbering"),
    Number("items"),
    Truth("cited"),
    BasisOfColumn("cited_basis"),
    *SUPPORT,
)


def rows(view: GraphView) -> list[Row]:
    """A row for each report; ``cited`` says whether its items are meant to be cited by actions."""
    items = Counter(item.report for item in view.all(Recommendation))
    return [
        {
            "report": report.name,
            "report_id": report.id,
            "word": report.word,
            "kind": report.kind,
            "published": report.published,
            "numbering": report.numbering,
            "items": items[report.id],
            "cited": rules.needs_actions(view, report),
            "cited_basis": rules.cited_basis(view, report),
            **support_cells(report),
            ABOUT: [report.id],
        }
        for report in view.all(Report)
    ]


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """Which reports there are, with the number of their items."""
    told = [marked(f"{row['report']} ({many(row['items'], 'item')})", row["basis"]) for row in rows]
    return f"The plan cites or answers {listed(told)}." if rows else ""
