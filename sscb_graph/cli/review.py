"""sscb review: the groups under review, and every other decision."""

from __future__ import annotations

import click

from sscb_graph.cli.answering import print_answer
from sscb_graph.cli.options import AnswerOptions, answer_options
from sscb_graph.cli.settings import Settings, pass_settings


@click.command()
@click.option("--all", "every", is_flag=True, help="Every decision about a group, not only reviews.")
@answer_options
@pass_settings
def review(settings: Settings, every: bool, how: AnswerOptions) -> None:
    """The groups under review, when, and what depends on them.

    \b
    Example:
      sscb review
    """
    print_answer(settings, "decisions" if every else "under-review", {}, how, [] if every else ["sscb review --all"])
