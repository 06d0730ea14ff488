"""sscb diff: what differs between two versions of a plan."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from sscb_graph.cli.answering import show_answer
from sscb_graph.cli.command_lines import command_line, quoted
from sscb_graph.cli.options import AnswerOptions, page_options
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.asking import Reading
from sscb_graph.questions.versions import versions_answer
from sscb_graph.stores.address import StoreAddress

folder_type = click.Path(exists=True, path_type=Path)


@click.command()
@click.argument("plan_a", type=folder_type)
@click.argument("plan_b", type=folder_type)
@page_options
@pass_settings
def diff(settings: Settings, plan_a: Path, plan_b: Path, how: AnswerOptions) -> None:
    """What differs from the plan in folder PLAN_A to that in PLAN_B: bodies, lines, leads, citations, dates and more.

    A body that only got another id is the same, and the answer says so. The exit code is 0 whatever differs.

    \b
    Examples:
      sscb diff my-plan my-plan-2019
      sscb diff my-plan my-plan-2019 -o differences.xlsx
    """
    if settings.seed is not None or settings.address.shared:
        raise click.UsageError("Name the folders of the two plans, without --seed and --store.")
    earlier, later = (replace(settings, seed=folder, store=StoreAddress.EMBEDDED) for folder in (plan_a, plan_b))

    def compare(before: Reading) -> Answer:
        with later.open() as plan:
            return plan.read(lambda after: versions_answer(before, after), doing="reading the plan")

    with earlier.open() as plan:
        answer = plan.read(compare, doing="reading the plan")
    show_answer(answer, how, [command_line(f"--seed {quoted(str(plan_a))} diagram structure --compare", str(plan_b))])
