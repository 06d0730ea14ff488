"""What is questionable in who leads the actions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sscb_graph.checks.finding import Finding, about_fact, about_node, places
from sscb_graph.graph import rules
from sscb_graph.graph.graph import AnyEdge
from sscb_graph.graph.nodes import Action, Body
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED
from sscb_graph.model.vocabulary import TAKES_PLACE, Severity
from sscb_graph.questions.rows import numbers
from sscb_graph.questions.silence import ended_facts

_WILL = re.compile(r" will\b")


def led_by_nobody(view: GraphView) -> Iterator[Finding]:
    """An action that no body leads, by its own cell or otherwise."""
    for action in view.all(Action):
        if not view.leads(action):
            ended = ended_facts(view.ended_into(action, "LEADS"))
            sentence = f"Nobody leads action {action.number}{f' any more: {ended}' if ended else ''}."
            yield about_node(Severity.ERROR, "action-led-by-nobody", action, sentence)


def gone_bodies_that_lead(view: GraphView) -> Iterator[Finding]:
    """A body that is no more and still leads actions."""
    for body in view.all(Body):
        leads = view.led_by(body)
        if leads and rules.is_gone(view, body):
            why = _why_gone(view, body)
            sentence = f"{body.name}, which {why}, still leads {', '.join(numbers(leads))}."
            yield about_node(Severity.ERROR, "gone-body-leads", body, sentence, where=places(body, *leads))


def gone_bodies_that_report(view: GraphView) -> Iterator[Finding]:
    """A body that is no more and still stands in a reporting line."""
    for body in view.all(Body):
        lines: list[AnyEdge] = [*view.reports_to(body), *view.reports_from(body)]
        if lines and rules.is_gone(view, body):
            listed = "; ".join(f"{line.start.name} reports to {line.end.name}" for line in lines)
            sentence = f"{body.name}, which {_why_gone(view, body)}, still stands in reporting lines: {listed}."
            yield about_node(Severity.ERROR, "gone-body-reports", body, sentence, where=places(body, *lines))


def _why_gone(view: GraphView, body: Body) -> str:
    """Why a body is no more, as a clause."""
    successors = [edge.start.name for edge in view.into(body, *TAKES_PLACE)]
    return f"{', '.join(successors)} took the place of" if successors else "is former"


def without_record(view: GraphView) -> Iterator[Finding]:
    """A lead that neither words of the document nor a record of the partnership support."""
    for edge in view.typed("LEADS"):
        if not (edge.basis == STATED or edge.quote or edge.recorded_by or edge.confirmed_by):
            why = f": {edge.reason}" if edge.reason else ""
            sentence = (
                f"{edge.start.name} leads {edge.end.name} by our reasoning only ({edge.basis}{why}): no words of the "
                "document, no post and no minute say so."
            )
            yield about_fact(Severity.WARNING, "lead-without-record", edge, sentence)


def against_words(view: GraphView) -> Iterator[Finding]:
    """An action whose text says that a body "will" do it, while its lead cell names others."""
    forms = [(form, body) for body in view.all(Body) for form in body.printed_names]
    for action in view.all(Action):
        leads = [edge.start for edge in rules.own_cell(view, action, "LEADS")]
        for form, body, words in _who_will(action.text, forms):
            if leads and body not in leads:
                listed = ", ".join(lead.name for lead in leads)
                sentence = (
                    f'The text of {action.number} says "{words}", while its lead cell names {listed}, not {form}.'
                )
                subject = f"{action.id}/{body.id}"
                yield about_node(Severity.WARNING, "lead-against-words", action, sentence, subject=subject)


def _who_will(text: str, forms: list[tuple[str, Body]]) -> Iterator[tuple[str, Body, str]]:
    """Each body of which a text says that it will do something: its name there, the body, and the words."""
    for will in _WILL.finditer(text):
        before = text[: will.start()]
        named = [
            (form, body) for form, body in forms if before.endswith(form) and not before[: -len(form)][-1:].isalnum()
        ]
        if named:
            form, body = max(named, key=lambda pair: (len(pair[0]), pair[1].order))
            after = text[will.end() :].split()[:1]
            yield form, body, " ".join([form, "will", *after])


def several(view: GraphView) -> Iterator[Finding]:
    """An action whose own cell names several leads."""
    for action in view.all(Action):
        leads = list(dict.fromkeys(edge.start.name for edge in rules.own_cell(view, action, "LEADS")))
        if len(leads) > 1:
            sentence = f"Action {action.number} has {len(leads)} leads; no word says who answers for it: "
            yield about_node(Severity.NOTICE, "action-with-several-leads", action, f"{sentence}{', '.join(leads)}.")


def under_review(view: GraphView) -> Iterator[Finding]:
    """A group whose own future is under review, and which leads actions."""
    for body in dict.fromkeys(edge.end for edge in rules.under_review(view)):
        if leads := view.led_by(body):
            sentence = f"{body.name}, which is under review, leads {', '.join(numbers(leads))}."
            yield about_node(Severity.NOTICE, "lead-under-review", body, sentence)
