"""What is questionable in the wording of the document, and in what it cites."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from sscb_graph.checks.finding import Finding, about_node, instead, places
from sscb_graph.graph import rules
from sscb_graph.graph.nodes import Abbreviation, Priority, Recommendation, Report, Title
from sscb_graph.graph.view import GraphView
from sscb_graph.model.vocabulary import Severity
from sscb_graph.text import fold


def priorities_worded_twice(view: GraphView) -> Iterator[Finding]:
    """A priority whose two wordings differ, with the words that do."""
    for priority in view.all(Priority):
        if priority.wording_in_table is None:
            continue
        if differences := list(_differences(priority.wording, priority.wording_in_table)):
            sentence = (
                f"{priority.name} is worded differently in the list of priorities and in the action table."
                f"{_only('list', priority.wording, priority.wording_in_table)}"
                f"{_only('table', priority.wording_in_table, priority.wording)}"
                f" Word by word: {'; '.join(differences)}."
            )
            yield about_node(Severity.WARNING, "priority-wordings-differ", priority, sentence)


def _only(place: str, one: str, other: str) -> str:
    """A sentence that names the words of a wording that the other wording nowhere has."""
    words = dict.fromkeys(word for word in _words(one) if word not in _words(other))
    return f" Only the {place} says: {', '.join(words)}." if words else ""


def _differences(one: str, other: str) -> Iterator[str]:
    first, second = _words(one), _words(other)
    for kind, a, b, c, d in difflib.SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        before, after = " ".join(first[a:b]), " ".join(second[c:d])
        if kind == "replace":
            yield f'"{before}" in the list, "{after}" in the table'
        elif kind == "delete":
            yield f'"{before}" in the list only'
        elif kind == "insert":
            yield f'"{after}" in the table only'


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'&-]+", fold(text))


def titles_disagree(view: GraphView) -> Iterator[Finding]:
    """Titles of the plan that give different periods."""
    titles = view.all(Title)
    periods = {(title.starts, title.until) for title in titles}
    if len(periods) > 1:
        listed = "; ".join(f'"{title.text}" ({title.source.split(": ")[0]})' for title in titles)
        sources = "; ".join(title.source for title in titles)
        sentence = f"The titles give {len(periods)} different periods: {listed}."
        yield about_node(Severity.ERROR, "titles-disagree", view.plan, sentence, source=sources, where=places(*titles))


def abbreviations_never_expanded(view: GraphView) -> Iterator[Finding]:
    """An abbreviation that the text never expands."""
    for short in view.all(Abbreviation):
        if short.expansion is None:
            names = [edge.end.name for edge in view.out(short, "ABBREVIATES")]
            read = [name for name in names if name != short.name]
            sentence = f"{short.name} is never expanded in the text" + (f"; read as {read[0]}." if read else ".")
            yield about_node(Severity.NOTICE, "abbreviation-never-expanded", short, sentence)


def uncited_recommendations(view: GraphView) -> Iterator[Finding]:
    """A recommendation that no action's own cell cites, and an item that one cites though it is no recommendation.

    The first applies only to reports whose items are meant to be cited.
    """
    to_be_cited = {report.id for report in view.all(Report) if rules.needs_actions(view, report)}
    for item in view.all(Recommendation):
        citations = view.citations_of(item)
        cited = rules.cited_in_cells(view, item)
        if item.report in to_be_cited and rules.uncited(view, item):
            cites = (
                f"'s own cell cites{instead(citations, [edge.start for edge in citations])}" if citations else " cites"
            )
            sentence = f"{item.name}, {item.about_marked}, is a {item.kind_in_full} that no action{cites}."
            yield about_node(Severity.WARNING, "recommendation-without-action", item, sentence)
        if cited and not item.recommendation:
            by = ", ".join(edge.start.number for edge in cited)
            what = f"a {item.kind} that its report neither lists nor tags as a recommendation"
            sentence = f"{item.name}, {item.about_marked}, is cited by {by}, but is {what}."
            yield about_node(Severity.WARNING, "cited-item-not-a-recommendation", item, sentence)
