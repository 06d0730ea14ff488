"""sscb gaps: what the plan leaves open."""

from __future__ import annotations

import click

from sscb_graph.cli.answering import print_answer
from sscb_graph.cli.options import AnswerOptions, answer_options
from sscb_graph.cli.settings import Settings, pass_settings


@click.command()
@click.option("--most-cited", is_flag=True, help="The recommendations that actions cite, the most cited first.")
@answer_options
@pass_settings
def gaps(settings: Settings, most_cited: bool, how: AnswerOptions) -> None:
    """What the plan leaves open.

    \b
    Example:
      sscb gaps
    """
    if most_cited:
        print_answer(settings, "most-cited", {}, how, ["sscb gaps"])
    else:
        print_answer(settings, "gaps", {}, how, ["sscb gaps --most-cited", "sscb check"])
