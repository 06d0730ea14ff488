"""Asks a question and prints the answer, as most commands do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import click

from sscb_graph.cli.options import AnswerOptions
from sscb_graph.cli.printing import print_page, print_text
from sscb_graph.cli.settings import Settings, as_typed
from sscb_graph.formats import FORMATS, format_answer
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.asking import Reading, ask

NextSteps = Callable[[Answer], Sequence[str]] | Sequence[str]


class Answered(NamedTuple):
    """An answer, and the commands to suggest after it."""

    answer: Answer
    next_steps: Sequence[str] = ()


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
    with settings.open() as plan:
        answer = plan.read(
            lambda reading: ask(reading, question, typed, how.bases, only=only or {}), doing="answering the question"
        )
    show_answer(answer, how, next_steps(answer) if callable(next_steps) else next_steps)


def print_answers(settings: Settings, answer: Callable[[Reading], Sequence[Answered]], how: AnswerOptions) -> None:
    """Prints the answers that are found in one reading of the plan."""
    with settings.open() as plan:
        found = plan.read(answer, doing="answering the question")
    show_answers(found, how)


def show_answer(answer: Answer, how: AnswerOptions, next_steps: Sequence[str] = ()) -> None:
    """Prints an answer as its options say: a page for people, or the whole of it in another format."""
    show_answers([Answered(answer, next_steps)], how)


def show_answers(found: Sequence[Answered], how: AnswerOptions) -> None:
    """Prints answers, one below the other; JSON holds several as a list. Raises UsageError for several as CSV."""
    if len(found) > 1 and how.form == "csv":
        raise click.UsageError(f"CSV holds a single table, and these are {len(found)} answers: ask for each by itself.")
    texts = [format_answer(each.answer, how.form, as_typed(each.next_steps), full=how.full) for each in found]
    if len(found) > 1 and how.form == "json":
        print_text(f"[{', '.join(texts)}]")
    elif how.form == FORMATS[0]:
        print_page("\n\n\n".join(texts), "\n".join(each.answer.headline for each in found))
    else:
        print_text("\n\n".join(texts))
