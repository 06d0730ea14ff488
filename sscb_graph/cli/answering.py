"""Asks a question and prints the answer, as most commands do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sscb_graph.cli.options import AnswerOptions
from sscb_graph.cli.printing import print_page, print_text
from sscb_graph.cli.settings import Settings
from sscb_graph.formats import FORMATS, format_answer
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.asking import ask

NextSteps = Callable[[Answer], Sequence[str]] | Sequence[str]


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


def show_answer(answer: Answer, how: AnswerOptions, next_steps: Sequence[str] = ()) -> None:
    """Prints an answer as its options say: a page for people, or the whole of it in another format."""
    text = format_answer(answer, how.form, next_steps, full=how.full)
    if how.form == FORMATS[0]:
        print_page(text, answer.headline)
    else:
        print_text(text)
