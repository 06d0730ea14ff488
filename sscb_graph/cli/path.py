"""sscb path: the shortest path between two things."""

from __future__ import annotations

from collections.abc import Sequence

import click

from sscb_graph.cli.answering import Answered, print_answers
from sscb_graph.cli.command_lines import command_line, quoted
from sscb_graph.cli.options import AnswerOptions, answer_options
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.errors import AmbiguousName, SscbError
from sscb_graph.graph.nodes import Body
from sscb_graph.model.vocabulary import ACCOUNTABILITY
from sscb_graph.questions.asking import Reading, ask
from sscb_graph.questions.names import Names


@click.command()
@click.argument("things", nargs=-1, required=True, metavar="START END")
@click.option(
    "--via", multiple=True, metavar="TYPE", help="Walk only relationships of this type; repeat it for several."
)
@answer_options
@pass_settings
def path(settings: Settings, things: tuple[str, ...], via: tuple[str, ...], how: AnswerOptions) -> None:
    """The shortest line of accountability between two things.

    It follows leads, reporting lines, chairs, subgroups and printed links upwards. Where there is none, the answer says
    where the line stops, and how else the two are connected. With --via, any relationship is walked, either way.

    A thing is a body, an action ("2.4"), a recommendation ("ofsted 22", "peer 3") or a priority ("priority 2"). Where
    both are typed without quotation marks, the word "to" may stand between them.

    \b
    Examples:
      sscb path "ofsted 22" SSCB
      sscb path ofsted 22 to SSCB
    """

    def answer(reading: Reading) -> list[Answered]:
        start, end = _ends(reading.names, things)
        typed = {"start": start, "end": end, "via": list(via or ACCOUNTABILITY)}
        return [Answered(ask(reading, "path", typed, how.bases), [command_line("about", start)])]

    print_answers(settings, answer, how)


def _ends(names: Names, words: Sequence[str]) -> tuple[str, str]:
    """The two things that some words name, as they were typed.

    Raises UsageError where the words name no two things, and AmbiguousName where they may name several pairs.
    """
    if len(words) == 2:
        return words[0], words[1]
    splits = [(words[:at], words[at:]) for at in range(1, len(words))]
    splits += [(words[:at], words[at + 1 :]) for at in range(1, len(words) - 1) if words[at] == "to"]
    # A likely name may swallow a word of the other, so exact ones come first.
    for exact in (True, False):
        found = [split for split in splits if all(_is_named(names, " ".join(end), exact=exact) for end in split)]
        pairs = [(" ".join(start), " ".join(end)) for start, end in found]
        if len(pairs) > 1:
            listed = [f"{quoted(start)} {quoted(end)}" for start, end in pairs]
            raise AmbiguousName(" ".join(words), "pair of things", listed)
        if pairs:
            return pairs[0]
    raise click.UsageError('Name two things, each of several words in quotation marks: "ofsted 22" SSCB.')


def _is_named(names: Names, typed: str, *, exact: bool) -> bool:
    """Whether a text names a single thing; ``exact`` refuses a text that is only like a name."""
    try:
        found = names.thing(typed)
        return not (exact and isinstance(found, Body) and names.read_body(typed).how)
    except SscbError:
        return False
