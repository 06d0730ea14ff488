"""What is questionable in the cells of the action plan as they are printed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from sscb_graph.checks.finding import Finding, about_node, places
from sscb_graph.graph import rules
from sscb_graph.graph.nodes import Action, Body
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED
from sscb_graph.model.vocabulary import Severity
from sscb_graph.text import squash

_ENDS_IN_COMMA = re.compile(r"(\S+)\s*,\s*$")
_WITHOUT_COMMA = re.compile(r"(\d+)\s+(\d+)")
#: How a text ends that was not finished: with a mark that more must follow, or with a word that needs more.
_UNFINISHED = re.compile(r"(?:[,:/&]|\b(?:and|or|of|to|the|with|for|by|in))\s*$", re.IGNORECASE)
_LAST_WORDS = re.compile(r"(?:\S+\s+){0,3}\S+\s*$")
#: In how many ways a body must be printed for a reader to wonder whether it is always the same.
_MANY_WAYS = 3


def lists_of_numbers(view: GraphView) -> Iterator[Finding]:
    """A cell of numbers that ends in a comma, or in which two numbers stand without a comma."""
    for action in view.all(Action):
        printed = action.recs_printed or ""
        cell = f'the cell of {action.number} that cites recommendations, "{printed}"'
        if found := _ENDS_IN_COMMA.search(printed):
            sentence = f"{cell[0].upper()}{cell[1:]}, ends in a comma after {found[1]}: a number may be lost."
            yield about_node(Severity.WARNING, "citations-cut-off", action, sentence)
        if pairs := _WITHOUT_COMMA.findall(printed):
            listed = "; ".join(f"{one} and {other}" for one, other in pairs)
            sentence = f"{cell[0].upper()}{cell[1:]}, lacks a comma: it is read as {listed}."
            yield about_node(Severity.NOTICE, "citations-without-comma", action, sentence)


def texts_that_break_off(view: GraphView) -> Iterator[Finding]:
    """A text or an outcome that ends as an unfinished sentence does."""
    for action in view.all(Action):
        for what, text in (("text", action.text), ("outcome", action.outcome or "")):
            if _UNFINISHED.search(text) and (last := _LAST_WORDS.search(text)):
                sentence = f'The {what} of {action.number} breaks off: it ends "... {last[0].strip()}".'
                subject = action.id if what == "text" else f"{action.id}/{what}"
                yield about_node(Severity.WARNING, "text-breaks-off", action, sentence, subject=subject)


def leads_run_together(view: GraphView) -> Iterator[Finding]:
    """A lead cell in which two names stand without any mark or word between them."""
    for action in view.all(Action):
        if pairs := list(_touching(action.lead_printed or "", _quotes(view, action))):
            listed = "; ".join(f'"{one}" and "{other}"' for one, other in pairs)
            sentence = f"The lead cell of {action.number} runs names together: {listed}."
            yield about_node(Severity.NOTICE, "leads-run-together", action, sentence)


def _quotes(view: GraphView, action: Action) -> list[str]:
    """The printed names of an action's leads, in the order of the cell."""
    leads = sorted(rules.own_cell(view, action, "LEADS"), key=lambda edge: edge.order)
    return [quote for edge in leads for quote in edge.quote]


def _touching(cell: str, quotes: list[str]) -> Iterator[tuple[str, str]]:
    ends: list[tuple[int, int, str]] = []
    after = 0
    for quote in quotes:
        if (start := cell.find(quote, after)) >= 0:
            after = start + len(quote)
            ends.append((start, after, quote))
    for (_, end, one), (start, _, other) in pairwise(ends):
        if not cell[end:start].strip():
            yield one, other


def bodies_in_many_forms(view: GraphView) -> Iterator[Finding]:
    """A body whose name lead cells print in three ways or more, apart from case, spaces and brackets."""
    forms: dict[Body, dict[str, str]] = defaultdict(dict)
    for edge in view.typed("LEADS"):
        if edge.basis == STATED and isinstance(edge.start, Body):
            for quote in edge.quote:
                forms[edge.start].setdefault(squash(quote), quote)
    for body, printed in sorted(forms.items(), key=lambda pair: pair[0].order):
        if len(printed) >= _MANY_WAYS:
            listed = ", ".join(f'"{form}"' for form in printed.values())
            sentence = f"Lead cells print {body.name} in {len(printed)} ways: {listed}."
            yield about_node(Severity.NOTICE, "body-in-many-forms", body, sentence, where=places(body))
