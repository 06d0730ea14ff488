"""sscb search: every text that holds some words."""

from __future__ import annotations

import click

from sscb_graph.cli.answering import print_answer
from sscb_graph.cli.command_lines import command_line
from sscb_graph.cli.options import AnswerOptions, answer_options
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.questions.answer import Answer


@click.command()
@click.argument("words", nargs=-1, required=True)
@answer_options
@pass_settings
def search(settings: Settings, words: tuple[str, ...], how: AnswerOptions) -> None:
    """Every text of the plan that holds WORDS; case and accents do not matter.

    \b
    Example:
      sscb search MASH
    """

    def steps(found: Answer) -> list[str]:
        actions = [row["item"] for row in found.rows if row["kind"] == "Action"]
        return [command_line("trace action", actions[0])] if actions else []

    print_answer(settings, "search", {"text": " ".join(words)}, how, steps)
