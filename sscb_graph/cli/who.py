"""sscb who: who reports, leads, belongs, replaces."""

from __future__ import annotations

import click

from sscb_graph.cli.answering import print_answer
from sscb_graph.cli.options import answer_options
from sscb_graph.cli.printing import suggest
from sscb_graph.cli.settings import Settings, pass_settings


@click.group()
def who() -> None:
    """Who reports to whom, leads what, belongs where.

    \b
    Example:
      sscb who reports-to "Business Group"
    """


@who.command("reports-to")
@click.argument("name")
@click.option("--all-levels", is_flag=True, help="Also those who report to it through others.")
@answer_options
@pass_settings
def reports_to(settings: Settings, name: str, all_levels: bool, form: str, bases: tuple[str, ...]) -> None:
    """The bodies that report to body NAME.

    \b
    Example:
      sscb who reports-to "Business Group" --all-levels
    """
    question = "reports-to-all-levels" if all_levels else "reports-to"
    steps = [] if all_levels else [suggest("who reports-to", name, option="--all-levels")]
    print_answer(settings, question, {"body": name}, form, bases, [*steps, suggest("line", name)])


@who.command()
@click.argument("number")
@answer_options
@pass_settings
def leads(settings: Settings, number: str, form: str, bases: tuple[str, ...]) -> None:
    """Who leads action NUMBER; a number used twice finds both rows.

    \b
    Example:
      sscb who leads 2.11
    """
    print_answer(settings, "who-leads", {"actions": number}, form, bases, [suggest("trace action", number)])


@who.command("led-by")
@click.argument("name")
@answer_options
@pass_settings
def led_by(settings: Settings, name: str, form: str, bases: tuple[str, ...]) -> None:
    """What body NAME leads, alone and jointly, and with whom.

    \b
    Example:
      sscb who led-by QA&P
    """
    print_answer(settings, "led-by", {"body": name}, form, bases, [suggest("trace body", name)])


@who.command()
@click.argument("name")
@answer_options
@pass_settings
def members(settings: Settings, name: str, form: str, bases: tuple[str, ...]) -> None:
    """Where the members of body NAME are drawn from.

    \b
    Example:
      sscb who members Executive
    """
    print_answer(settings, "membership", {"body": name}, form, bases, [suggest("about", name)])


@who.command()
@answer_options
@pass_settings
def replaced(settings: Settings, form: str, bases: tuple[str, ...]) -> None:
    """What replaced what, and what was renamed.

    \b
    Example:
      sscb who replaced
    """
    print_answer(settings, "replaced-or-renamed", {}, form, bases, ["sscb review"])


@who.command("leads-nothing")
@answer_options
@pass_settings
def leads_nothing(settings: Settings, form: str, bases: tuple[str, ...]) -> None:
    """The boards and groups that lead no action.

    \b
    Example:
      sscb who leads-nothing
    """
    print_answer(settings, "bodies-without-action", {}, form, bases, ["sscb summary --by lead"])
