"""sscb actions: the actions that meet some conditions."""

from __future__ import annotations

from typing import Any

import click

from sscb_graph.cli.answering import print_answer
from sscb_graph.cli.options import AnswerOptions, answer_options
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.cli.things import trace_of
from sscb_graph.questions.answer import Answer


@click.command()
@click.option("--priority", multiple=True, metavar="NUMBER", help="Under this priority; repeat it for others.")
@click.option("--status", multiple=True, metavar="WORD", help="With this status, none for a blank; repeat it.")
@click.option("--lead", multiple=True, metavar="NAME", help="Led by this body, alone or jointly; repeat it.")
@click.option("--due-from", metavar="DAY", help="With a date on or after DAY.")
@click.option("--due-to", metavar="DAY", help="With a date on or before DAY.")
@click.option("--cites", multiple=True, metavar="ITEM", help='Citing this recommendation ("ofsted 22"); repeat it.')
@answer_options
@pass_settings
def actions(settings: Settings, /, how: AnswerOptions, **conditions: Any) -> None:
    """The actions that meet every condition; without any, all actions.

    An option that is repeated offers alternatives: --priority 2 --priority 3 means either.

    \b
    Examples:
      sscb actions --priority 2 --status none --lead QA&P
      sscb actions --due-from 2018-07-01 --due-to 2018-09-30
      sscb actions --cites "ofsted 22" --cites "ofsted 24"
    """
    typed = {name: value for name, value in conditions.items() if value not in {None, ()}}

    def steps(found: Answer) -> list[str]:
        return [trace_of(found.rows[0])] if found.rows else ["sscb actions"]

    print_answer(settings, "actions", typed, how, steps)
