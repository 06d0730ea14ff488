"""The errors that a user may meet: each holds its values, writes its own sentence and has an exit code.

A sentence says what is wrong and names no option, command or environment variable: what to do about it depends on the
front that shows it, which finds the values in the error's attributes. Only faults in a plan's files say what to
write in a cell, since a cell is the same everywhere. Those of the shared store are in errors_of_store.py.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

#: Exit codes; 0 is fine. DEFECT is EX_SOFTWARE of sysexits.h, INTERRUPTED what a shell reports after Ctrl-C.
FINDINGS, USAGE, BAD_SEED, UNAVAILABLE, NOT_DONE, DEFECT, INTERRUPTED = 1, 2, 3, 4, 5, 70, 130

#: The most characters of a cell that a fault shows; a cell may hold millions by mistake.
_SHOWN = 600
#: The most words that a sentence lists.
_LISTED = 12


def visible(typed: object) -> str:
    """A typed text with its control, format and unpaired surrogate characters, and what is no character, as escapes."""
    return "".join(
        character.encode("unicode_escape").decode("ascii")
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} or ord(character) & 0xFFFE == 0xFFFE
        else character
        for character in str(typed)
    )


def shown(cell: object) -> str:
    """A cell, or a sentence about it, as a fault shows it: visible, and without its middle where that is very long."""
    text = str(cell)
    return visible(text if len(text) <= _SHOWN else f"{text[: _SHOWN // 2]} ... {text[-_SHOWN // 2 :]}")


def listed(words: Sequence[object]) -> str:
    """Some words in a sentence: the first of them, and how many more there are."""
    more = f" and {len(words) - _LISTED} more" if len(words) > _LISTED else ""
    return f"{', '.join(map(visible, words[:_LISTED]))}{more}"


class SscbError(Exception):
    """The base of every error that is shown as a sentence instead of a traceback."""

    exit_code = USAGE


# -- a plan's folder


@dataclass(frozen=True, order=True)
class Fault:
    """What is wrong in a plan's folder: where it is, what it is and what to do.

    ``row`` counts as Excel shows it, the header being row 1; 0 means the file as a whole.
    """

    file: str
    row: int
    column: str
    sentence: str

    def __str__(self) -> str:
        row = f", row {self.row}" if self.row else ""
        column = f", column {shown(self.column)}" if self.column else ""
        return f"{visible(self.file)}{row}{column}: {self.sentence}"


class SeedError(SscbError):
    """A plan's folder cannot be read: every fault found, none loaded."""

    exit_code = BAD_SEED

    def __init__(self, folder: Path | str, faults: Sequence[Fault]) -> None:
        self.folder = folder
        self.faults = tuple(faults)
        count = "1 fault" if len(self.faults) == 1 else f"{len(self.faults)} faults"
        lines = "".join(f"\n  {fault}" for fault in self.faults)
        super().__init__(f"The seed in {visible(folder)} was not loaded: {count}.{lines}")


class ProposalError(SscbError):
    """A proposal cannot be rehearsed: every fault found, nothing applied."""

    exit_code = BAD_SEED

    def __init__(self, name: str, faults: Sequence[Fault]) -> None:
        self.name = name
        self.faults = tuple(faults)
        count = "1 fault" if len(self.faults) == 1 else f"{len(self.faults)} faults"
        lines = "".join(f"\n  {fault}" for fault in self.faults)
        super().__init__(f"The proposal in {visible(name)} was not applied: {count}.{lines}")


class OldFolder(SscbError):
    """A folder holds a plan in the form of an earlier version, which is to be converted."""

    exit_code = BAD_SEED

    def __init__(self, folder: Path | str) -> None:
        self.folder = folder
        super().__init__(f"The plan in {visible(folder)} was made for an earlier version.")


class NoSeed(SscbError):
    """A folder holds no plan."""

    exit_code = BAD_SEED

    def __init__(self, folder: Path | str) -> None:
        self.folder = folder
        super().__init__(f"There is no plan in {visible(folder)}: plan.csv is missing.")


class SeveralPlans(SscbError):
    """The folder or database holds several plans, and none was chosen."""

    def __init__(self, plans: Sequence[str]) -> None:
        self.plans = tuple(plans)
        super().__init__(f"Several plans are here: {listed(plans)}.")


class UnknownPlan(SscbError):
    """No plan here has the id."""

    def __init__(self, plan: str, plans: Sequence[str]) -> None:
        self.plan, self.plans = plan, tuple(plans)
        super().__init__(f"There is no plan '{visible(plan)}' here. The plans here: {listed(plans) or 'none'}.")


# -- names and values


class UnknownName(SscbError):
    """What was typed names nothing in the plan."""

    def __init__(self, typed: str, wanted: str, nearest: Sequence[str]) -> None:
        self.typed, self.wanted, self.nearest = typed, wanted, tuple(nearest)
        super().__init__(f"No {wanted} in the plan is called '{visible(typed)}'.{_guess(nearest)}")


class UnknownNumber(SscbError):
    """What was typed is not the number of a recommendation or priority; the known numbers are listed.

    ``printed`` says how many of the numbers the plan itself prints, where they are those of a report.
    """

    def __init__(self, typed: str, wanted: str, numbers: Sequence[str], printed: int | None = None) -> None:
        self.typed, self.wanted, self.numbers = typed, wanted, tuple(numbers)
        if numbers == [str(number) for number in range(1, len(numbers) + 1)]:
            known = f"the numbers {'of the report ' if printed is not None else ''}go from 1 to {len(numbers)}"
        else:
            known = f"the numbers are {listed(numbers)}"
        known += f", and the plan prints {printed} of them" if printed is not None else ""
        where = " in the plan" if printed is None else ""
        super().__init__(f"No {wanted}{where} is called '{visible(typed)}': {known}.")


class UnknownReport(SscbError):
    """What was typed is not the word of any report of the plan; the plan's own words are listed."""

    def __init__(self, typed: str, words: Sequence[str]) -> None:
        self.typed, self.words = typed, tuple(words)
        listed = ", ".join(visible(word) for word in words) or "none"
        super().__init__(f"No report in the plan is called '{visible(typed)}'. The reports of the plan: {listed}.")


class AmbiguousName(SscbError):
    """What was typed fits several things; the candidates are listed."""

    def __init__(self, typed: str, wanted: str, candidates: Sequence[str]) -> None:
        self.typed, self.wanted, self.candidates = typed, wanted, tuple(candidates)
        listed = "; ".join(visible(name) for name in candidates)
        super().__init__(f"'{visible(typed)}' fits more than one {wanted}: {listed}.")


class BadValue(SscbError):
    """A value does not have the form that its parameter needs."""

    def __init__(self, parameter: str, typed: str, wanted: str) -> None:
        self.parameter, self.typed, self.wanted = parameter, typed, wanted
        super().__init__(f"'{visible(typed)}' does not do for {parameter}: {wanted}.")


class NotInPicture(SscbError):
    """The whole picture has no box for a body, so no part of it can begin there."""

    def __init__(self, body: str) -> None:
        self.body = body
        super().__init__(f"The picture does not draw '{visible(body)}'.")


# -- questions


class ClosedPlan(SscbError):
    """A plan was read after it was closed."""

    def __init__(self) -> None:
        super().__init__("The plan is closed: open it again to ask it.")


class UnknownQuestion(SscbError):
    """No question has this name."""

    def __init__(self, typed: str, nearest: Sequence[str]) -> None:
        self.typed, self.nearest = typed, tuple(nearest)
        super().__init__(f"There is no question '{visible(typed)}'.{_guess(nearest)}")


class NotUnderstood(SscbError):
    """A question in plain words may mean several things, or none that can be answered; the nearest are listed."""

    def __init__(self, typed: str, nearest: Sequence[str]) -> None:
        self.typed, self.nearest = typed, tuple(nearest)
        listed = "".join(f"\n  {line}" for line in nearest)
        super().__init__(f"'{visible(typed)}' is not understood for sure. The nearest that can be asked:{listed}")


class BadParameters(SscbError):
    """A question was given parameters that it does not take, or not those that it needs."""

    def __init__(self, question: str, problem: str, takes: Sequence[str]) -> None:
        self.question, self.problem, self.takes = question, problem, tuple(takes)
        super().__init__(f"The question '{question}' {problem}. It takes: {', '.join(takes) or 'none'}.")


# -- what could not be done


class CouldNotBeDone(SscbError):
    """The base of failures of a valid command: the system, an engine or the installation let it down."""

    exit_code = NOT_DONE


class BadQuestionFile(CouldNotBeDone):
    """A .cypher file cannot be read as a question: a defect of the installation."""

    def __init__(self, file: Path | str, line: int, problem: str) -> None:
        self.file, self.line, self.problem = file, line, problem
        super().__init__(f"{file}, line {line}: {problem}.")


class BrokenInstallation(CouldNotBeDone):
    """A part of the program or of a library that it needs is missing."""

    def __init__(self, problem: str) -> None:
        self.problem = problem
        super().__init__(f"The installation is not whole: {visible(problem)}.")


class CannotWrite(CouldNotBeDone):
    """The system does not let a file, a folder or the output be written."""

    def __init__(self, path: Path | str, problem: str) -> None:
        self.path, self.problem = path, problem
        super().__init__(f"Cannot write {visible(path)}: {problem}.")


class PlaceTaken(SscbError):
    """The place to write to is already taken by something else."""

    def __init__(self, path: Path | str, problem: str) -> None:
        self.path, self.problem = path, problem
        super().__init__(f"Cannot write {visible(path)}: {problem}.")


class BadPack(SscbError):
    """A file that should list the questions of a pack does not."""

    def __init__(self, path: Path | str, problem: str) -> None:
        self.path, self.problem = path, problem
        super().__init__(f"Cannot read {visible(path)}: {visible(problem)}.")


class ReadBetweenLoads(CouldNotBeDone):
    """A plan was changed while several answers about it were read."""

    def __init__(self) -> None:
        super().__init__("The plan was changed while it was read: nothing is written. Try again.")


class BadTemplate(SscbError):
    """The document whose styles are to be used is none, or cannot be read."""

    def __init__(self, problem: str) -> None:
        self.problem = problem
        super().__init__(f"The template cannot be used: it is {problem}.")


class SystemRefused(CouldNotBeDone):
    """The system refuses to read or do something, in its own words; ``path`` is None where it names no file."""

    def __init__(self, path: Path | str | None, problem: str) -> None:
        self.path, self.problem = path, problem
        super().__init__(f"The system refuses{f' {visible(path)}' if path else ''}: {visible(problem)}.")


class TooManyRows(CouldNotBeDone):
    """An answer has more rows than a form of file can hold; ``sheet`` names it, and ``most`` is how many it can."""

    def __init__(self, sheet: str, rows: int, most: int) -> None:
        self.sheet, self.rows, self.most = sheet, rows, most
        super().__init__(f"'{visible(sheet)}' has {rows:,} rows, and a sheet of Excel holds {most:,} lines at most.")


class NoEngine(CouldNotBeDone):
    """The engine that draws pictures is missing."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(f"Nothing can be drawn: {why}.")


class EngineFailed(CouldNotBeDone):
    """The engine gave up; ``output`` is all that it printed, of which the sentence shows the first line."""

    def __init__(self, engine: str, output: str) -> None:
        self.engine, self.output = engine, output
        first = next((line for line in output.splitlines() if line.strip()), "it gave no reason")
        super().__init__(f"{engine} could not draw this picture: {visible(first)}.")


class NoTypesetter(CouldNotBeDone):
    """The library that makes PDF is missing."""

    def __init__(self) -> None:
        super().__init__(
            "No PDF can be made on this machine, since the package typst, which has no build for some machines, is "
            "missing: an answer can be a Word or HTML file, and a picture SVG or PNG."
        )


class CannotTypeset(CouldNotBeDone):
    """The library that makes PDF gave up."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(f"This PDF could not be made: {visible(why)}.")


def _guess(nearest: Sequence[str]) -> str:
    """The nearest names as a question, with a space before it; "" where there are none."""
    return f" Did you mean {' or '.join(repr(visible(name)) for name in nearest)}?" if nearest else ""
