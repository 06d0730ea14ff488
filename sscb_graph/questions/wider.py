"""What a body leads under a wider name, such as the Police under "All partners"."""

from __future__ import annotations

from sscb_graph.graph import rules
from sscb_graph.graph.graph import Edge
from sscb_graph.graph.nodes import Body
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import marked
from sscb_graph.questions.answer import Caution
from sscb_graph.text import listed


def wider_leads(view: GraphView, body: Body) -> list[str]:
    """A sentence for each wider name of a body that leads actions: no row is about these."""
    return [Caution(words) for edge in rules.wider_names(view, body) if (words := _told(view, edge))]


def _told(view: GraphView, member: Edge[Body, Body]) -> str:
    actions = [marked(lead.end.number, lead.basis) for lead in view.led_by(member.end)]
    among = f'{member.start.name} is also among "{member.end.name}"'
    return f"{marked(among, member.basis)}, which leads {listed(actions)}." if actions else ""
