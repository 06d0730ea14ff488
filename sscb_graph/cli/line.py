"""sscb line: the line of reporting of a body."""

from __future__ import annotations

import click

from sscb_graph.cli.answering import print_answer
from sscb_graph.cli.command_lines import command_line
from sscb_graph.cli.options import AnswerOptions, answer_options, words_argument
from sscb_graph.cli.settings import Settings, pass_settings


@click.command()
@words_argument("name")
@answer_options
@pass_settings
def line(settings: Settings, name: str, how: AnswerOptions) -> None:
    """The line of reporting from body NAME up to the Board.

    \b
    Example:
      sscb line Neglect Group
    """
    print_answer(settings, "line-to-board", {"body": name}, how, [command_line("about", name)])
