"""sscb export: the graph as files for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from sscb_graph.cli.options import output_option
from sscb_graph.cli.printing import print_message
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.drawing.palette import grass
from sscb_graph.errors import visible
from sscb_graph.files import new_folder, write_whole
from sscb_graph.formats.graph_exports import csv_files, graphml, node_link
from sscb_graph.model.vocabulary import Label
from sscb_graph.questions.asking import Reading
from sscb_graph.stores.neo4j.schema import load_record, statements
from sscb_graph.stores.neo4j.script import script


@click.group()
def export() -> None:
    """Write the graph to a file.

    \b
    Example:
      sscb export graph --format json -o graph.json
    """


@export.command("graph")
@click.option("--format", "form", type=click.Choice(["json", "graphml", "csv"]), required=True, help="The form of it.")
@output_option("A file; for csv a new folder.")
@pass_settings
def whole_graph(settings: Settings, form: str, target: Path) -> None:
    """Write the whole graph: networkx node-link JSON, GraphML, or a folder of two CSV files.

    \b
    Example:
      sscb export graph --format json -o graph.json
    """
    with settings.open() as plan:
        graph = plan.graph
    if form == "csv":
        new_folder(target, csv_files(graph))
    else:
        write_whole(target, node_link(graph) if form == "json" else graphml(graph))
    print_message(_wrote(len(graph), graph.number_of_edges(), target))


@export.command("cypher")
@output_option()
@pass_settings
def cypher_script(settings: Settings, target: Path) -> None:
    """Write a Cypher script that rebuilds the same graph on an empty server.

    \b
    Example:
      sscb export cypher -o plan.cypher
    """
    with settings.open() as plan:
        text, nodes, relationships = plan.read(_script)
    write_whole(target, text.encode())
    print_message(_wrote(nodes, relationships, target))


def _script(reading: Reading) -> tuple[str, int, int]:
    """The script, and how many nodes and relationships it makes."""
    graph = reading.whole().reader
    nodes, relationships = len(graph.labelled(Label.SSCB)), len(graph.edges(()))
    record = load_record(reading.origin, nodes, relationships, "by a script")
    return script(graph, reading.origin, statements(), record), nodes, relationships


@export.command("grass")
@output_option()
def grass_style(target: Path) -> None:
    """Write a style sheet for Neo4j Browser, in the colours of the diagrams.

    \b
    Example:
      sscb export grass -o sscb.grass
    """
    write_whole(target, grass().encode())
    print_message(f"Wrote {visible(target)}. Drop it on Neo4j Browser to use it.")


def _wrote(nodes: int, relationships: int, target: Path) -> str:
    return f"Wrote {nodes} nodes and {relationships} relationships to {visible(target)}."
