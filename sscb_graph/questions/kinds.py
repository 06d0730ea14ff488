"""What people may choose among rows: kinds of gap and finding, the worst first, and aspects of a body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sscb_graph.errors import BadValue
from sscb_graph.text import fold


@dataclass(frozen=True)
class Kind:
    """A kind of row: its name, and what its rows are, as words that may stand behind their number."""

    name: str
    words: str


_WITHOUT_LEAD = Kind("action-without-lead", "actions without a lead of their own")
_WITHOUT_DATE = Kind("action-without-date", "actions without a date")
_UNCITED = Kind("recommendation-without-action", "recommendations no action cites")
_WITHOUT_STATUS = Kind("action-without-status", "actions without a status")
_WITHOUT_CITATION = Kind("action-without-recommendation", "actions that cite no recommendation")

#: What a plan may leave open.
GAPS: tuple[Kind, ...] = (
    _WITHOUT_LEAD,
    _WITHOUT_DATE,
    _UNCITED,
    _WITHOUT_STATUS,
    Kind("body-without-line-to-board", "bodies without a line to the Board"),
    _WITHOUT_CITATION,
    Kind("recommendation-without-response", "recommendations that nothing answers"),
    Kind("body-without-action", "boards and groups that no lead cell names"),
    Kind("recommendation-with-one-action", "items that a single action cites"),
)

#: What may be said of a body, in the order in which an answer says it.
ASPECTS: tuple[str, ...] = (
    "kind",
    "name",
    "function",
    "decision",
    "change",
    "relation",
    "action",
    "mention",
    "event",
    "abbreviation",
)

#: What may be questionable in a plan.
FINDINGS: tuple[Kind, ...] = (
    Kind("gone-body-leads", "bodies that are no more and still lead"),
    Kind("gone-body-reports", "bodies that are no more and still report"),
    Kind("board-not-at-the-top", "faults of the body at the top"),
    Kind("reporting-cycle", "circles of reporting lines"),
    Kind("action-led-by-nobody", "actions that nobody leads"),
    Kind("number-used-twice", "numbers that several rows carry"),
    Kind("titles-disagree", "periods of the plan's titles that disagree"),
    Kind("due-before-dependency", "actions due before what they depend on"),
    Kind("text-cites-action", "texts that cite an action without a link"),
    Kind("lead-without-record", "leads with no words or record behind them"),
    Kind("nothing-due-at-the-end", "stretches at the end with nothing due"),
    Kind("title-without-dates", "titles in whose period nothing is due"),
    Kind("lead-against-words", "actions whose words name another lead"),
    Kind("proposed-as-decided", "proposals that read as decisions"),
    Kind("left-out", "matters that drop out on the way to actions"),
    Kind("priority-wordings-differ", "priorities in two wordings"),
    Kind("roles-overlap", "tasks that several bodies have"),
    Kind("against-recommendation", "recommendations the plan departs from"),
    Kind("document-silent", "questions raised and not answered"),
    Kind("words-disagree", "statements that disagree"),
    Kind("text-breaks-off", "texts that break off"),
    Kind("words-missing", "texts that lack a word"),
    Kind("citations-cut-off", "lists of numbers that end in a comma"),
    Kind("several-names", "things that are named in several ways"),
    Kind("due-with-dependency", "actions due when what they need is due"),
    Kind("body-without-route-to-board", "bodies without a line to the Board"),
    Kind("review-without-date", "groups under review without a date"),
    _WITHOUT_LEAD,
    _WITHOUT_DATE,
    _UNCITED,
    Kind("cited-item-not-a-recommendation", "cited items that are no recommendation"),
    _WITHOUT_STATUS,
    Kind("status-of-another-word", "statuses in a word that no summary knows"),
    Kind("action-without-outcome", "actions without an outcome of their own"),
    _WITHOUT_CITATION,
    Kind("link-not-returned", "links that are not returned"),
    Kind("lead-under-review", "groups under review that lead actions"),
    Kind("action-with-several-leads", "actions with several leads"),
    Kind("leads-run-together", "lead cells whose names run together"),
    Kind("citations-without-comma", "lists of numbers that lack a comma"),
    Kind("board-among-subgroups", "boards that stand among the sub groups"),
    Kind("body-in-many-forms", "bodies that lead cells print in many ways"),
    Kind("body-leads-nothing", "boards and groups that lead no action"),
    Kind("misprint", "words that may be misprinted"),
    Kind("abbreviation-never-expanded", "abbreviations that the text never expands"),
)

#: What a rehearsal of a proposal may find.
REHEARSED: tuple[Kind, ...] = (
    Kind("action-without-lead", "actions left without a lead"),
    Kind("lead-closed-before-due", "actions whose lead closes before they are due"),
    Kind("action-lead-changed", "actions that get another lead"),
    Kind("recommendation-at-risk", "recommendations all of whose actions lack a lead"),
    Kind("function-without-home", "functions that nobody takes over"),
    Kind("membership-without-home", "members who sit nowhere any more"),
    Kind("body-without-route", "bodies that lose their line to the Board"),
    Kind("reporting-cycle", "circles of reporting lines"),
    Kind("statutory-group-removed", "statutory groups that are removed"),
    Kind("statutory-group-without-line", "statutory groups without a line to the Board"),
    Kind("review-pre-empted", "reviews that the proposal forestalls"),
    Kind("decision-contradicted", "decisions and proposals of the plan that it goes against"),
    Kind("scrutiny-not-independent", "scrutiny that is not independent any more"),
    Kind("gap-in-time", "gaps in time"),
    Kind("overlap-in-time", "overlaps in time"),
    Kind("not-reviewed", "boards and groups not looked at"),
    Kind("lead-overloaded", "leads with much more to do"),
    Kind("requirement-unmet", "requirements that are not met"),
)

_WORDS = {kind.name: kind.words for kind in (*GAPS, *FINDINGS)}
_REHEARSED_WORDS = {kind.name: kind.words for kind in REHEARSED}


def find_kind(typed: str, kinds: Sequence[Kind], what: str, others: Sequence[str] = ()) -> Kind:
    """The kind with a name, in any case; raises BadValue with every name, and with ``others`` that may be typed."""
    found = next((kind for kind in kinds if kind.name == fold(typed)), None)
    if found is None:
        listed = ", ".join([*others, *(kind.name for kind in kinds)])
        raise BadValue(what, typed, f"it is not one of {listed}")
    return found


def words_of_kind(name: str) -> str:
    """What the rows of a kind of gap or finding are, in words; raises KeyError, a defect, where it has none."""
    return _WORDS[name]


def words_of_rehearsed(name: str) -> str:
    """What the findings of a rehearsal of a kind are, in words; raises KeyError, a defect, where it has none."""
    return _REHEARSED_WORDS[name]


def place_of(name: str, kinds: Sequence[Kind]) -> int:
    """Where a kind stands in a list of kinds, the worst first; raises KeyError, a defect, where it has no place."""
    for place, kind in enumerate(kinds):
        if kind.name == name:
            return place
    raise KeyError(name)
