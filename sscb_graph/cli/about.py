"""sscb about: all that the plan says of a body, an action, a recommendation or a priority."""

from __future__ import annotations

import click

from sscb_graph.cli.answering import Answered, print_answers
from sscb_graph.cli.command_lines import command_line
from sscb_graph.cli.options import AnswerOptions, answer_options, words_argument
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.cli.things import ABOUT_BODY, answers_about
from sscb_graph.errors import visible
from sscb_graph.graph.nodes import Body
from sscb_graph.questions.asking import Reading, ask
from sscb_graph.questions.kinds import ASPECTS


@click.command()
@words_argument("name")
@click.option(
    "--aspect",
    type=click.Choice(ASPECTS, case_sensitive=False),
    help="Of a body of which much is said, only this, whole.",
)
@answer_options
@pass_settings
def about(settings: Settings, name: str, aspect: str | None, how: AnswerOptions) -> None:
    """All that the plan says of NAME, with quotes: a body, an action, a recommendation, a priority or a report.

    \b
    Examples:
      sscb about QA&P
      sscb about Neglect Group
      sscb about SSCB --aspect relation
      sscb about 2.4
      sscb about ofsted 22
    """

    def answer(reading: Reading) -> list[Answered]:
        things = reading.names.things(name)
        if aspect is None:
            return answers_about(reading, things, name, how.bases, of_body=ABOUT_BODY)
        if not all(isinstance(thing, Body) for thing in things):
            raise click.UsageError(f"--aspect is for a body, and '{visible(name)}' is none.")
        found = ask(reading, ABOUT_BODY, {"body": name}, how.bases, only={"aspect": aspect})
        return [Answered(found, [command_line("about", name)])]

    print_answers(settings, answer, how)
