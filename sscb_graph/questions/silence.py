"""What the plan does not say, what it prints all the same, and what a record has ended: each wording stands here once.

An answer never says "the plan does not say" of what a record has ended: it says which fact has, and what is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sscb_graph.graph import rules
from sscb_graph.graph.accountability import nothing_above
from sscb_graph.graph.graph import AnyEdge
from sscb_graph.graph.nodes import Action, Body, Recommendation
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import STATED
from sscb_graph.model.dates import first_day, in_words
from sscb_graph.model.vocabulary import words_of
from sscb_graph.questions.answer import Caution
from sscb_graph.questions.definition import NOTHING
from sscb_graph.questions.rows import Row, with_basis
from sscb_graph.text import listed, many

#: How a sentence on what a record has ended begins.
WHAT_HAS_ENDED = "What was known has ended:"
#: A sentence that names actions gives the numbers of this many at most.
_NAMED = 4
#: Of actions without a date, a sentence names this many.
_UNDATED = 8


@dataclass(frozen=True)
class Cell:
    """What a cell of an action tells: the relationship that holds it, the property that prints it, and our words.

    ``column`` is that of answers about actions, ``of_it`` and ``of_them`` what remains unsaid of an action, or of
    several, where the cell is blank.
    """

    column: str
    type: str
    printed: str
    of_it: str
    of_them: str = ""

    @property
    def ended_column(self) -> str:
        """The column of answers about actions that names what has ended."""
        return f"{self.column}_ended"

    def ended(self, view: GraphView, action: Action) -> list[AnyEdge]:
        """The facts of the cell that a record has ended."""
        return rules.facts_of(view, action, self.type, ended=True)

    def words(self, view: GraphView, action: Action) -> str:
        """What the plan prints in the cell and a record has ended, in a sentence; "" where nothing has ended."""
        names = "; ".join(ended_names(action, self.ended(view, action)))
        printed = action.properties.get(self.printed)
        says = f'the plan prints "{printed}"; ' if printed else ""
        return f"{says}what was known has ended: {names}." if names else ""


OUTCOME = Cell("outcome", "SHARES_OUTCOME_OF", "", "what outcome it is for")
LEAD = Cell("leads", "LEADS", "lead_printed", "who leads it", "who leads them")
CITATION = Cell("citations", "ADDRESSES", "recs_printed", "which recommendation it addresses")
STATUS = Cell("status", "HAS_STATUS", "status_printed", "what its status is", "how far they are")


# -- what has ended


def ended_name(name: str, edge: AnyEdge) -> str:
    """A name with the basis and the last day, month or year of the fact that gave it."""
    return f"{with_basis(name, edge)} until {edge.until}"


def ended_names(action: Action, ended: Iterable[AnyEdge]) -> list[str]:
    """What some facts gave an action, each with its basis and its last day, month or year."""
    return [ended_name(edge.other(action).name, edge) for edge in ended]


def ended_facts(ended: Iterable[AnyEdge]) -> str:
    """Facts that no longer hold, as clauses of a sentence, each with its last day, month or year."""
    return "; ".join(ended_fact(edge) for edge in ended)


def ended_fact(edge: AnyEdge) -> str:
    """A fact that no longer holds, as a clause with its last day, month or year."""
    return f"{edge.start.name} {words_of(edge.type)} {ended_name(edge.end.name, edge)}"


def at_the_top(view: GraphView, body: Body) -> str:
    """What is said of the body at the top of the structure, with the plan's own words where it has any on that.

    Words that the plan says of another body, whose function this is now, are not given as said of this one.
    """
    has = nothing_above(view, body)
    if has is None:
        return f"{body.name} is at the top of the structure."
    says = "the plan says of it" if has.basis == STATED else f"it has this function ({has.basis})"
    return f'{body.name} is at the top of the structure: {says} "{has.end.text}"'


def without_line(view: GraphView, body: Body) -> list[str]:
    """What is said of a body that reports to nobody: that it is at the top, what has ended, or that nothing is said."""
    if body == view.board:
        return [at_the_top(view, body)]
    words = f"The plan does not say to whom {body.name} reports."
    return unless_ended(words, view.ended_out(body, "REPORTS_TO"))


def unless_ended(words: str, ended: Sequence[AnyEdge]) -> list[str]:
    """What an answer says of a thing that nothing tells: ``words``, or else which facts have told it and have ended."""
    return [Caution(f"{WHAT_HAS_ENDED} {ended_facts(ended)}.")] if ended else [words]


def not_statutory(body: Body) -> list[str]:
    """That the plan calls a body statutory and a later decision ends it, with both sources; none where it does not."""
    ended = body.statutory_ended
    return [Caution(f"{WHAT_HAS_ENDED} {body.name} is called statutory: {ended}.")] if ended else []


def unless_rows(rows: Sequence[Row], words: str, ended: Sequence[AnyEdge]) -> list[str]:
    """What has ended, whether or not anything took its place; ``words`` only where there is no row and never was."""
    return unless_ended(words, ended) if ended or not rows else []


# -- the cells of actions


def ended_of(view: GraphView, actions: Iterable[Action], cell: Cell) -> dict[Action, str]:
    """The actions of which a record has ended what a cell tells, each with the sentence that says so."""
    return {action: words for action in actions if (words := cell.words(view, action))}


def blank_cells(view: GraphView, rows: Sequence[Row]) -> Iterator[str]:
    """What the plan does not say of the actions that rows list, and what a record has ended, as sentences."""
    by_action = {view.get(Action, row["row_id"]): row for row in rows}
    for cell in (STATUS, LEAD):
        # Of what has ended, the printed cell still says what it said: it is named even where something took its place.
        ended = ended_of(view, by_action, cell)
        yield from _silent(by_action, cell.column, cell.of_them, ended)
        yield from numbered(ended)
    yield from _silent(by_action, "due", "by what day", {})


def numbered(ended: Mapping[Action, str]) -> list[str]:
    """What has ended of some actions, each after its number."""
    return [Caution(f"{action.number}: {words}") for action, words in ended.items()]


def _silent(rows: Mapping[Action, Row], column: str, missing: str, ended: Mapping[Action, str]) -> Iterator[str]:
    silent = [action.number for action, row in rows.items() if not row[column] and action not in ended]
    if silent:
        every = f"{len(silent)} of these {many(len(rows), 'action')}"
        which = every if len(silent) > _NAMED else ", ".join(silent)
        yield f"The plan does not say {missing}: {column} is blank for {which}."


def nothing_due_after(view: GraphView) -> str:
    """That nothing is due in the last months of the plan's period, as a sentence; "" where something is."""
    months, last, until = rules.months_after_last_due(view), rules.last_due(view), view.plan.until
    if not (months and last and until):
        return ""
    return f"Nothing is due after {in_words(last)}, {many(months, 'month')} before the plan ends ({in_words(until)})."


def undated(view: GraphView, day: str, *, completed: bool) -> str:
    """The actions whose timescale names no date, with what it prints, as a sentence; "" where there are none.

    Before the plan's period begins, nothing is said of them. ``completed`` actions are named only where that is True.
    """
    starts = view.plan.starts
    if starts and day < first_day(starts):
        return ""
    found = [action for action in rules.without_date(view) if completed or not rules.is_completed(view, action)]
    return without_day(found)


def without_day(found: Sequence[Action]) -> str:
    """That actions whose timescale names no date are not counted, with what it prints; "" for none."""
    named = [f'{action.number} ("{action.timescale_printed or "blank"}")' for action in found[:_UNDATED]]
    more = [f"{len(found) - _UNDATED} more"] if len(found) > _UNDATED else []
    return f"Not counted, since no date is given: {listed([*named, *more])}." if found else ""


def blank_cells_ended(view: GraphView, actions: Iterable[Action], *cells: Cell) -> list[str]:
    """What has ended of actions that a summary counts as blank, because nothing took its place."""
    actions = list(actions)
    found = []
    for cell in cells:
        blank = [action for action in actions if not rules.facts_of(view, action, cell.type)]
        found += numbered(ended_of(view, blank, cell))
    return found


# -- recommendations


def without_citation(view: GraphView, item: Recommendation) -> str:
    """What is said of an item that no action cites: how much else responds to it, or that nothing answers it."""
    if responses := len(view.responses_to(item)):
        return f"No action cites {item.name}; {many(responses, 'other thing responds', 'other things respond')} to it."
    return NOTHING
