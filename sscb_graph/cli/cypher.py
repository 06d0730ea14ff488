"""sscb cypher: an ad hoc query."""

from __future__ import annotations

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
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option(
    "-p", "--parameter", "parameters", multiple=True, metavar="KEY=VALUE", help="A text parameter; repeat it."
)
@format_option
@pass_settings
def cypher(settings: Settings, file: str, parameters: tuple[str, ...], form: str) -> None:
    """Run the read-only Cypher in FILE (- for standard input) on the server, which refuses writes.

    \b
    Example:
      sscb cypher query.cypher
    """
    given = _values(parameters)
    text = _read(file)
    server = connection(settings)
    names, rows = run(server, text, given)
    origin = Origin("neo4j", settings.plan or "any plan", server.address, "ad hoc")
    columns = tuple(Text(name) for name in names)
    headline = f"{many(len(rows), 'row')} from the server; nothing in them is checked."
    print_text(format_answer(Answer("cypher", dict(given), columns, rows, origin, headline=headline), form))


def _read(file: str) -> str:
    """The text of a file, or of standard input for "-"; raises BadValue.

    It is opened here and not by click, which would leave it open where a later option is refused.
    """
    try:
        with click.open_file(file, encoding="utf-8") as opened:
            text = str(opened.read(_LONGEST + 1))
    except UnicodeDecodeError:
        raise BadValue("the file", file, "save it as UTF-8") from None
    except OSError as problem:
        raise BadValue("the file", file, (problem.strerror or str(problem)).lower()) from None
    if len(text) > _LONGEST:
        raise BadValue("the file", file, f"it holds more than {_LONGEST:,} characters, and no query is as long")
    return text


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
