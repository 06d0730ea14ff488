"""sscb trace: from a recommendation, an action or a body to everything that hangs on it."""

from __future__ import annotations

import click

from sscb_graph.cli.app import Settings, answer, answer_options, pass_settings, quoted
from sscb_graph.questions.answer import Answer


@click.group()
def trace() -> None:
    """Trace a recommendation, an action or a body.

    \b
    Example:
      sscb trace ofsted 22
    """


@trace.command()
@click.argument("number")
@answer_options
@pass_settings
def ofsted(settings: Settings, number: str, form: str, bases: tuple[str, ...]) -> None:
    """The actions that trace to recommendation NUMBER of the inspection report.

    \b
    Example:
      sscb trace ofsted 22
    """

    def steps(found: Answer) -> list[str]:
        first = [f"sscb trace action {found.rows[0]['row_id']}"] if found.rows else ["sscb gaps"]
        return [*first, f'sscb path "ofsted {number}" SSCB'] if found.rows and settings.seed is None else first

    answer(settings, "actions-by-recommendation", {"recommendation": number}, form, bases, steps)


@trace.command()
@click.argument("number", required=False)
@answer_options
@pass_settings
def peer(settings: Settings, number: str | None, form: str, bases: tuple[str, ...]) -> None:
    """What answers recommendation NUMBER of the peer review; without a number, what answers each.

    \b
    Example:
      sscb trace peer 3
    """
    if number is None:
        answer(settings, "peer-coverage", {}, form, bases, ["sscb trace peer 1"])
    else:
        answer(settings, "responses-to-peer", {"recommendation": number}, form, bases, ["sscb trace peer"])


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
    answer(settings, "action-chain", {"actions": number}, form, bases, [f"sscb who leads {quoted(number)}"])


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
    steps = [f"sscb about {quoted(name)}", f"sscb line {quoted(name)}"]
    answer(settings, "actions-of-body", {"body": name}, form, bases, steps)
