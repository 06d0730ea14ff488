"""Everything above and below an action."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sscb_graph.graph import rules
from sscb_graph.graph.graph import Action, AnyEdge, Chain
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED
from sscb_graph.model.vocabulary import words_of
from sscb_graph.questions.columns import CONFIRMATION, SUPPORT, Group, Number, Text
from sscb_graph.questions.rows import ABOUT, Parameters, Row, support
from sscb_graph.questions.silence import CITATION, LEAD, OUTCOME, STATUS, unless_ended

COLUMNS = (
    Group("action"),
    Group("row_id"),
    Group("direction"),
    Number("level"),
    Text("subject"),
    Text("relation"),
    Text("object"),
    *SUPPORT,
    *CONFIRMATION,
)

#: The facts that lead from an action to what stands above it, and those that lead to it from what hangs on it.
_ABOVE = ("SERVES", "ADDRESSES", "RESPONDS_TO", "HAS_STATUS", "DEPENDS_ON", "LINKS_TO", "CITES", "SHARES_OUTCOME_OF")
_BELOW = ("DEPENDS_ON", "LINKS_TO", "CITES", "SHARES_OUTCOME_OF")


def rows(view: GraphView, actions: list[str]) -> list[Row]:
    """An action's own words, what stands above it, and what hangs on it."""
    found: list[Row] = []
    for action in sorted((view.get(Action, key) for key in actions), key=rules.order_of):
        found += _own(action)
        found += _steps(action, "above", _by_type(_ABOVE, view.out(action, *_ABOVE), start=False))
        found += _steps(action, "above", view.leads(action))
        found += _lines(view, action)
        found += _steps(action, "below", _by_type(_BELOW, view.into(action, *_BELOW), start=True))
        found += _steps(action, "names", _by_type(("NAMED_IN",), view.into(action, "NAMED_IN"), start=True))
    return found


def _own(action: Action) -> Iterator[Row]:
    cells = (
        ("action", action.text),
        ("outcome", action.outcome),
        ("timescale", action.timescale_printed),
        ("due", "; ".join(action.due)),
    )
    for relation, words in cells:
        if words:
            yield {
                **_place(action, "itself", 0),
                "subject": action.name,
                "relation": relation,
                "object": words,
                "basis": STATED,
                "reason": None,
                "source": action.source,
                "confirmed_by": None,
                "confirmed_on": None,
                ABOUT: [action.id],
            }


def _place(action: Action, direction: str, level: int) -> Row:
    return {"action": action.number, "row_id": action.id, "direction": direction, "level": level}


def _by_type(types: Sequence[str], edges: Sequence[AnyEdge], *, start: bool) -> list[AnyEdge]:
    """Facts in the order of some types, then of the things at their far end."""

    def order(edge: AnyEdge) -> tuple[int, tuple[int, str], str]:
        return types.index(edge.type), (edge.start if start else edge.end).order, edge.id

    return sorted(edges, key=order)


def _steps(action: Action, direction: str, edges: Sequence[AnyEdge]) -> Iterator[Row]:
    for edge in edges:
        yield _step(action, direction, [edge])


def _lines(view: GraphView, action: Action) -> list[Row]:
    """The lines upwards of those who lead it, each body by its shortest chain from the action."""
    starts = [Chain((action.id, lead.start.id), (lead,)) for lead in view.leads(action)]
    found = []
    for key, chain in view.chains(starts, view.upwards).items():
        for edge in view.out(view.node(key), "REPORTS_TO"):
            whole = (*chain.edges, edge)
            order = (len(whole), edge.start.order, edge.end.order, edge.id)
            found.append((order, _step(action, "above", whole)))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def _step(action: Action, direction: str, chain: Sequence[AnyEdge]) -> Row:
    """A row for the last fact of a chain that starts at the action."""
    last = chain[-1]
    return {
        **_place(action, direction, len(chain)),
        "subject": last.start.name,
        "relation": words_of(last.type),
        "object": last.end.name,
        **support(last),
        "basis": rules.chain_basis(chain),
        "reason": rules.chain_reason(chain),
        ABOUT: [action.id, last.start.id, last.end.id],
    }


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What the plan does not say about the action or a record has ended, and to whom those who lead it report."""
    found = [note for key in parameters["actions"] for note in _missing(view, view.get(Action, key))]
    actions = {row["row_id"]: view.get(Action, row["row_id"]) for row in rows}
    leads = {lead.start.id: lead.start for action in actions.values() for lead in view.leads(action)}
    for lead in leads.values():
        if not view.reports_to(lead):
            words = f"The plan does not say to whom {lead.name} reports."
            found += unless_ended(words, view.ended_out(lead, "REPORTS_TO"))
    return found


def _missing(view: GraphView, action: Action) -> Iterator[str]:
    for cell in (OUTCOME, LEAD, CITATION, STATUS):
        if ended := cell.words(view, action):
            yield f"{action.id}: {ended}"
        elif not (rules.facts_of(view, action, cell.type) or (cell is OUTCOME and action.outcome)):
            yield f"The plan does not say of {action.id} {cell.of_it}."
