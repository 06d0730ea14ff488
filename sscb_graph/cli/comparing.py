"""Comparisons of two structures as pictures: what changes, and with a file also how it was and how it will be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sscb_graph.changes.action_cells import lead_changes
from sscb_graph.cli.pictures import Target, write
from sscb_graph.cli.printing import print_message
from sscb_graph.pictures.compare import Comparison, compare_plans
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.questions.asking import Reading

if TYPE_CHECKING:
    from sscb_graph.rehearsal.outcome import Outcome


def write_comparison(three: Comparison, target: Target) -> None:
    """Writes the picture of what changes, and with a file two more beside it, named after when they hold."""
    write(three.changes, target)
    if target.stdout:
        print_message("With a file, -o also draws how it was before and how it will be after.")
        return
    for when, picture in (("-before", three.before), ("-after", three.after)):
        write(replace(picture, name=three.changes.name), target, when)


def compared(reading: Reading, outcome: Outcome, *, everyone: bool = False) -> Comparison:
    """The pictures of a plan before and after a proposal, with a list of the actions that get another lead."""
    return compare_plans(
        PictureData(reading),
        PictureData(outcome.reading),
        everyone=everyone,
        also_listed=lead_changes(outcome.before, outcome.after),
    )
