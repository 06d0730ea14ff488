"""sscb due: what is due by a day, or overdue as at a day."""

from __future__ import annotations

import click

from sscb_graph.cli.answering import print_answer
from sscb_graph.cli.command_lines import quoted
from sscb_graph.cli.options import AnswerOptions, answer_options
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.model.typed_days import today


@click.command()
@click.option("--by", metavar="DAY", help="Actions with a date on or before DAY, completed ones too.")
@click.option("--overdue", is_flag=True, help="Actions with a date before the day that are not completed.")
@click.option("--as-at", metavar="DAY", help="With --overdue: the day to judge by; today by default.")
@answer_options
@pass_settings
def due(settings: Settings, by: str | None, overdue: bool, as_at: str | None, how: AnswerOptions) -> None:
    """What is due by a day, or overdue as at a day.

    A DAY is typed as 30 June 2018 (in quotation marks), 30/06/2018 or 2018-06-30; a month or a calendar quarter means
    its last day.

    \b
    Examples:
      sscb due --by 2018-06-30
      sscb due --by "Q2 2018"
      sscb due --overdue --as-at 2018-10-01
    """
    if overdue == bool(by) or (as_at and not overdue):
        raise click.UsageError("Say either --by DAY, or --overdue with or without --as-at DAY.")
    if by:
        print_answer(settings, "due-by", {"by": by}, how, [f"sscb due --overdue --as-at {quoted(by)}"])
    else:
        day = as_at or today()
        print_answer(settings, "overdue", {"as_at": day}, how, ["sscb summary --by lead"])
