"""sscb events: everything that the document dates."""

from __future__ import annotations

import click

from sscb_graph.cli.answering import print_answer
from sscb_graph.cli.options import answer_options
from sscb_graph.cli.settings import Settings, pass_settings


@click.command()
@answer_options
@pass_settings
def events(settings: Settings, form: str, bases: tuple[str, ...]) -> None:
    """Everything that the document dates.

    \b
    Example:
      sscb events
    """
    print_answer(settings, "events", {}, form, bases, ["sscb due --by 2018-06-30"])
