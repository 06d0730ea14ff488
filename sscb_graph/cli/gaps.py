"""sscb gaps: what the plan leaves open."""

from __future__ import annotations

import click

from sscb_graph.cli.answering import print_answer
from sscb_graph.cli.options import AnswerOptions, answer_options
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.questions.kinds import GAPS, find_kind


@click.command()
@click.argument("kind", default="")
@click.option("--most-cited", is_flag=True, help="The recommendations that actions cite, the most cited first.")
@answer_options
@pass_settings
def gaps(settings: Settings, kind: str, most_cited: bool, how: AnswerOptions) -> None:
    """What the plan leaves open.

    \b
    Examples:
      sscb gaps
      sscb gaps action-without-lead
    """
    if kind and most_cited:
        raise click.UsageError("Say either a KIND of gap or --most-cited.")
    if most_cited:
        print_answer(settings, "most-cited", {}, how, ["sscb gaps"])
    else:
        only = {"gap": find_kind(kind, GAPS, "kind").name} if kind else {}
        print_answer(settings, "gaps", {}, how, ["sscb gaps --most-cited", "sscb check"], only=only)
