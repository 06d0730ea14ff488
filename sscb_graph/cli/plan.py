"""sscb due, gaps, summary, search, path, events: questions about the plan as a whole."""

from __future__ import annotations

from datetime import date

import click

from sscb_graph.cli.app import Settings, answer, answer_options, pass_settings
from sscb_graph.ontology import ACCOUNTABILITY
from sscb_graph.questions.answer import Answer


@click.command()
@click.option("--by", metavar="DAY", help="Actions with a date on or before DAY, completed ones too.")
@click.option("--overdue", is_flag=True, help="Actions with a date before the day that are not completed.")
@click.option("--as-at", metavar="DAY", help="With --overdue: the day to judge by; today by default.")
@answer_options
@pass_settings
def due(
    settings: Settings, by: str | None, overdue: bool, as_at: str | None, form: str, bases: tuple[str, ...]
) -> None:
    """What is due by a day, or overdue as at a day.

    \b
    Examples:
      sscb due --by 2018-06-30
      sscb due --overdue --as-at 2018-10-01
    """
    if overdue == bool(by) or (as_at and not overdue):
        raise click.UsageError("Say either --by DAY, or --overdue with or without --as-at DAY.")
    if by:
        answer(settings, "due-by", {"by": by}, form, bases, [f"sscb due --overdue --as-at {by}"])
    else:
        day = as_at or date.today().isoformat()  # noqa: DTZ011 (the day on the wall is the one that is meant)
        answer(settings, "overdue", {"as_at": day}, form, bases, ["sscb summary --by lead"])


@click.command()
@click.option("--most-cited", is_flag=True, help="The recommendations that actions cite, the most cited first.")
@answer_options
@pass_settings
def gaps(settings: Settings, most_cited: bool, form: str, bases: tuple[str, ...]) -> None:
    """What the plan leaves open.

    \b
    Example:
      sscb gaps
    """
    if most_cited:
        answer(settings, "most-cited", {}, form, bases, ["sscb gaps"])
    else:
        answer(settings, "gaps", {}, form, bases, ["sscb gaps --most-cited", "sscb check"])


@click.command()
@click.option("--by", type=click.Choice(["priority", "lead"]), required=True, help="What to count by.")
@answer_options
@pass_settings
def summary(settings: Settings, by: str, form: str, bases: tuple[str, ...]) -> None:
    """How many actions have each status, by priority or by lead.

    \b
    Example:
      sscb summary --by priority
    """
    answer(settings, f"summary-by-{by}", {}, form, bases, ["sscb due --overdue"])


@click.command()
@click.argument("words", nargs=-1, required=True)
@answer_options
@pass_settings
def search(settings: Settings, words: tuple[str, ...], form: str, bases: tuple[str, ...]) -> None:
    """Every text of the plan that holds WORDS; case and accents do not matter.

    \b
    Example:
      sscb search MASH
    """

    def steps(found: Answer) -> list[str]:
        actions = [row["id"] for row in found.rows if row["kind"] == "Action"]
        return [f"sscb trace action {actions[0]}"] if actions else []

    answer(settings, "search", {"text": " ".join(words)}, form, bases, steps)


@click.command()
@click.argument("start")
@click.argument("end")
@click.option(
    "--via", multiple=True, metavar="TYPE", help="Walk only relationships of this type; repeat it for several."
)
@answer_options
@pass_settings
def path(settings: Settings, start: str, end: str, via: tuple[str, ...], form: str, bases: tuple[str, ...]) -> None:
    """The shortest accountability path between two things.

    A thing is a body, an action ("2.4"), a recommendation ("ofsted 22", "peer 3") or a priority ("priority 2").

    \b
    Example:
      sscb path "ofsted 22" SSCB
    """
    typed = {"start": start, "end": end, "via": list(via or ACCOUNTABILITY)}
    answer(settings, "path", typed, form, bases, ["sscb questions show path"])


@click.command()
@answer_options
@pass_settings
def events(settings: Settings, form: str, bases: tuple[str, ...]) -> None:
    """Everything that the document dates.

    \b
    Example:
      sscb events
    """
    answer(settings, "events", {}, form, bases, ["sscb due --by 2018-06-30"])
