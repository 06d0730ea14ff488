"""The command that stands for a question, with what it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sscb_graph.cli.command_lines import quoted
from sscb_graph.errors import AmbiguousName
from sscb_graph.questions.names import Names
from sscb_graph.questions.spans import Named
from sscb_graph.questions.understanding import Meaning

#: The commands of the questions that have any, without "sscb"; the first whose things are all named is taken.
COMMANDS: dict[str, tuple[str, ...]] = {
    "about-body": ("about {body}",),
    "action-chain": ("trace action {action}",),
    "actions-by-recommendation": ("trace {recommendation}",),
    "actions-of-body": ("trace body {body}",),
    "actions": ("actions",),
    "actions-of-priority": ("trace priority {priority}",),
    "bodies-without-action": ("who leads-nothing",),
    "chairs": ("who chairs",),
    "decisions": ("review --all",),
    "documents": ("documents",),
    "due-by": ("due --by {day}",),
    "events": ("events",),
    "gaps": ("gaps",),
    "glossary": ("glossary {text}", "glossary"),
    "led-by": ("who led-by {body}",),
    "line-to-board": ("line {body}",),
    "links": ("links",),
    "membership": ("who members {body}",),
    "most-cited": ("gaps --most-cited",),
    "objectives": ("objectives",),
    "overdue": ("due --overdue --as-at {day}", "due --overdue"),
    "path": ("path {thing} {thing}",),
    "replaced-or-renamed": ("who replaced",),
    "report-coverage": ("trace {report}",),
    "reports-to": ("who reports-to {body}",),
    "reports-to-all-levels": ("who reports-to {body} --all-levels",),
    "requirements": ("requirements",),
    "responses-to-recommendation": ("trace {recommendation}",),
    "search": ("search {text}",),
    "statutory": ("who statutory",),
    "summary-by-lead": ("summary --by lead",),
    "summary-by-priority": ("summary --by priority",),
    "totals": ("totals",),
    "under-review": ("review",),
    "who-leads": ("who leads {action}",),
}


def command_of(names: Names, meaning: Meaning) -> list[str]:
    """The words of a command line, without "sscb", for what a sentence means.

    Raises AmbiguousName where a name fits several things.
    """
    values = [_typed(names, named) for named in meaning.named]
    for command in COMMANDS.get(meaning.question.name, ()):
        words = command.split()
        if sum(word.startswith("{") for word in words) == len(values):
            rest = iter(values)
            return [part for word in words for part in (next(rest) if word.startswith("{") else [word])]
    return ["questions", "run", meaning.question.name, *_parameters(names, meaning)]


def as_line(words: Sequence[str]) -> str:
    """A command line as it can be pasted."""
    shown = (word if re.fullmatch(r"-{1,2}[a-z-]+", word) else quoted(word) for word in words)
    return " ".join(["sscb", *shown])


def _typed(names: Names, named: Named) -> list[str]:
    """The words that name a thing on a command line."""
    if named.kind == "recommendation":
        items = names.recommendations(named.text)
        words = {item.report: names.report(item.report).word for item in items}
        if len(words) > 1:
            raise AmbiguousName(named.text, "report", list(words.values()))
        return [*words.values(), *(item.number for item in items)]
    if named.kind == "body":
        names.body(named.text)
    if named.kind in {"action", "priority"}:
        return [re.sub(r"^[a-z]+\s+", "", named.text)]
    return [named.text]


def _parameters(names: Names, meaning: Meaning) -> list[str]:
    """The -p options of a question that has no command of its own."""
    rest = iter(meaning.named)
    values = dict(meaning.phrasing.values)
    for parameter in meaning.question.parameters:
        if parameter.name not in values:
            named = next(rest)
            ids = parameter.kind == "ids"
            values[parameter.name] = ", ".join(node.id for node in names.things(named.text)) if ids else named.text
    return [word for name, value in values.items() for word in ("-p", f"{name}={value}")]
