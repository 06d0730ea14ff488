"""sscb events: everything that the document dates."""

from __future__ import annotations

import click

from sscb_graph.cli.answering import print_answer
from sscb_graph.cli.options import AnswerOptions, answer_options
from sscb_graph.cli.settings import Settings, pass_settings


@click.command()
@answer_options
@pass_settings
def events(settings: Settings, how: AnswerOptions) -> None:
    """Everything that the document dates.

    \b
    Example:
      sscb events
    """
    print_answer(settings, "events", {}, how, ["sscb due --by 2018-06-30"])
