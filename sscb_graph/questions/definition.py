"""A named question: a ``.cypher`` file that says which part of the graph it needs, and a module that answers it.

The file declares the name, a description, the parameters and how people ask it in its header. Its Cypher matches facts
and returns nodes and relationships as they are; the module of the same name declares the columns and makes rows of
them. So bases, reasons, grouping and sentences are written once, for both stores.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

from sscb_graph.errors import BadQuestionFile, UnknownQuestion
from sscb_graph.questions.parameters import KINDS, Parameter
from sscb_graph.questions.phrasing import Phrasing
from sscb_graph.resources import questions_folder

if TYPE_CHECKING:
    from sscb_graph.graph.view import GraphView
    from sscb_graph.questions.brief import Brief
    from sscb_graph.questions.columns import Columns
    from sscb_graph.questions.rows import Row

#: Parameters that the Cypher of every question may use without declaring them: the plan, and the bases that count.
IMPLICIT = ("plan", "basis")

#: The note of an answer without rows, unless its question has a better one.
NOTHING = "The plan does not say: nothing in it answers this."

_FIRST_LINE = "CYPHER 5"
_HEADER = re.compile(r"// (name|description|parameter): (.+)")
_ASK = "// ask: "
_PARAMETER = re.compile(r"(\w+) \((\w+)([?*]?)\) (.+?) \| example: (.+)")
_USED = re.compile(r"\$(\w+)")


class QuestionModule(Protocol):
    """What the module of a question holds.

    ``headline(view, rows, parameters)`` is the answer in one to three sentences, each figure counted from the rows;
    "" where the first of the notes is the answer, as it is where the plan does not say.

    It may also hold ``notes(view, rows, parameters)``, which returns the sentences that belong beside the rows;
    without it, an answer without rows carries NOTHING. ``brief(view, rows, parameters)`` returns the table of a brief
    page where the usual columns are not what people want first, and ``title(view, parameters)`` the heading of a page
    where the description of the question and the names of what it asks about are not enough.
    """

    COLUMNS: Columns
    rows: Callable[..., list[Row]]
    headline: Callable[[GraphView, list[Row], dict[str, Any]], str]


class Question:
    """A named question: its description, its parameters, its Cypher and the module that answers it.

    ``phrasings`` are the ways in which people ask it; see ``Phrasing``.
    """

    __slots__ = ("cypher", "description", "file", "name", "parameters", "phrasings")

    def __init__(
        self,
        name: str,
        description: str,
        parameters: tuple[Parameter, ...],
        cypher: str,
        file: Path,
        phrasings: tuple[Phrasing, ...] = (),
    ) -> None:
        self.name = name
        self.description = description
        self.parameters = parameters
        self.cypher = cypher
        self.file = file
        self.phrasings = phrasings

    @property
    def module(self) -> QuestionModule:
        """The module that answers it, imported on first use: an answer needs few of them."""
        found = import_module(f"sscb_graph.questions.named.{self.name.replace('-', '_')}")
        return cast("QuestionModule", found)

    @property
    def columns(self) -> Columns:
        """The columns of its answer."""
        return self.module.COLUMNS

    def rows(self, view: GraphView, parameters: dict[str, Any]) -> list[Row]:
        """The rows of its answer: a cell per column, and under ABOUT the ids of what the row is about."""
        return self.module.rows(view, **parameters)

    def notes(self, view: GraphView, rows: list[Row], parameters: dict[str, Any]) -> list[str]:
        """The sentences that belong beside the rows of its answer."""
        own = getattr(self.module, "notes", None)
        if own is None:
            return [] if rows else [NOTHING]
        return list(own(view, rows, parameters))

    def headline(self, view: GraphView, rows: list[Row], parameters: dict[str, Any]) -> str:
        """The answer in one to three sentences; what the notes first say, where its module leaves it to them."""
        return self.module.headline(view, rows, parameters) or next(iter(self.notes(view, rows, parameters)), NOTHING)

    def brief(self, view: GraphView, rows: list[Row], parameters: dict[str, Any]) -> Brief | None:
        """The table of a brief page; None where the usual columns serve."""
        own = getattr(self.module, "brief", None)
        return own(view, rows, parameters) if own else None

    def title(self, view: GraphView, parameters: dict[str, Any]) -> str:
        """The heading of a page; "" where the description and the names of what is asked about serve."""
        own = getattr(self.module, "title", None)
        return str(own(view, parameters)) if own else ""


@cache
def find_question(name: str) -> Question:
    """The question with a name; raises UnknownQuestion with the nearest names, or BadQuestionFile."""
    file = questions_folder() / f"{name}.cypher"
    if not re.fullmatch(r"[a-z][a-z-]{0,60}", name) or not file.is_file():
        from sscb_graph.questions.likeness import nearest  # only needed for the error

        raise UnknownQuestion(name, nearest(name, [path.stem for path in _files()]))
    return parse(file, file.read_text(encoding="utf-8"))


def all_questions() -> list[Question]:
    """Every question, sorted by name; raises BadQuestionFile."""
    return [find_question(file.stem) for file in _files()]


def _files() -> list[Path]:
    return sorted(questions_folder().glob("*.cypher"))


def parse(file: Path, text: str) -> Question:
    """Parses the text of a question's file; raises BadQuestionFile with the line at fault."""
    lines = text.splitlines()
    if not lines or lines[0] != _FIRST_LINE:
        raise BadQuestionFile(file, 1, f"the first line must be '{_FIRST_LINE}'")
    head = list(takewhile(lambda line: line.startswith("//"), lines[1:]))
    numbered = list(enumerate(head, 2))
    header, parameters = _header(file, [pair for pair in numbered if not pair[1].startswith(_ASK)])
    asked = [(number, line.removeprefix(_ASK)) for number, line in numbered if line.startswith(_ASK)]
    phrasings = tuple(_phrasing(file, number, words, parameters) for number, words in asked)
    after = len(head) + 2
    for key in ("name", "description"):
        if key not in header:
            raise BadQuestionFile(file, after, f"the header has no '{key}'")
    if header["name"] != file.stem:
        raise BadQuestionFile(file, after, f"the name '{header['name']}' is not that of the file")
    body = "\n".join(lines[len(head) + 1 :]).strip()
    if not body:
        raise BadQuestionFile(file, after, "the question has no Cypher")
    for problem in _disagreements(body, parameters):
        raise BadQuestionFile(file, after, problem)
    return Question(header["name"], header["description"], tuple(parameters), text, file, phrasings)


def _header(file: Path, lines: list[tuple[int, str]]) -> tuple[dict[str, str], list[Parameter]]:
    header: dict[str, str] = {}
    parameters: list[Parameter] = []
    for number, line in lines:
        if not (found := _HEADER.fullmatch(line)):
            wanted = "'// name: ', '// description: ', '// parameter: ' or '// ask: '"
            raise BadQuestionFile(file, number, f"a header line is {wanted}")
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
        raise BadQuestionFile(
            file, number, "a parameter is 'NAME (KIND) what it is | example: VALUE', with ? or * after KIND"
        )
    parameter = Parameter(*found.groups())
    if parameter.kind not in KINDS:
        raise BadQuestionFile(file, number, f"'{parameter.kind}' is not a kind: {', '.join(KINDS)}")
    if parameter.name in IMPLICIT or any(other.name == parameter.name for other in known):
        raise BadQuestionFile(file, number, f"the parameter '{parameter.name}' is given twice")
    return parameter


def _phrasing(file: Path, number: int, words: str, parameters: list[Parameter]) -> Phrasing:
    phrasing = Phrasing.parse(words)
    names = {parameter.name for parameter in parameters}
    if unknown := sorted(set(phrasing.values) - names):
        raise BadQuestionFile(file, number, f"the parameter '{unknown[0]}' is not declared")
    kinds = [parameter.kind for parameter in parameters if parameter.name not in phrasing.values]
    if wrong := next((slot for slot in phrasing.slots if phrasing.slots.count(slot) > kinds.count(slot)), None):
        raise BadQuestionFile(file, number, f"no parameter is of the kind '{wrong}' that '{{{wrong}}}' stands for")
    return phrasing


def _disagreements(body: str, parameters: list[Parameter]) -> Iterator[str]:
    used = set(_USED.findall(body))
    declared = {parameter.name for parameter in parameters}
    if undeclared := sorted(used - declared - set(IMPLICIT)):
        yield f"these parameters are used and not declared: {', '.join(undeclared)}"
    if unused := sorted(declared - used):
        yield f"these parameters are declared and not used: {', '.join(unused)}"
    if "plan" not in used:
        yield "the Cypher does not choose a plan by $plan"
