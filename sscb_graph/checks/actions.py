"""What is questionable in the rows of the action plan."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from sscb_graph.checks.finding import Finding, Severity, finding
from sscb_graph.facts import Fact, Facts, Node

KNOWN_STATUSES = ("completed", "green", "amber", "red")
_NUMBER = re.compile(r"(?<![\w.])\d+\.\d+[a-z]?(?![\w])")


def numbers_used_twice(facts: Facts) -> Iterator[Finding]:
    """A number that more than one row carries."""
    carriers: dict[str, list[Node]] = defaultdict(list)
    for action in facts.labelled("Action"):
        carriers[action["number"]].append(action)
    for number, actions in carriers.items():
        if len(actions) > 1:
            rows = ", ".join(f"{action['id']} (Priority {action['priority']})" for action in actions)
            same = all(action["text"] == actions[0]["text"] for action in actions)
            texts = "the same text" if same else "different text"
            sentence = f"{number} is the number of {len(actions)} rows with {texts}: {rows}."
            yield finding(Severity.ERROR, "number-used-twice", actions[0], sentence)


def links_not_returned(facts: Facts) -> Iterator[Finding]:
    """A link to an action that does not link back."""
    links = facts.typed("LINKS_TO")
    pairs = {(link.start["id"], link.end["id"]) for link in links}
    for link in links:
        if (link.end["id"], link.start["id"]) not in pairs:
            sentence = f"{link.start['number']} links to {link.end['number']}, which does not link back."
            yield _on_fact(Severity.WARNING, "link-not-returned", link, sentence)


def citations_in_text(facts: Facts) -> Iterator[Finding]:
    """An action's words that cite another action, without a link that is printed."""
    by_number: dict[str, list[Node]] = defaultdict(list)
    for action in facts.labelled("Action"):
        by_number[action["number"]].append(action)
    doubts = {(fact.start["id"], fact.end["id"]): fact for fact in facts.typed("CITES")}
    linked = {(fact.start["id"], fact.end["id"]) for fact in facts.typed("LINKS_TO", "DEPENDS_ON")}
    for action in facts.labelled("Action"):
        words = f"{action['text']} {action.get('outcome', '')}"
        for number in dict.fromkeys(_NUMBER.findall(words)):
            for other in by_number[number]:
                pair = action["id"], other["id"]
                if other["id"] == action["id"] or pair in linked:
                    continue
                doubt = doubts[pair].get("doubt") if pair in doubts else None
                quote = "; ".join(doubts[pair].get("quote") or []) if pair in doubts else number
                sentence = f'The text of {action["number"]} cites {number} ("{quote}").'
                sentence += f" {doubt}" if doubt else " No link between the two is printed: does it make sense there?"
                found = finding(Severity.ERROR if doubt else Severity.WARNING, "text-cites-action", action, sentence)
                yield Finding(
                    found.severity, found.check, f"{action['id']}/{other['id']}", found.item, sentence, found.source
                )


def blank_cells(facts: Facts) -> Iterator[Finding]:
    """Actions whose own cells state no lead, no recommendation or no status."""
    for action in facts.labelled("Action"):
        for what, found, words in (
            ("lead", facts.into(action, "LEADS"), "has no lead of its own"),
            ("recommendation", facts.out(action, "ADDRESSES"), "cites no recommendation of its own"),
            ("status", facts.out(action, "HAS_STATUS"), "has no status"),
        ):
            if not any(fact.data["basis"] == "stated" for fact in found):
                far = [fact.start["name"] if what == "lead" else fact.end["name"] for fact in found]
                bases = " or ".join(dict.fromkeys(fact.data["basis"] for fact in found))
                instead = f"; {bases}: {', '.join(dict.fromkeys(far))}" if far else ""
                sentence = f"Action {action['number']} {words}{instead}."
                yield finding(Severity.WARNING, f"action-without-{what}", action, sentence)


def statuses_of_another_word(facts: Facts) -> Iterator[Finding]:
    """A status that is none of the words that summaries and overdue answers know."""
    for fact in facts.typed("HAS_STATUS"):
        if fact.end["search_text"] not in KNOWN_STATUSES:
            sentence = (
                f"Action {fact.start['number']} has the status '{fact.end['name']}', which is not Completed, Green, "
                "Amber or Red: it is counted as 'other', and the action as not completed."
            )
            yield _on_fact(Severity.WARNING, "status-of-another-word", fact, sentence)


def due_before_dependency(facts: Facts) -> Iterator[Finding]:
    """An action that is due before one that it depends on."""
    for fact in facts.typed("DEPENDS_ON"):
        mine, theirs = fact.start.get("due_last", []), fact.end.get("due_last", [])
        if mine and theirs and max(mine) < max(theirs):
            sentence = (
                f"{fact.start['number']} is due by {max(mine)}, before {fact.end['number']}, "
                f"on which it depends, is due ({max(theirs)})."
            )
            yield _on_fact(Severity.ERROR, "due-before-dependency", fact, sentence)


def _on_fact(severity: Severity, check: str, fact: Fact, sentence: str) -> Finding:
    return Finding(severity, check, fact.id, fact.start["name"], sentence, fact.data["source"])
