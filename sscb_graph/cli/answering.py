"""Asks a question and prints the answer, as most commands do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sscb_graph.cli.printing import print_text
from sscb_graph.cli.settings import Settings
from sscb_graph.formats import format_answer
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.asking import ask

NextSteps = Callable[[Answer], Sequence[str]] | Sequence[str]


def print_answer(
    settings: Settings,
    question: str,
    typed: Mapping[str, Any],
    form: str,
    bases: Sequence[str],
    next_steps: NextSteps = (),
) -> None:
    """Asks a question and prints its answer; ``next_steps`` are commands to suggest, or a function of the answer."""
    with settings.open() as plan:
        answer = plan.read(lambda reading: ask(reading, question, typed, bases), doing="answering the question")
    steps = next_steps(answer) if callable(next_steps) else next_steps
    print_text(format_answer(answer, form, steps))
