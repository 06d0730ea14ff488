"""sscb cypher: an ad hoc query."""

from __future__ import annotations

from typing import TextIO

import click

from sscb_graph.cli.options import format_option
from sscb_graph.cli.printing import print_text
from sscb_graph.cli.server import connection
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.errors import BadValue
from sscb_graph.formats import format_answer
from sscb_graph.questions.answer import Answer, Origin
from sscb_graph.questions.columns import Text
from sscb_graph.stores.neo4j.adhoc import run
from sscb_graph.text import is_text, many

#: The longest query that is read, in characters: a device would never end.
_LONGEST = 1_000_000


@click.command()
@click.argument("file", type=click.File(encoding="utf-8"))
@click.option(
    "-p", "--parameter", "parameters", multiple=True, metavar="KEY=VALUE", help="A text parameter; repeat it."
)
@format_option
@pass_settings
def cypher(settings: Settings, file: TextIO, parameters: tuple[str, ...], form: str) -> None:
    """Run the read-only Cypher in FILE (- for standard input) on the server, which refuses writes.

    \b
    Example:
      sscb cypher query.cypher
    """
    given = _values(parameters)
    try:
        text = file.read(_LONGEST + 1)
    except UnicodeDecodeError:
        raise BadValue("the file", file.name, "save it as UTF-8") from None
    if len(text) > _LONGEST:
        raise BadValue("the file", file.name, f"it holds more than {_LONGEST:,} characters, and no query is as long")
    server = connection(settings)
    names, rows = run(server, text, given)
    origin = Origin("neo4j", settings.plan or "any plan", server.address, "ad hoc")
    columns = tuple(Text(name) for name in names)
    headline = f"{many(len(rows), 'row')} from the server; nothing in them is checked."
    print_text(format_answer(Answer("cypher", dict(given), columns, rows, origin, headline=headline), form))


def _values(parameters: tuple[str, ...]) -> dict[str, str]:
    """The values of KEY=VALUE words; raises BadValue."""
    given: dict[str, str] = {}
    for parameter in parameters:
        key, equals, value = parameter.partition("=")
        if not equals or not key:
            raise BadValue("-p", parameter, "write KEY=VALUE")
        if not is_text(parameter):
            raise BadValue("-p", parameter, "it is not UTF-8")
        given[key] = value
    return given
