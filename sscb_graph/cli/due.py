"""sscb due: what is due by a day, or overdue as at a day."""

from __future__ import annotations

from datetime import date

import click

from sscb_graph.cli.answering import print_answer
from sscb_graph.cli.command_lines import quoted
from sscb_graph.cli.options import AnswerOptions, answer_options
from sscb_graph.cli.settings import Settings, pass_settings


@click.command()
@click.option("--by", metavar="DAY", help="Actions with a date on or before DAY, completed ones too.")
@click.option("--overdue", is_flag=True, help="Actions with a date before the day that are not completed.")
@click.option("--as-at", metavar="DAY", help="With --overdue: the day to judge by; today by default.")
@answer_options
@pass_settings
def due(settings: Settings, by: str | None, overdue: bool, as_at: str | None, how: AnswerOptions) -> None:
    """What is due by a day, or overdue as at a day.

    \b
    Examples:
      sscb due --by 2018-06-30
      sscb due --overdue --as-at 2018-10-01
    """
    if overdue == bool(by) or (as_at and not overdue):
        raise click.UsageError("Say either --by DAY, or --overdue with or without --as-at DAY.")
    if by:
        print_answer(settings, "due-by", {"by": by}, how, [f"sscb due --overdue --as-at {quoted(by)}"])
    else:
        day = as_at or date.today().isoformat()  # noqa: DTZ011 (people mean the local day)
        print_answer(settings, "overdue", {"as_at": day}, how, ["sscb summary --by lead"])
