"""sscb questions: the named questions, their Cypher and their answers."""

from __future__ import annotations

from dataclasses import replace

import click

from sscb_graph.cli.answering import print_answer, show_answer
from sscb_graph.cli.options import AnswerOptions, answer_options, page_options
from sscb_graph.cli.printing import print_text
from sscb_graph.cli.settings import Settings, pass_settings
from sscb_graph.errors import BadParameters, visible
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.columns import Numbers, Parameters, Text, names
from sscb_graph.questions.definition import Question, all_questions, find_question
from sscb_graph.questions.rows import Row

COLUMNS = (Text("name"), Text("description"), Parameters("parameters"), Numbers("columns"))


@click.group(invoke_without_command=True)
@page_options
@click.pass_context
def questions(context: click.Context, how: AnswerOptions) -> None:
    """List the named questions; show the Cypher of a question, or run it.

    \b
    Example:
      sscb questions
    """
    if context.invoked_subcommand is not None:
        return
    with context.ensure_object(Settings).open() as plan:
        origin = plan.origin
    rows = [_row(question) for question in all_questions()]
    heading = "The named questions: each is a .cypher file and a Python module of the same name."
    steps = ["sscb questions show reports-to", 'sscb questions run reports-to -p body="Business Group"']
    answer = Answer(
        "questions", {}, COLUMNS, rows, origin, headline=f"There are {len(rows)} named questions.", heading=heading
    )
    show_answer(answer, replace(how, full=True), steps)


def _row(question: Question) -> Row:
    return {
        "name": question.name,
        "description": question.description,
        "parameters": [
            {"name": parameter.name, "description": parameter.description, "example": parameter.example}
            for parameter in question.parameters
        ],
        "columns": list(names(question.columns)),
    }


@questions.command()
@click.argument("name")
def show(name: str) -> None:
    """Print the Cypher of question NAME.

    \b
    Example:
      sscb questions show reports-to
    """
    print_text(find_question(name).cypher.rstrip("\n"))


@questions.command("run")
@click.argument("name")
@click.option("-p", "--parameter", "parameters", multiple=True, metavar="KEY=VALUE", help="A parameter; repeat it.")
@answer_options
@pass_settings
def run_question(settings: Settings, name: str, parameters: tuple[str, ...], how: AnswerOptions) -> None:
    """Run question NAME with its parameters.

    \b
    Example:
      sscb questions run reports-to -p body="Business Group"
    """
    typed = _values(find_question(name), parameters)
    # A question by its name is for those who want all of it.
    print_answer(settings, name, typed, replace(how, full=True), [f"sscb questions show {name}"])


def _values(question: Question, parameters: tuple[str, ...]) -> dict[str, str]:
    """The values of KEY=VALUE words; raises BadParameters."""
    typed: dict[str, str] = {}
    takes = [parameter.name for parameter in question.parameters]
    for parameter in parameters:
        key, equals, value = parameter.partition("=")
        if not equals:
            raise BadParameters(question.name, f"cannot read '{visible(parameter)}': write KEY=VALUE", takes)
        if key in typed:
            raise BadParameters(question.name, f"was given '{visible(key)}' twice", takes)
        typed[key] = value
    return typed
