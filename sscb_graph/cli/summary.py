"""sscb summary: how many actions have each status."""

from __future__ import annotations

import click

from sscb_graph.cli.answering import print_answer
from sscb_graph.cli.options import AnswerOptions, answer_options
from sscb_graph.cli.settings import Settings, pass_settings


@click.command()
@click.option(
    "--by", type=click.Choice(["priority", "lead"]), default="priority", show_default=True, help="What to count by."
)
@answer_options
@pass_settings
def summary(settings: Settings, by: str, how: AnswerOptions) -> None:
    """How many actions have each status, by priority or by lead.

    \b
    Examples:
      sscb summary
      sscb summary --by lead
    """
    print_answer(settings, f"summary-by-{by}", {}, how, ["sscb due --overdue"])
