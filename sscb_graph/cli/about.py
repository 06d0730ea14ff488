"""sscb about: all that the plan says of a body."""

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
def about(settings: Settings, name: str, form: str, bases: tuple[str, ...]) -> None:
    """All that the plan says of body NAME, with quotes.

    \b
    Example:
      sscb about QA&P
    """
    print_answer(settings, "about-body", {"body": name}, form, bases, [suggest("trace body", name)])
