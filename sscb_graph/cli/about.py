"""sscb about: all that the plan says of a body."""

from __future__ import annotations

import click

from sscb_graph.cli.answering import print_answer
from sscb_graph.cli.command_lines import command_line
from sscb_graph.cli.options import AnswerOptions, answer_options
from sscb_graph.cli.settings import Settings, pass_settings


@click.command()
@click.argument("name")
@answer_options
@pass_settings
def about(settings: Settings, name: str, how: AnswerOptions) -> None:
    """All that the plan says of body NAME, with quotes.

    \b
    Example:
      sscb about QA&P
    """
    print_answer(settings, "about-body", {"body": name}, how, [command_line("trace body", name)])
