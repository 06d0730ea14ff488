"""What is questionable in the wording of the document, and in what it cites."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from sscb_graph.checks.finding import Finding, Severity, finding
from sscb_graph.facts import Facts
from sscb_graph.text import fold


def priorities_worded_twice(facts: Facts) -> Iterator[Finding]:
    """A priority whose two wordings differ, with the words that do."""
    for priority in facts.labelled("Priority"):
        if "wording_in_table" not in priority:
            continue
        differences = list(_differences(priority["wording"], priority["wording_in_table"]))
        if differences:
            listed = "; ".join(differences)
            sentence = f"{priority['name']} is worded differently in the list and in the action table: {listed}."
            yield finding(Severity.WARNING, "priority-wordings-differ", priority, sentence)


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


def titles_disagree(facts: Facts) -> Iterator[Finding]:
    """Titles of the plan that give different periods."""
    titles = facts.labelled("Title")
    periods = {(title.get("from"), title.get("until")) for title in titles}
    if len(periods) > 1:
        listed = "; ".join(f'"{title["text"]}" ({title["source"].split(": ")[0]})' for title in titles)
        sources = "; ".join(title["source"] for title in titles)
        sentence = f"The titles give {len(periods)} different periods: {listed}."
        yield finding(Severity.ERROR, "titles-disagree", facts.plan, sentence, source=sources)


def abbreviations_never_expanded(facts: Facts) -> Iterator[Finding]:
    """An abbreviation that the text never expands."""
    for short in facts.labelled("Abbreviation"):
        if "expansion" not in short:
            read = [fact.end["name"] for fact in facts.out(short, "ABBREVIATES") if fact.end["name"] != short["name"]]
            sentence = f"{short['name']} is never expanded in the text" + (f"; read as {read[0]}." if read else ".")
            yield finding(Severity.NOTICE, "abbreviation-never-expanded", short, sentence)


def uncited_recommendations(facts: Facts) -> Iterator[Finding]:
    """A recommendation of the inspection report that no action's own cell cites."""
    for item in facts.labelled("OfstedRecommendation"):
        stated = [fact for fact in facts.into(item, "ADDRESSES") if fact.data["basis"] == "stated"]
        if item["recommendation"] and not stated:
            sentence = f"{item['name']} ({item['topic']}) is a recommendation that no action cites."
            yield finding(Severity.WARNING, "recommendation-without-action", item, sentence)
        if stated and not item["recommendation"]:
            by = ", ".join(fact.start["number"] for fact in stated)
            sentence = f"{item['name']} ({item['topic']}) is cited by {by}, but is not a recommendation."
            yield finding(Severity.WARNING, "cited-item-not-a-recommendation", item, sentence)
