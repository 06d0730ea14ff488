"""What is questionable in the rows of the action plan."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from sscb_graph.checks.finding import Finding, about_fact, about_node, instead, places
from sscb_graph.graph import rules
from sscb_graph.graph.graph import AnyEdge
from sscb_graph.graph.nodes import Action
from sscb_graph.graph.view import GraphView
from sscb_graph.model.vocabulary import KnownStatus, Severity

if TYPE_CHECKING:
    from sscb_graph.graph.graph import Edge
    from sscb_graph.graph.nodes import Status

_NUMBER = re.compile(r"(?<![\w.])\d+\.\d+[a-z]?(?![\w])")
_KNOWN = [status.value.capitalize() for status in KnownStatus]


def numbers_used_twice(view: GraphView) -> Iterator[Finding]:
    """A number that more than one row carries."""
    for number, actions in _by_number(view).items():
        if len(actions) > 1:
            rows = ", ".join(action.with_priority for action in actions)
            same = all(action.text == actions[0].text for action in actions)
            texts = "the same text" if same else "different text"
            sentence = f"{number} is the number of {len(actions)} rows with {texts}: {rows}."
            yield about_node(Severity.ERROR, "number-used-twice", actions[0], sentence, where=places(*actions))


def _by_number(view: GraphView) -> dict[str, list[Action]]:
    carriers: dict[str, list[Action]] = defaultdict(list)
    for action in view.all(Action):
        carriers[action.number].append(action)
    return carriers


def links_not_returned(view: GraphView) -> Iterator[Finding]:
    """A link to an action that does not link back."""
    links = cast("list[Edge[Action, Action]]", view.typed("LINKS_TO"))
    pairs = {(link.start.id, link.end.id) for link in links}
    for link in links:
        if (link.end.id, link.start.id) not in pairs:
            sentence = f"{link.start.number} links to {link.end.number}, which does not link back."
            yield about_fact(Severity.WARNING, "link-not-returned", link, sentence)


def citations_in_text(view: GraphView) -> Iterator[Finding]:
    """An action's words that cite another action, without a link that is printed."""
    by_number = _by_number(view)
    cites = {(edge.start.id, edge.end.id): edge for edge in view.typed("CITES")}
    linked = {(edge.start.id, edge.end.id) for edge in view.typed("LINKS_TO", "DEPENDS_ON")}
    for action in view.all(Action):
        words = f"{action.text} {action.outcome or ''}"
        for number in dict.fromkeys(_NUMBER.findall(words)):
            for other in by_number.get(number, []):
                pair = action.id, other.id
                if other != action and pair not in linked:
                    yield _cited(action, other, cites.get(pair))


def _cited(action: Action, other: Action, cites: AnyEdge | None) -> Finding:
    quote = "; ".join(cites.quote) if cites else other.number
    doubt = cites.doubt if cites else None
    sentence = f'The text of {action.number} cites {other.number} ("{quote}").'
    sentence += f" {doubt}" if doubt else " No link between the two is printed: does it make sense there?"
    severity = Severity.ERROR if doubt else Severity.WARNING
    return about_node(severity, "text-cites-action", action, sentence, subject=f"{action.id}/{other.id}")


def blank_cells(view: GraphView) -> Iterator[Finding]:
    """Actions whose own cells state no outcome, lead, recommendation or status."""
    for action in view.all(Action):
        if not action.outcome:
            shared = [f"{edge.end.name} ({edge.basis})" for edge in view.out(action, "SHARES_OUTCOME_OF")]
            rest = f"; it shares that of {', '.join(shared)}" if shared else ""
            sentence = f"Action {action.number} has no outcome of its own{rest}."
            yield about_node(Severity.WARNING, "action-without-outcome", action, sentence)
        for what, kind, words in (
            ("lead", "LEADS", "has no lead of its own"),
            ("recommendation", "ADDRESSES", "cites no recommendation of its own"),
            ("status", "HAS_STATUS", "has no status"),
        ):
            if not rules.own_cell(view, action, kind):
                facts = rules.facts_of(view, action, kind)
                sentence = f"Action {action.number} {words}{instead(facts, [edge.other(action) for edge in facts])}."
                yield about_node(Severity.WARNING, f"action-without-{what}", action, sentence)


def statuses_of_another_word(view: GraphView) -> Iterator[Finding]:
    """A status that is none of the words that summaries and overdue answers know."""
    for edge in cast("list[Edge[Action, Status]]", view.typed("HAS_STATUS")):
        if not rules.is_known(edge.end):
            known = f"{', '.join(_KNOWN[:-1])} or {_KNOWN[-1]}"
            sentence = (
                f"Action {edge.start.number} has the status '{edge.end.name}', which is not {known}: "
                "it is counted as 'other', and the action as not completed. Say in status_words.csv what it means."
            )
            yield about_fact(Severity.WARNING, "status-of-another-word", edge, sentence)
