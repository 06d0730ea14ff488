"""The exact forms under which a thing is found; what a kept index holds of names."""

from __future__ import annotations

import re

from sscb_graph.graph.nodes import Action, Body, Node, Priority, Recommendation, Report
from sscb_graph.text import fold, slug, squash


def forms_of(node: Node) -> tuple[str, ...]:
    """The exact forms under which a thing is found; empty for what has no name that people type."""
    match node:
        case Body():
            forms = [squash(name) for name in names_of(node)]
        case Action():
            forms = number_forms(node.number, node.number_printed)
        case Recommendation():
            forms = [item_form(node.report, node.number)]
        case Priority():
            forms = [str(node.number)]
        case Report():
            forms = report_forms(node)
        case _:
            return ()
    return tuple(dict.fromkeys(form for form in forms if form))


def names_of(body: Body) -> list[str]:
    """The names of a body: the one that answers use, its short one, and every printed form."""
    return [name for name in (body.name, body.short_name, *body.printed_names) if name]


def bare(typed: str) -> str:
    """What was typed, folded and without an article in front."""
    return re.sub(r"^the\s+", "", fold(typed))


def number_forms(number: str, printed: str) -> list[str]:
    """The forms under which an action's number is found: whole, as printed, and each number in it."""
    parts = re.split(r"\s*(?:&|,|/|\band\b)\s*", fold(number))
    return [slug(form) for form in (number, printed, *parts)]


def report_forms(report: Report) -> list[str]:
    """What is typed for a report: its word or its name."""
    return [fold(report.word), fold(report.name)]


def plain_number(text: str) -> str:
    """A number as it is compared: without leading zeros, as in "022"."""
    return (text.lstrip("0") or "0") if text.isdecimal() else text


def item_form(report: str, number: str) -> str:
    """The form of an item of a report: the report's id and the number."""
    return f"{report} {plain_number(fold(number))}"
