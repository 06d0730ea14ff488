"""sscb who: who reports, leads, belongs, replaces."""

from __future__ import annotations

import click

from sscb_graph.cli.answering import print_answer
from sscb_graph.cli.command_lines import command_line
from sscb_graph.cli.options import AnswerOptions, answer_options, words_argument
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.questions.answer import Answer


@click.group()
def who() -> None:
    """Who reports to whom, leads what, belongs where.

    \b
    Example:
      sscb who reports-to "Business Group"
    """


@who.command("reports-to")
@words_argument("name")
@click.option("--all-levels", is_flag=True, help="Also those who report to it through others.")
@answer_options
@pass_settings
def reports_to(settings: Settings, name: str, all_levels: bool, how: AnswerOptions) -> None:
    """The bodies that report to body NAME.

    \b
    Example:
      sscb who reports-to Business Group --all-levels
    """
    question = "reports-to-all-levels" if all_levels else "reports-to"
    steps = [] if all_levels else [command_line("who reports-to --all-levels", name)]
    print_answer(settings, question, {"body": name}, how, [*steps, command_line("line", name)])


@who.command()
@words_argument("number")
@answer_options
@pass_settings
def leads(settings: Settings, number: str, how: AnswerOptions) -> None:
    """Who leads action NUMBER, or several; a number used twice finds both rows.

    \b
    Example:
      sscb who leads 2.11
    """
    print_answer(settings, "who-leads", {"actions": number}, how, [command_line("trace action", number)])


@who.command("led-by")
@words_argument("name")
@answer_options
@pass_settings
def led_by(settings: Settings, name: str, how: AnswerOptions) -> None:
    """What body NAME leads, alone and jointly, and with whom.

    \b
    Example:
      sscb who led-by QA&P
    """
    print_answer(settings, "led-by", {"body": name}, how, [command_line("trace body", name)])


@who.command()
@words_argument("name")
@answer_options
@pass_settings
def members(settings: Settings, name: str, how: AnswerOptions) -> None:
    """Where the members of body NAME are drawn from.

    \b
    Example:
      sscb who members Executive
    """
    print_answer(settings, "membership", {"body": name}, how, [command_line("about", name)])


@who.command()
@answer_options
@pass_settings
def replaced(settings: Settings, how: AnswerOptions) -> None:
    """What replaced what, and what was renamed.

    \b
    Example:
      sscb who replaced
    """
    print_answer(settings, "replaced-or-renamed", {}, how, ["sscb review"])


@who.command("leads-nothing")
@answer_options
@pass_settings
def leads_nothing(settings: Settings, how: AnswerOptions) -> None:
    """The boards and groups that lead no action.

    \b
    Example:
      sscb who leads-nothing
    """
    print_answer(settings, "bodies-without-action", {}, how, ["sscb summary --by lead"])


@who.command()
@answer_options
@pass_settings
def chairs(settings: Settings, how: AnswerOptions) -> None:
    """Who is named as chair, of what, and in which words.

    \b
    Example:
      sscb who chairs
    """
    print_answer(settings, "chairs", {}, how, ["sscb who statutory"])


@who.command()
@answer_options
@pass_settings
def statutory(settings: Settings, how: AnswerOptions) -> None:
    """The bodies that the plan calls statutory.

    \b
    Example:
      sscb who statutory
    """

    def steps(found: Answer) -> list[str]:
        return [command_line("about", found.rows[0]["body"])] if found.rows else []

    print_answer(settings, "statutory", {}, how, steps)
