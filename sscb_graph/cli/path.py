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
    """The shortest line of accountability between two things.

    It follows leads, reporting lines, chairs, subgroups and printed links upwards. Where there is none, the answer says
    where the line stops, and how else the two are connected. With --via, any relationship is walked, either way.

    A thing is a body, an action ("2.4"), a recommendation ("ofsted 22", "peer 3") or a priority ("priority 2").

    \b
    Example:
      sscb path "ofsted 22" SSCB
    """
    typed = {"start": start, "end": end, "via": list(via or ACCOUNTABILITY)}
    print_answer(settings, "path", typed, how, ["sscb questions show path"])
