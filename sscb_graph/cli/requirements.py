"""sscb requirements: what law and guidance require of the arrangements, and whether each requirement is met."""

from __future__ import annotations

import click

from sscb_graph.cli.answering import print_answer
from sscb_graph.cli.options import AnswerOptions, answer_options
from sscb_graph.cli.settings import Settings, pass_settings


@click.command()
@click.option("--edition", metavar="YEAR", help="The requirements of YEAR; by default those of the plan's period.")
@answer_options
@pass_settings
def requirements(settings: Settings, edition: str | None, how: AnswerOptions) -> None:
    """What law and guidance require: met, unmet or unknown.

    Which body meets what stands in requirements_met.csv. What nobody says is unknown, and never called unmet.

    \b
    Examples:
      sscb requirements
      sscb requirements --edition 2018 --full
    """
    typed = {"edition": edition} if edition is not None else {}
    print_answer(settings, "requirements", typed, how, ["sscb who statutory", "sscb gaps"])
