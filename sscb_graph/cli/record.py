"""sscb documents, glossary, links, objectives and totals: what the plan holds of a kind, listed as it stands."""

from __future__ import annotations

import click

from sscb_graph.cli.answering import print_answer
from sscb_graph.cli.command_lines import command_line
from sscb_graph.cli.options import AnswerOptions, answer_options
from sscb_graph.cli.settings import Settings, pass_settings


@click.command()
@answer_options
@pass_settings
def documents(settings: Settings, how: AnswerOptions) -> None:
    """Laws, guidance and other documents that the plan names.

    \b
    Example:
      sscb documents
    """
    print_answer(settings, "documents", {}, how, ["sscb events"])


@click.command()
@click.argument("abbreviation", required=False)
@answer_options
@pass_settings
def glossary(settings: Settings, abbreviation: str | None, how: AnswerOptions) -> None:
    """Abbreviations, and what they stand for.

    \b
    Examples:
      sscb glossary
      sscb glossary QA&P
    """
    typed = {"word": abbreviation} if abbreviation else {}
    print_answer(settings, "glossary", typed, how, [command_line("search", abbreviation or "MASH")])


@click.command()
@answer_options
@pass_settings
def links(settings: Settings, how: AnswerOptions) -> None:
    """Every link between two actions.

    \b
    Example:
      sscb links
    """
    print_answer(settings, "links", {}, how, ["sscb check"])


@click.command()
@answer_options
@pass_settings
def objectives(settings: Settings, how: AnswerOptions) -> None:
    """Vision, objectives and behaviours, in the plan's words.

    \b
    Example:
      sscb objectives
    """
    print_answer(settings, "objectives", {}, how, ["sscb summary --by priority"])


@click.command()
@answer_options
@pass_settings
def totals(settings: Settings, how: AnswerOptions) -> None:
    """How much the plan holds of everything, and what is counted.

    \b
    Example:
      sscb totals
    """
    print_answer(settings, "totals", {}, how, ["sscb summary --by priority", "sscb gaps"])
