"""sscb diagram rehearse: the structure before and after a proposal, and what changes between the two."""

from __future__ import annotations

from pathlib import Path

import click

from sscb_graph.cli.comparing import compared, write_comparison
from sscb_graph.cli.pictures import Target, where_options
from sscb_graph.cli.rehearse import proposal_argument, read_file, with_outcome
from sscb_graph.cli.settings import Settings, pass_settings


@click.command()
@proposal_argument
@where_options
@click.option("--everyone", is_flag=True, help="Also bodies without a line, a lead or a decision, set apart.")
@pass_settings
def rehearse(
    settings: Settings, file: Path, target: str | None, form: str | None, engine: str, *, everyone: bool
) -> None:
    """What the proposal in FILE changes: changes, before and after, a file each; changes of lead are listed.

    \b
    Example:
      sscb diagram rehearse proposal.csv -o proposal.svg
    """
    three = with_outcome(settings, read_file(file), lambda *both: compared(*both, everyone=everyone))
    write_comparison(three, Target.of(target, form, engine))
