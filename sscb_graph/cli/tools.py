"""sscb check, questions, export and init: the tools around the questions."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from sscb_graph.cli.app import Settings, answer, answer_options, echo, format_option, pass_settings, said
from sscb_graph.errors import FINDINGS, BadParameters, visible
from sscb_graph.formats import format_answer
from sscb_graph.questions.answer import Answer, Row
from sscb_graph.questions.loader import all_questions, question


@click.command()
@format_option
@pass_settings
def check(settings: Settings, form: str) -> None:
    """What is questionable in the plan itself, by severity; exit code 1 where a finding is not accepted.

    \b
    Example:
      sscb check
    """
    from sscb_graph.checks import COLUMNS, check_rows, stale_acceptances

    graph, origin = settings.whole()
    rows = check_rows(graph)
    open_rows = [row for row in rows if row["accepted"] is None]
    counts = Counter(row["severity"] for row in open_rows)
    listed = ", ".join(f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts.items())
    notes = [f"{len(open_rows)} of {len(rows)} findings are not accepted: {listed}."] if open_rows else ["All is well."]
    if open_rows:
        notes.append(
            "To accept a finding, add a row to accepted.csv; its name is its check, a slash and what is shown."
        )
    stale = stale_acceptances(graph, rows)
    notes += [f"accepted.csv accepts '{name}', which is no longer a finding: remove the row." for name in stale]
    columns = tuple(column for column in COLUMNS)
    heading = "What is questionable in the plan itself."
    found = Answer("check", {}, columns, rows, origin, notes, heading)
    name = open_rows[0]["finding"] if open_rows else ""
    echo(format_answer(found, form, [f"accept {name} in accepted.csv"] if name else []))
    if open_rows:
        raise click.exceptions.Exit(FINDINGS)


@click.group(invoke_without_command=True)
@format_option
@click.pass_context
def questions(context: click.Context, form: str) -> None:
    """List the named questions; show one's Cypher, or run it.

    \b
    Example:
      sscb questions
    """
    if context.invoked_subcommand is None:
        settings = context.ensure_object(Settings)
        origin = settings.asked(lambda store: store.origin)
        columns = ("name", "description", "parameters", "columns")
        heading = "The named questions: each is one .cypher file and one Python twin."
        steps = ["sscb questions show reports-to", 'sscb questions run reports-to -p body="Business Group"']
        echo(format_answer(Answer("questions", {}, columns, _listed(), origin, [], heading), form, steps))


def _listed() -> list[Row]:
    return [
        {
            "name": one.name,
            "description": one.description,
            "parameters": [
                {"name": parameter.name, "description": parameter.description, "example": parameter.example}
                for parameter in one.parameters
            ],
            "columns": list(one.columns),
        }
        for one in all_questions()
    ]


@questions.command()
@click.argument("name")
def show(name: str) -> None:
    """Print the Cypher of question NAME.

    \b
    Example:
      sscb questions show reports-to
    """
    echo(question(name).cypher.rstrip("\n"))


@questions.command()
@click.argument("name")
@click.option("-p", "--parameter", "parameters", multiple=True, metavar="KEY=VALUE", help="A parameter; repeat it.")
@answer_options
@pass_settings
def run(settings: Settings, name: str, parameters: tuple[str, ...], form: str, bases: tuple[str, ...]) -> None:
    """Run question NAME with its parameters.

    \b
    Example:
      sscb questions run reports-to -p body="Business Group"
    """
    typed: dict[str, str] = {}
    takes = [parameter.name for parameter in question(name).parameters]
    for parameter in parameters:
        key, equals, value = parameter.partition("=")
        if not equals:
            raise BadParameters(name, f"cannot read '{visible(parameter)}': write KEY=VALUE", takes)
        if key in typed:
            raise BadParameters(name, f"was given '{visible(key)}' twice", takes)
        typed[key] = value
    answer(settings, name, typed, form, bases, [f"sscb questions show {name}"])


@click.group()
def export() -> None:
    """Write the graph to a file.

    \b
    Example:
      sscb export graph --format json -o graph.json
    """


@export.command()
@click.option("--format", "form", type=click.Choice(["json", "graphml", "csv"]), required=True, help="The form of it.")
@click.option(
    "-o", "--output", "target", required=True, type=click.Path(path_type=Path), help="A file; for csv a new folder."
)
@pass_settings
def graph(settings: Settings, form: str, target: Path) -> None:
    """Write the whole graph: networkx node-link JSON, GraphML, or a folder of two CSV files.

    \b
    Example:
      sscb export graph --format json -o graph.json
    """
    from sscb_graph.files import new_folder, write_whole
    from sscb_graph.formats.graph_exports import csv_files, graphml, node_link

    whole, _ = settings.whole()
    if form == "csv":
        new_folder(target, csv_files(whole))
    else:
        write_whole(target, node_link(whole) if form == "json" else graphml(whole))
    said(f"Wrote {len(whole)} nodes and {whole.number_of_edges()} relationships to {visible(target)}.")


@export.command("cypher")
@click.option("-o", "--output", "target", required=True, type=click.Path(path_type=Path), help="A file.")
@pass_settings
def cypher_script(settings: Settings, target: Path) -> None:
    """Write a Cypher script that rebuilds the same graph on an empty server.

    \b
    Example:
      sscb export cypher -o plan.cypher
    """
    from sscb_graph.files import write_whole
    from sscb_graph.formats.cypher_script import script
    from sscb_graph.stores.neo4j.schema import load_record, statements

    whole, origin = settings.whole()
    record = load_record(origin, len(whole), whole.number_of_edges(), "by a script")
    write_whole(target, script(whole, origin, statements(), record).encode())
    said(f"Wrote {len(whole)} nodes and {whole.number_of_edges()} relationships to {visible(target)}.")


@export.command("grass")
@click.option("-o", "--output", "target", required=True, type=click.Path(path_type=Path), help="A file.")
def grass_style(target: Path) -> None:
    """Write a style sheet for Neo4j Browser, in the colours of the diagrams.

    \b
    Example:
      sscb export grass -o sscb.grass
    """
    from sscb_graph.drawing.palette import grass
    from sscb_graph.files import write_whole

    write_whole(target, grass().encode())
    said(f"Wrote {visible(target)}. Drop it on Neo4j Browser to use it.")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--example", type=click.Choice(["surrey"]), help="Copy a shipped plan for editing.")
def init(folder: Path, example: str | None) -> None:
    """Make a new plan in FOLDER: empty, with a README of its columns.

    \b
    Example:
      sscb init my-plan --example surrey
    """
    from sscb_graph.files import new_folder
    from sscb_graph.seed.new import empty_plan, example_plan

    new_folder(folder, example_plan() if example else empty_plan(folder.resolve().name))
    said(f"Made a plan in {visible(folder)}; its README.md explains every column.")
    said(f"Next: sscb --seed {visible(folder)} check")
