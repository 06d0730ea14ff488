"""sscb line: the line of reporting of a body."""

from __future__ import annotations

import click

from sscb_graph.cli.answering import print_answer
from sscb_graph.cli.options import answer_options
from sscb_graph.cli.printing import suggest
from sscb_graph.cli.settings import Settings, pass_settings


@click.command()
@click.argument("name")
@answer_options
@pass_settings
def line(settings: Settings, name: str, form: str, bases: tuple[str, ...]) -> None:
    """The line of reporting from body NAME up to the Board.

    \b
    Example:
      sscb line "Neglect Group"
    """
    print_answer(settings, "line-to-board", {"body": name}, form, bases, [suggest("about", name)])
