"""sscb trace: from an item of a report, an action or a body to everything that depends on it."""

from __future__ import annotations

from collections.abc import Sequence

import click

from sscb_graph.cli.answering import print_answer
from sscb_graph.cli.options import answer_options
from sscb_graph.cli.printing import print_text, suggest
from sscb_graph.cli.report_words import ReportWords, report_of_word, report_words
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.errors import UnknownName, UnknownNumber, UnknownReport
from sscb_graph.formats import format_answer
from sscb_graph.graph.nodes import Report
from sscb_graph.graph.rules import needs_actions
from sscb_graph.model.basis import BASES
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.asking import Reading, ask
from sscb_graph.questions.definition import find_question
from sscb_graph.questions.names import Names


@click.group(cls=ReportWords)
def trace() -> None:
    """Trace a recommendation, an action or a body.

    A recommendation is typed as the word of its report and its number. A number alone is one of the plan's default
    report; a word alone lists every recommendation of its report.

    \b
    Example:
      sscb trace ofsted 22
    """


@trace.command(ReportWords.ANY_WORD)
@click.argument("number", required=False)
@answer_options
@click.pass_context
def of_report(context: click.Context, number: str | None, form: str, bases: tuple[str, ...]) -> None:
    """What answers recommendation NUMBER of this report; without a number, what answers each.

    \b
    Example:
      sscb trace ofsted 22
    """
    word = str(context.info_name)
    with context.ensure_object(Settings).open() as plan:
        answer, steps = plan.read(
            lambda reading: _of_report(reading, word, number, bases), doing="answering the question"
        )
    print_text(format_answer(answer, form, steps))


@trace.command()
@click.argument("number")
@answer_options
@pass_settings
def action(settings: Settings, number: str, form: str, bases: tuple[str, ...]) -> None:
    """Everything above and below action NUMBER (a number or a row id).

    \b
    Example:
      sscb trace action 2.4
    """
    print_answer(settings, "action-chain", {"actions": number}, form, bases, [suggest("who leads", number)])


@trace.command()
@click.argument("name")
@answer_options
@pass_settings
def body(settings: Settings, name: str, form: str, bases: tuple[str, ...]) -> None:
    """The actions that body NAME leads, then those whose words only name it.

    \b
    Example:
      sscb trace body "Business Group"
    """
    steps = [suggest("about", name), suggest("line", name)]
    print_answer(settings, "actions-of-body", {"body": name}, form, bases, steps)


def _of_report(reading: Reading, word: str, number: str | None, bases: Sequence[str]) -> tuple[Answer, list[str]]:
    """What answers an item of a report or each of its items, and the next steps."""
    report, typed = _meant(reading.names, word, number)
    if typed is None:
        answer = ask(reading, "report-coverage", {"report": report.id}, bases)
        return answer, [suggest("trace", report.word, row["number"]) for row in answer.rows[:1]]
    answer = ask(reading, "actions-by-recommendation", {"recommendation": typed}, bases)
    # A row is an action that cites the item, so only without rows the whole report must be looked at.
    if answer.rows or _needs_actions(reading, report):
        return answer, _after_actions(reading.names, answer, typed)
    answer = ask(reading, "responses-to-recommendation", {"recommendation": typed}, bases)
    return answer, [suggest("trace", report.word)]


def _meant(names: Names, word: str, number: str | None) -> tuple[Report, str | None]:
    """The report that was meant, and its item as it is looked up; None for all items.

    A word that is no report's may be an item of the plan's default report. Raises UnknownReport with the words that
    the plan has, or UnknownNumber.
    """
    try:
        report = report_of_word(names, word)
    except UnknownReport:
        if number is not None:
            raise
        return _item_alone(names, word)
    return report, None if number is None else f"{report.word} {number}"


def _item_alone(names: Names, typed: str) -> tuple[Report, str]:
    """The report of an item that is typed without the word of its report, and the item as it is looked up."""
    try:
        item = names.recommendation(typed)
    except (UnknownName, UnknownNumber):
        if typed[:1].isdecimal():
            raise
        raise UnknownReport(typed, report_words(names)) from None
    report = names.report(item.report)
    return report, f"{report.word} {item.number}"


def _needs_actions(reading: Reading, report: Report) -> bool:
    """Whether a report's items are there to be cited by actions; the question ``reports`` answers by the same rule."""
    return needs_actions(reading.view(find_question("reports"), {}, BASES), report)


def _after_actions(names: Names, answer: Answer, typed: str) -> list[str]:
    """What to ask after the actions of an item: the first of them, and the path to the top of the structure."""
    if not answer.rows:
        return ["sscb gaps"]
    board = names.board
    top = min((board.name, *board.printed_names), key=len) if board else ""
    path = [suggest("path", typed, top)] if top else []
    return [suggest("trace action", answer.rows[0]["row_id"]), *path]
