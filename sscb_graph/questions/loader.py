"""Reads the ``.cypher`` files: one named question each, its header parsed to a frozen record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path

from sscb_graph.errors import BadQuestionFile, UnknownQuestion
from sscb_graph.resources import questions_folder

#: What a parameter may be; each is resolved from what a person typed before a question is asked.
PARAMETER_TYPES = ("action", "body", "day", "ids", "ofsted", "peer", "text", "thing", "types")
#: Parameters that every question has without declaring them: the plan, and the bases that count.
IMPLICIT = ("plan", "basis")

_FIRST_LINE = "CYPHER 5"
_HEADER = re.compile(r"// (name|description|parameter|columns): (.+)")
_PARAMETER = re.compile(r"(\w+) \((\w+)\) (.+?) \| example: (.+)")
_USED = re.compile(r"\$(\w+)")


@dataclass(frozen=True)
class Parameter:
    """A parameter of a question: what it is, its type and a value that works on the shipped plan."""

    name: str
    kind: str
    description: str
    example: str


@dataclass(frozen=True)
class Question:
    """A named question: its Cypher, what it needs and what it answers with."""

    name: str
    description: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    cypher: str
    file: Path

    @property
    def module(self) -> str:
        """The module of its twin over the embedded graph."""
        return f"sscb_graph.questions.twins.{self.name.replace('-', '_')}"


@cache
def question(name: str) -> Question:
    """The question of a name; raises UnknownQuestion with the nearest names."""
    file = questions_folder() / f"{name}.cypher"
    if not re.fullmatch(r"[a-z][a-z-]*", name) or not file.is_file():
        from sscb_graph.names import nearest

        raise UnknownQuestion(name, nearest(name, [path.stem for path in _files()]))
    return parse(file, file.read_text(encoding="utf-8"))


def all_questions() -> list[Question]:
    """Every question, by name."""
    return [question(file.stem) for file in _files()]


def _files() -> list[Path]:
    return sorted(questions_folder().glob("*.cypher"))


def parse(file: Path, text: str) -> Question:
    """A question from the text of its file; raises BadQuestionFile with the line at fault."""
    lines = text.splitlines()
    if not lines or lines[0] != _FIRST_LINE:
        raise BadQuestionFile(file, 1, f"the first line must be '{_FIRST_LINE}'")
    head = list(takewhile(lambda line: line.startswith("//"), lines[1:]))
    header, parameters = _header(file, head)
    after = len(head) + 2
    for key in ("name", "description", "columns"):
        if key not in header:
            raise BadQuestionFile(file, after, f"the header has no '{key}'")
    if header["name"] != file.stem:
        raise BadQuestionFile(file, after, f"the name '{header['name']}' is not that of the file")
    body = "\n".join(lines[len(head) + 1 :]).strip()
    if not body:
        raise BadQuestionFile(file, after, "the question has no Cypher")
    for problem in _disagreements(body, parameters):
        raise BadQuestionFile(file, after, problem)
    columns = tuple(column.strip() for column in header["columns"].split(","))
    return Question(header["name"], header["description"], tuple(parameters), columns, text, file)


def _header(file: Path, lines: list[str]) -> tuple[dict[str, str], list[Parameter]]:
    header: dict[str, str] = {}
    parameters: list[Parameter] = []
    for number, line in enumerate(lines, 2):
        if not (found := _HEADER.fullmatch(line)):
            raise BadQuestionFile(file, number, "a header line is '// name: ', '// description: ', ...")
        key, value = found.groups()
        if key == "parameter":
            parameters.append(_parameter(file, number, value, parameters))
        elif key in header:
            raise BadQuestionFile(file, number, f"'{key}' is given twice")
        else:
            header[key] = value
    return header, parameters


def _parameter(file: Path, number: int, value: str, known: list[Parameter]) -> Parameter:
    found = _PARAMETER.fullmatch(value)
    if not found:
        raise BadQuestionFile(file, number, "a parameter is 'NAME (TYPE) what it is | example: VALUE'")
    parameter = Parameter(*found.groups())
    if parameter.kind not in PARAMETER_TYPES:
        raise BadQuestionFile(file, number, f"'{parameter.kind}' is not a type: {', '.join(PARAMETER_TYPES)}")
    if parameter.name in IMPLICIT or any(one.name == parameter.name for one in known):
        raise BadQuestionFile(file, number, f"the parameter '{parameter.name}' is given twice")
    return parameter


def _disagreements(body: str, parameters: list[Parameter]) -> Iterator[str]:
    used = set(_USED.findall(body))
    declared = {parameter.name for parameter in parameters}
    if undeclared := sorted(used - declared - set(IMPLICIT)):
        yield f"these parameters are used and not declared: {', '.join(undeclared)}"
    if unused := sorted(declared - used):
        yield f"these parameters are declared and not used: {', '.join(unused)}"
    if "plan" not in used:
        yield "the Cypher does not choose a plan by $plan"
