"""sscb about: all that the plan says of a body, an action, a recommendation or a priority."""

from __future__ import annotations

import click

from sscb_graph.cli.answering import Answered, print_answers
from sscb_graph.cli.options import AnswerOptions, answer_options, words_argument
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.cli.things import answers_about
from sscb_graph.questions.asking import Reading


@click.command()
@words_argument("name")
@answer_options
@pass_settings
def about(settings: Settings, name: str, how: AnswerOptions) -> None:
    """All that the plan says of NAME, with quotes: a body, an action, a recommendation, a priority or a report.

    \b
    Examples:
      sscb about QA&P
      sscb about Neglect Group
      sscb about 2.4
      sscb about ofsted 22
    """

    def answer(reading: Reading) -> list[Answered]:
        return answers_about(reading, reading.names.things(name), name, how.bases, of_body="about-body")

    print_answers(settings, answer, how)
