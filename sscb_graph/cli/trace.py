"""sscb trace: from an item of a report, an action, a priority or a body to everything that depends on it."""

from __future__ import annotations

import click

from sscb_graph.cli.answering import Answered, print_answer, print_answers
from sscb_graph.cli.command_lines import command_line
from sscb_graph.cli.options import AnswerOptions, answer_options, words_argument
from sscb_graph.cli.report_words import ReportWords, meant
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.cli.things import after_body, answers_about
from sscb_graph.questions.asking import Reading


@click.group(cls=ReportWords)
def trace() -> None:
    """Trace a recommendation, an action, a priority or a body.

    A recommendation is typed as the word of its report and its number, or several numbers. A number alone is one of
    the plan's default report; a word alone lists every recommendation of its report.

    \b
    Examples:
      sscb trace ofsted 22
      sscb trace ofsted 22 24 31
      sscb trace rec 22
      sscb trace 2.4
    """


@trace.command(ReportWords.ANY_WORD)
@click.argument("numbers", nargs=-1, metavar="[NUMBER]...")
@answer_options
@click.pass_context
def of_report(context: click.Context, numbers: tuple[str, ...], how: AnswerOptions) -> None:
    """What answers recommendation NUMBER of this report; without a number, what answers each.

    \b
    Example:
      sscb trace ofsted 22
    """
    word = str(context.info_name)

    def answer(reading: Reading) -> list[Answered]:
        things, typed = meant(reading.names, word, numbers), " ".join([word, *numbers])
        return answers_about(reading, things, typed, how.bases, of_body="actions-of-body")

    print_answers(context.ensure_object(Settings), answer, how)


@trace.command()
@words_argument("number")
@answer_options
@pass_settings
def action(settings: Settings, number: str, how: AnswerOptions) -> None:
    """Everything above and below action NUMBER (a number or a row id), or several.

    \b
    Example:
      sscb trace action 2.4
    """
    print_answer(settings, "action-chain", {"actions": number}, how, [command_line("who leads", number)])


@trace.command()
@words_argument("number")
@answer_options
@pass_settings
def priority(settings: Settings, number: str, how: AnswerOptions) -> None:
    """The actions under priority NUMBER, with their leads, dates and status.

    \b
    Example:
      sscb trace priority 2
    """
    print_answer(settings, "actions-of-priority", {"priority": number}, how, ["sscb summary --by priority"])


@trace.command()
@words_argument("name")
@answer_options
@pass_settings
def body(settings: Settings, name: str, how: AnswerOptions) -> None:
    """The actions that body NAME leads, then those whose words only name it.

    \b
    Example:
      sscb trace body Business Group
    """
    print_answer(settings, "actions-of-body", {"body": name}, how, after_body("actions-of-body", name))
