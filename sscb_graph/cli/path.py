"""sscb path: the shortest path between two things."""

from __future__ import annotations

import click

from sscb_graph.cli.answering import print_answer
from sscb_graph.cli.options import AnswerOptions, answer_options
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.model.vocabulary import ACCOUNTABILITY


@click.command()
@click.argument("start")
@click.argument("end")
@click.option(
    "--via", multiple=True, metavar="TYPE", help="Walk only relationships of this type; repeat it for several."
)
@answer_options
@pass_settings
def path(settings: Settings, start: str, end: str, via: tuple[str, ...], how: AnswerOptions) -> None:
    """The shortest accountability path between two things.

    A thing is a body, an action ("2.4"), a recommendation ("ofsted 22", "peer 3") or a priority ("priority 2").

    \b
    Example:
      sscb path "ofsted 22" SSCB
    """
    typed = {"start": start, "end": end, "via": list(via or ACCOUNTABILITY)}
    print_answer(settings, "path", typed, how, ["sscb questions show path"])
