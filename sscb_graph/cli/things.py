"""From what was typed, whatever it names, to the answers about it."""

from __future__ import annotations

from collections.abc import Sequence

from sscb_graph.cli.answering import Answered
from sscb_graph.cli.command_lines import command_line
from sscb_graph.graph.nodes import Action, Node, Priority, Recommendation, Report
from sscb_graph.graph.rules import needs_actions
from sscb_graph.model.basis import BASES
from sscb_graph.model.vocabulary import ACCOUNTABILITY
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.asking import Reading, ask
from sscb_graph.questions.definition import find_question
from sscb_graph.questions.rows import Row

#: The question about all that is said of a body, and the aspect of it to suggest first.
ABOUT_BODY, _FIRST_ASPECT = "about-body", "relation"


def answers_about(
    reading: Reading, things: Sequence[Node], typed: str, bases: Sequence[str], *, of_body: str
) -> list[Answered]:
    """The answers about what a text names: one for each recommendation, and one for all of its actions.

    ``of_body`` is the question that is asked about a body.
    """
    match things:
        case [Recommendation(), *_]:
            return [_of_item(reading, item, bases) for item in things if isinstance(item, Recommendation)]
        case [Action(), *_]:
            answer = ask(reading, "action-chain", {"actions": [action.id for action in things]}, bases)
            return [Answered(answer, [command_line("who leads", things[0].name)])]
        case [Priority() as priority]:
            answer = ask(reading, "actions-of-priority", {"priority": priority.id}, bases)
            return [Answered(answer, ["sscb summary --by priority"])]
        case [Report() as report]:
            return [_of_report(reading, report, bases)]
        case _:
            answer = ask(reading, of_body, {"body": typed}, bases)
            return [Answered(answer, _one_aspect(answer, typed) or after_body(of_body, typed))]


def _one_aspect(answer: Answer, name: str) -> list[str]:
    """How to ask for a single aspect of a body of which so much is said that a page only counts it."""
    counted = answer.question == ABOUT_BODY and len(answer.brief.rows) < len(answer.rows)
    return [command_line(f"about --aspect {_FIRST_ASPECT}", name)] if counted else []


def after_body(question: str, name: str) -> list[str]:
    """What to ask after a question about a body."""
    if question == ABOUT_BODY:
        return [command_line("trace body", name)]
    return [command_line("about", name), command_line("line", name)]


def _of_report(reading: Reading, report: Report, bases: Sequence[str]) -> Answered:
    """What answers each item of a report."""
    answer = ask(reading, "report-coverage", {"report": report.id}, bases)
    return Answered(answer, [command_line("trace", report.word, row["number"]) for row in answer.rows[:1]])


def _of_item(reading: Reading, item: Recommendation, bases: Sequence[str]) -> Answered:
    """What answers an item of a report: the actions that cite it, or else what answers it in other ways."""
    answer = ask(reading, "actions-by-recommendation", {"recommendation": item.id}, bases)
    report = reading.names.report(item.report)
    # A row is an action that cites the item, so only without rows the whole report must be looked at.
    if answer.rows or _needs_actions(reading, report):
        return Answered(answer, _after_actions(reading, answer, f"{report.word} {item.number}"))
    answer = ask(reading, "responses-to-recommendation", {"recommendation": item.id}, bases)
    return Answered(answer, [command_line("trace", report.word)])


def _needs_actions(reading: Reading, report: Report) -> bool:
    """Whether a report's items are there to be cited by actions; the question ``reports`` answers by the same rule."""
    return needs_actions(reading.view(find_question("reports"), {}, BASES), report)


def trace_of(action: Row) -> str:
    """How to trace the action of a row: by its number, as people name it, which may find another row beside it."""
    return command_line("trace action", action["action"] or action["row_id"])


def _after_actions(reading: Reading, answer: Answer, typed: str) -> list[str]:
    """What to ask after the actions of an item: the first of them, and the line to the top of the structure if any."""
    if not answer.rows:
        return ["sscb gaps"]
    return [trace_of(answer.rows[0]), *_line_to_the_top(reading, typed)]


def _line_to_the_top(reading: Reading, typed: str) -> list[str]:
    board = reading.names.board
    if board is None:
        return []
    if not ask(reading, "path", {"start": typed, "end": board.id, "via": list(ACCOUNTABILITY)}).rows:
        return []
    top = min((board.name, *board.printed_names), key=len)
    return [command_line("path", typed, top)]
