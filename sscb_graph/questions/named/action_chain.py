"""Everything above and below an action."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sscb_graph.graph import rules
from sscb_graph.graph.graph import AnyEdge, Chain
from sscb_graph.graph.nodes import Action
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED
from sscb_graph.model.dates import in_words
from sscb_graph.model.vocabulary import words_of
from sscb_graph.questions.answer import Caution
from sscb_graph.questions.brief import Brief
from sscb_graph.questions.chain_brief import chain_brief, own_ends
from sscb_graph.questions.columns import CONFIRMATION, SUPPORT, Group, Number, Relation, Text
from sscb_graph.questions.headlines import items_listed
from sscb_graph.questions.rows import ABOUT, Parameters, Row, basis_cells, rows_by_action
from sscb_graph.questions.silence import CITATION, LEAD, OUTCOME, STATUS, without_line
from sscb_graph.text import listed, sentences

COLUMNS = (
    Group("action"),
    Group("row_id"),
    Group("direction"),
    Number("level"),
    Text("subject"),
    Relation("relation"),
    Text("object"),
    *SUPPORT,
    *CONFIRMATION,
)

#: The types of facts from an action to what is above it, and of facts to it from what depends on it.
_ABOVE = ("SERVES", "ADDRESSES", "RESPONDS_TO", "HAS_STATUS", "DEPENDS_ON", "LINKS_TO", "CITES", "SHARES_OUTCOME_OF")
_BELOW = ("DEPENDS_ON", "LINKS_TO", "CITES", "SHARES_OUTCOME_OF")


def rows(view: GraphView, actions: list[str]) -> list[Row]:
    """Rows on each action's own cells, on what is above it, below it, and named in it; ``level`` counts the steps."""
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
        ("action", action.text, action.text),
        ("outcome", action.outcome, action.outcome),
        ("timescale", action.timescale_printed, action.timescale_printed),
        ("due", "; ".join(action.due), action.timescale_printed),
    )
    for relation, words, printed in cells:
        if words:
            yield {
                **_place(action, "itself", 0),
                "subject": action.name,
                "relation": relation,
                "object": words,
                "basis": STATED,
                "reason": None,
                "source": action.cell_source(printed),
                "confirmed_by": None,
                "confirmed_on": None,
                ABOUT: [action.id],
            }


def _place(action: Action, direction: str, level: int) -> Row:
    return {"action": action.number, "row_id": action.id, "direction": direction, "level": level}


def _by_type(types: Sequence[str], edges: Sequence[AnyEdge], *, start: bool) -> list[AnyEdge]:
    """Facts sorted by the order of ``types``, then by the nodes at their start or end."""

    def order(edge: AnyEdge) -> tuple[int, tuple[int, str], str]:
        return types.index(edge.type), (edge.start if start else edge.end).order, edge.id

    return sorted(edges, key=order)


def _steps(action: Action, direction: str, edges: Sequence[AnyEdge]) -> Iterator[Row]:
    for edge in edges:
        yield _step(action, direction, [edge])


def _lines(view: GraphView, action: Action) -> list[Row]:
    """The reporting lines above those who lead it; each body is reached by its shortest chain from the action."""
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
        **basis_cells(last),
        "basis": rules.chain_basis(chain),
        "reason": rules.chain_reason(chain),
        ABOUT: [action.id, last.start.id, last.end.id],
    }


def title(view: GraphView, parameters: Parameters) -> str:
    """The heading of a page."""
    actions = [view.get(Action, key) for key in parameters["actions"]]
    return f"Action {listed([action.with_priority for action in actions])}"


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """Who leads each action, what it cites, by when it is due and how far it is."""
    return sentences(map(_told, rows_by_action(rows)))


def _told(rows: list[Row]) -> str:
    """An action in a sentence, from its own rows."""
    led = listed(own_ends(rows, "LEADS", "subject"))
    cited = items_listed(own_ends(rows, "ADDRESSES", "object"))
    due = listed([in_words(day) for row in rows if row["relation"] == "due" for day in row["object"].split("; ")])
    status = listed(own_ends(rows, "HAS_STATUS", "object"))
    parts = (
        f"is led by {led}" if led else "has no lead",
        f"cites {cited}" if cited else "cites no recommendation",
        f"is due {due}" if due else "names no date",
        f"has the status {status}" if status else "has no status recorded",
    )
    return f"{rows[0]['action']} {'; '.join(parts)}."


def brief(view: GraphView, rows: list[Row], parameters: Parameters) -> Brief:
    """What each action is, cell by cell, the lines of those who lead it, and what hangs on it."""
    return chain_brief(rows, {key: view.get(Action, key).with_priority for key in parameters["actions"]})


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """What the plan does not say about the action, what has ended, and which of its leads have no reporting line."""
    found = [note for key in parameters["actions"] for note in _missing(view, view.get(Action, key))]
    actions = {row["row_id"]: view.get(Action, row["row_id"]) for row in rows}
    leads = {lead.start.id: lead.start for action in actions.values() for lead in view.leads(action)}
    return [
        *found,
        *(words for lead in leads.values() if not view.reports_to(lead) for words in without_line(view, lead)),
    ]


def _missing(view: GraphView, action: Action) -> Iterator[str]:
    for cell in (OUTCOME, LEAD, CITATION, STATUS):
        if ended := cell.words(view, action):
            yield Caution(f"{action.with_priority}: {ended}")
        elif not (rules.facts_of(view, action, cell.type) or (cell is OUTCOME and action.outcome)):
            yield f"The plan does not say of {action.with_priority} {cell.of_it}."
