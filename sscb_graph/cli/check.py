"""sscb check: what is questionable in the plan itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import click

from sscb_graph.checks import COLUMNS, brief_findings, check_rows, listed_findings, rows_of, stale_acceptances
from sscb_graph.cli.answering import show_answer
from sscb_graph.cli.options import AnswerOptions, page_options
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.errors import FINDINGS, visible
from sscb_graph.graph.nodes import Recommendation
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.answer import Answer, Caution
from sscb_graph.questions.asking import Reading, cautions, plan_line
from sscb_graph.questions.rows import Row
from sscb_graph.text import many


@click.command()
@click.argument("which", metavar="[ERRORS|WARNINGS|NOTICES|KIND]", default="")
@page_options
@pass_settings
def check(settings: Settings, which: str, how: AnswerOptions) -> None:
    """What is questionable in the plan itself, by severity; exit code 1 where a finding is not accepted.

    \b
    Examples:
      sscb check
      sscb check errors
      sscb check lead-against-words
    """
    with settings.open() as plan:
        findings = plan.read(lambda reading: _findings(reading, which), doing="checking the plan")
    open_rows = _not_accepted(findings.rows)
    show_answer(findings, how, _next_steps(findings, which))
    if open_rows:
        raise click.exceptions.Exit(FINDINGS)


def _findings(reading: Reading, which: str) -> Answer:
    """The findings of all checks on a plan, or those of a severity or kind, as an answer."""
    view = reading.whole()
    every = check_rows(view)
    rows = rows_of(every, which) if which else every
    notes = _counts(rows, which)
    notes += [
        Caution(f"accepted.csv accepts '{name}', which is no longer a finding: remove the row.")
        for name in stale_acceptances(view, every)
    ]
    notes += cautions(reading, _items(view, rows))
    typed = {"which": which} if which else {}
    return Answer(
        "check",
        typed,
        COLUMNS,
        rows,
        reading.origin,
        notes[1:],
        headline=notes[0],
        heading="What is questionable in the plan itself",
        brief=listed_findings(rows) if which else brief_findings(rows),
        plan=plan_line(reading.names),
    )


def _items(view: GraphView, rows: Sequence[Row]) -> list[str]:
    """The ids of the report items that findings are about: their sentences give topics."""
    found = (view.reader.node(row["finding"].partition("/")[2]) for row in rows)
    return [node.id for node in found if isinstance(node, Recommendation)]


def _next_steps(findings: Answer, which: str) -> list[str]:
    """What to ask next: for the worst kind."""
    if which or not findings.rows:
        return []
    return [f"sscb check {findings.rows[0]['check']}"]


def _counts(rows: Sequence[Row], which: str) -> list[str]:
    """How many findings are not accepted, and how to accept them."""
    open_rows = _not_accepted(rows)
    if not open_rows:
        whole = f"of '{visible(which)}'" if which else "at all"
        return ["All is well: every finding is accepted." if rows else f"All is well: there is no finding {whole}."]
    counts = Counter(row["severity"] for row in open_rows)
    listed = ", ".join(many(count, severity) for severity, count in counts.items())
    return [
        f"{len(open_rows)} of {len(rows)} findings are not accepted: {listed}.",
        "To accept a finding, add a row to accepted.csv; its name is its check, a slash and what is shown.",
    ]


def _not_accepted(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row["accepted"] is None]
