"""Every error that a user can cause, each writing its own sentence, with its exit code.

Exit codes: 0 fine, 1 findings, 2 usage, 3 bad seed, 4 store unavailable.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FINDINGS, USAGE, BAD_SEED, UNAVAILABLE, INTERRUPTED = 1, 2, 3, 4, 130


def visible(typed: object) -> str:
    """What a person typed, with control, format and broken characters shown as escapes."""
    return "".join(
        character.encode("unicode_escape").decode("ascii")
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        else character
        for character in str(typed)
    )


class SscbError(Exception):
    """The base of every error that is shown as a sentence instead of a traceback."""

    exit_code = USAGE


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in a seed folder: where it stands, what is wrong and what to do.

    ``row`` counts as Excel shows it, the header being row 1; 0 means the file as a whole.
    """

    file: str
    row: int
    column: str
    sentence: str

    def __str__(self) -> str:
        row = f", row {self.row}" if self.row else ""
        column = f", column {visible(self.column)}" if self.column else ""
        return f"{visible(self.file)}{row}{column}: {self.sentence}"


class SeedError(SscbError):
    """A seed folder cannot be read: every fault found, none loaded."""

    exit_code = BAD_SEED

    def __init__(self, folder: Path | str, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        count = "1 fault" if len(self.faults) == 1 else f"{len(self.faults)} faults"
        lines = "".join(f"\n  {fault}" for fault in self.faults)
        super().__init__(f"The seed in {visible(folder)} was not loaded: {count}.{lines}")


class OldFolder(SscbError):
    """A folder holds a plan in the form of an earlier version, which is to be converted."""

    exit_code = BAD_SEED

    def __init__(self, folder: Path | str) -> None:
        self.folder = folder
        shown = visible(folder)
        shown = f'"{shown}"' if " " in shown else shown
        super().__init__(
            f"The plan in {shown} was made for an earlier version: convert it with 'sscb upgrade {shown}', "
            "which keeps a copy of the folder beside it."
        )


class NoSeed(SscbError):
    """A folder holds no plan."""

    exit_code = BAD_SEED

    def __init__(self, folder: Path | str) -> None:
        self.folder = folder
        super().__init__(f"There is no plan in {visible(folder)}: plan.csv is missing.")


class SeveralPlans(SscbError):
    """More than one plan is there and none was chosen."""

    def __init__(self, plans: Sequence[str]) -> None:
        self.plans = tuple(plans)
        listed = ", ".join(visible(plan) for plan in plans)
        super().__init__(f"Several plans are here: {listed}.")


class UnknownPlan(SscbError):
    """No plan here has the id."""

    def __init__(self, plan: str, plans: Sequence[str]) -> None:
        self.plan, self.plans = plan, tuple(plans)
        listed = ", ".join(visible(known) for known in plans) or "none"
        super().__init__(f"There is no plan '{visible(plan)}' here. The plans here: {listed}.")


class UnknownName(SscbError):
    """What was typed names nothing in the plan."""

    def __init__(self, typed: str, wanted: str, nearest: Sequence[str]) -> None:
        guess = f" Did you mean {' or '.join(repr(visible(name)) for name in nearest)}?" if nearest else ""
        super().__init__(
            f"No {wanted} in the plan is called '{visible(typed)}'.{guess} Search every text with 'sscb search WORD'."
        )


class UnknownNumber(SscbError):
    """What was typed is not the number of a recommendation or priority; the first and last numbers are told."""

    def __init__(self, typed: str, wanted: str, first: str, last: str) -> None:
        super().__init__(
            f"No {wanted} in the plan is called '{visible(typed)}': the numbers go from {first} to {last}. "
            "Search every text with 'sscb search WORD'."
        )


class AmbiguousName(SscbError):
    """What was typed fits several things; the candidates are listed."""

    def __init__(self, typed: str, wanted: str, candidates: Sequence[str]) -> None:
        listed = "; ".join(visible(name) for name in candidates)
        super().__init__(f"'{visible(typed)}' fits more than one {wanted}: {listed}. Type one of these in full.")


class BadValue(SscbError):
    """A value given on the command line does not have the form that its parameter wants."""

    def __init__(self, parameter: str, typed: str, wanted: str) -> None:
        super().__init__(f"'{visible(typed)}' does not do for {parameter}: {wanted}.")


class UnknownQuestion(SscbError):
    """No question has this name."""

    def __init__(self, typed: str, nearest: Sequence[str]) -> None:
        guess = f" Did you mean {' or '.join(repr(name) for name in nearest)}?" if nearest else ""
        super().__init__(f"There is no question '{visible(typed)}'.{guess} List them with 'sscb questions'.")


class BadParameters(SscbError):
    """A question was given parameters that it does not take, or not those that it needs."""

    def __init__(self, question: str, problem: str, takes: Sequence[str]) -> None:
        listed = ", ".join(takes) or "none"
        super().__init__(
            f"The question '{question}' {problem}. It takes: {listed}. See 'sscb questions show {question}'."
        )


class BadQuestionFile(SscbError):
    """A .cypher file cannot be read as a question: a defect of the installation."""

    def __init__(self, file: Path | str, line: int, problem: str) -> None:
        super().__init__(f"{file}, line {line}: {problem}")


class CannotWrite(SscbError):
    """A file or folder cannot be written."""

    def __init__(self, path: Path | str, problem: str) -> None:
        super().__init__(f"Cannot write {visible(path)}: {problem}.")


class NoEngine(SscbError):
    """What draws pictures is not there."""

    def __init__(self, why: str) -> None:
        super().__init__(f"Nothing can be drawn: {why}.")


class EngineFailed(SscbError):
    """What draws pictures gave up."""

    def __init__(self, engine: str, said: str) -> None:
        first = next((line for line in said.splitlines() if line.strip()), "it gave no reason")
        super().__init__(f"{engine} could not draw this picture: {visible(first)}.")


class StoreError(SscbError):
    """The shared store cannot answer, load or unload: what happened, and what to do next."""

    exit_code = UNAVAILABLE


class NoServer(StoreError):
    """No server answers at the address."""

    def __init__(self, address: str, problem: str) -> None:
        super().__init__(
            f"No Neo4j server answers at {address} ({problem}). "
            "Start it, or set SSCB_NEO4J_URI; the plan's own folder answers without --store."
        )


class BadLogin(StoreError):
    """The server refuses the user or the password."""

    def __init__(self, address: str, user: str) -> None:
        super().__init__(
            f"The Neo4j server at {address} refuses the login of '{visible(user)}'. "
            "Correct SSCB_NEO4J_USER and SSCB_NEO4J_PASSWORD."
        )


class NoPassword(StoreError):
    """No password was given in the environment."""

    def __init__(self) -> None:
        super().__init__(
            "SSCB_NEO4J_PASSWORD is not set. Set it in the environment; a password never goes on the command line."
        )


class NoDatabase(StoreError):
    """The server has no database of this name."""

    def __init__(self, address: str, database: str) -> None:
        super().__init__(
            f"The Neo4j server at {address} has no database '{visible(database)}'. Correct SSCB_NEO4J_DATABASE."
        )


class Untrusted(StoreError):
    """The server's certificate is not signed by anybody this machine trusts, or the server does not speak TLS."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"The certificate of the Neo4j server at {address} is not trusted, or it does not speak TLS. "
            "Have it signed by an authority that this machine trusts; only for a test, use neo4j+ssc:// in place of neo4j+s://."
        )


class TimedOut(StoreError):
    """The server took longer than it was given."""

    def __init__(self, address: str, waited_for: str, seconds: float) -> None:
        super().__init__(
            f"The Neo4j server at {address} did not finish {waited_for} in {seconds:g} seconds. "
            "Try again, or give it longer with SSCB_NEO4J_TIMEOUT (seconds)."
        )


class LostServer(StoreError):
    """The server went away in the middle; nothing is half done."""

    def __init__(self, address: str, doing: str) -> None:
        super().__init__(
            f"The connection to the Neo4j server at {address} was lost while {doing}. "
            "Nothing is half done: what was there before is there whole, or the new plan is. Run the command again."
        )


class Clash(StoreError):
    """What is to be written breaks a constraint of the database, or hangs together with other people's data."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"{problem} Nothing was written.")


class NotLoaded(StoreError):
    """No plan, or not this one, is in the database."""

    def __init__(self, address: str, plans: Sequence[str], plan: str | None = None) -> None:
        which = f"The plan '{visible(plan)}' is not" if plan else "No plan is"
        listed = f" Loaded: {', '.join(visible(one) for one in plans)}." if plans else ""
        super().__init__(f"{which} in the Neo4j database at {address}.{listed} Load one with 'sscb load [DIR]'.")


class OldSchema(StoreError):
    """The plan was loaded by another version of sscb-graph, whose graph differs."""

    def __init__(self, plan: str, found: object, wanted: int) -> None:
        super().__init__(
            f"The plan '{visible(plan)}' was loaded by another version of sscb-graph (its schema is {found}, "
            f"this version's is {wanted}). Load it again with 'sscb load'."
        )


class ServerRefused(StoreError):
    """The server refuses a statement, in its own words."""

    def __init__(self, doing: str, problem: str) -> None:
        super().__init__(f"The Neo4j server refused {doing}: {problem}")


class Damaged(StoreError):
    """What the database holds under a plan cannot have been loaded by sscb-graph."""

    def __init__(self, address: str, plan: str, problem: str) -> None:
        super().__init__(
            f"The plan '{visible(plan)}' in the Neo4j database at {address} is damaged: {problem}. "
            "Somebody has changed it there. Unload it, and load it again."
        )
