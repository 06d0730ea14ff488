"""sscb gaps: what the plan leaves open."""

from __future__ import annotations

import click

from sscb_graph.cli.answering import print_answer
from sscb_graph.cli.options import answer_options
from sscb_graph.cli.settings import Settings, pass_settings


@click.command()
@click.option("--most-cited", is_flag=True, help="The recommendations that actions cite, the most cited first.")
@answer_options
@pass_settings
def gaps(settings: Settings, most_cited: bool, form: str, bases: tuple[str, ...]) -> None:
    """What the plan leaves open.

    \b
    Example:
      sscb gaps
    """
    if most_cited:
        print_answer(settings, "most-cited", {}, form, bases, ["sscb gaps"])
    else:
        print_answer(settings, "gaps", {}, form, bases, ["sscb gaps --most-cited", "sscb check"])
