"""Asks a question and prints the answer, as most commands do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from sscb_graph.cli.options import AnswerOptions
from sscb_graph.cli.output import Output
from sscb_graph.cli.printing import print_page, print_text
from sscb_graph.cli.settings import Settings, as_typed
from sscb_graph.formats import PICTURED, format_answer
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.asking import Reading, ask

if TYPE_CHECKING:
    from sscb_graph.formats.page import PagePicture
    from sscb_graph.pictures.picture import Picture

NextSteps = Callable[[Answer], Sequence[str]] | Sequence[str]


class Answered(NamedTuple):
    """An answer, the commands to suggest after it, and its picture, if it is to go where one can be shown."""

    answer: Answer
    next_steps: Sequence[str] = ()
    picture: Picture | None = None


#: Under which name a context holds where the answers of a pack go.
COLLECTED = "sscb_graph.collected"


@dataclass
class Collected:
    """The answers of a pack, found one after another instead of being printed, and where they go."""

    output: Output
    found: list[Answered] = field(default_factory=list)


def print_answer(
    settings: Settings,
    question: str,
    typed: Mapping[str, Any],
    how: AnswerOptions,
    next_steps: NextSteps = (),
    *,
    only: Mapping[str, str] | None = None,
) -> None:
    """Asks a question and prints its answer; ``next_steps`` are commands to suggest, or a function of the answer.

    ``only`` holds what columns must say for a row to be kept.
    """

    def answer(reading: Reading) -> list[Answered]:
        found = ask(reading, question, typed, how.bases, only=only or {})
        return [Answered(found, next_steps(found) if callable(next_steps) else next_steps)]

    print_answers(settings, answer, how)


def print_answers(settings: Settings, answer: Callable[[Reading], Sequence[Answered]], how: AnswerOptions) -> None:
    """Prints the answers that are found in one reading of the plan."""
    with settings.open() as plan:
        found = plan.read(lambda reading: _pictured(reading, answer(reading), how), doing="answering the question")
    show_answers(found, how)


def _pictured(reading: Reading, found: Sequence[Answered], how: AnswerOptions) -> Sequence[Answered]:
    """The answers with their pictures, read together with them, where they go into a file that shows any."""
    collected = _collected(how)
    output = collected.output if collected else how.output
    if not output.to_file or output.form not in PICTURED:
        return found
    from sscb_graph.cli.page_pictures import picture_of

    return [each._replace(picture=picture_of(reading, each.answer, how.bases)) for each in found]


def show_answer(answer: Answer, how: AnswerOptions, next_steps: Sequence[str] = ()) -> None:
    """Prints an answer as its options say: a page for people, or the whole of it in another format."""
    show_answers([Answered(answer, next_steps)], how)


def show_answers(found: Sequence[Answered], how: AnswerOptions) -> None:
    """Prints answers, one below the other, or writes them into a file; JSON holds several as a list.

    Raises UsageError for several as CSV.
    """
    if collected := _collected(how):
        collected.found.extend(found)
        return
    if how.output.to_file:
        write_answers(found, how.output)
        return
    form = how.output.form
    _check_several(found, form)
    if len(found) > 1 and form == "json":
        from sscb_graph.formats.json import json_text

        print_text(json_text([each.answer for each in found]))
        return
    texts = [format_answer(each.answer, form, as_typed(each.next_steps), full=how.full) for each in found]
    if how.output.on_screen:
        print_page("\n\n\n".join(texts), "\n".join(each.answer.headline for each in found))
    else:
        print_text("\n\n".join(texts))


def write_answers(found: Sequence[Answered], output: Output, title: str = "") -> None:
    """Writes answers into a file, each with its picture, under a title."""
    from sscb_graph.formats.files import file_bytes

    _check_several(found, output.form)
    pictures: list[PagePicture | None] = [None] * len(found)
    if any(each.picture for each in found):
        from sscb_graph.cli.page_pictures import drawn

        pictures = [drawn(each.picture, output.form) if each.picture else None for each in found]
    answers = [each.answer for each in found]
    output.write(file_bytes(output.form, answers, pictures, title=title, template=output.read_template()))


def _check_several(found: Sequence[Answered], form: str) -> None:
    if len(found) > 1 and form == "csv":
        raise click.UsageError(f"CSV holds a single table, and these are {len(found)} answers: ask for each by itself.")


def _collected(how: AnswerOptions) -> Collected | None:
    """Where the answers of a pack go; None outside of any. Raises UsageError for a file of its own within a pack."""
    collected: Collected | None = click.get_current_context().meta.get(COLLECTED)
    if collected and how.output != Output():
        raise click.UsageError("A question of a pack has no file and no format of its own: they are those of the pack.")
    return collected
