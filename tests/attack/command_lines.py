"""Random command lines, right, nearly right and hostile: each ends as the contract says, and shows and writes no more.

The full count is tried in this process; as many more as PROCESSES says of it are tried as processes, as a shell starts
them.
"""

from __future__ import annotations

import os
import random
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from sscb_graph.errors import BAD_SEED, DEFECT, FINDINGS, NOT_DONE, UNAVAILABLE, USAGE
from tests.attack.limits import limited
from tests.attack.report import Report
from tests.attack.words import HOSTILE, TYPED_PASSWORD, option_words, right_lines
from tests.cli.test_wrong_commands import WRONG
from tests.conftest import NO_SERVER, ROOT, Ran, run_process, run_sscb

COUNT = 10_000
#: The share of the cases that are tried as processes too.
PROCESSES = 0.03

#: A password as the environment holds it.
SET_PASSWORD = "Se-cret-in-the-environment"  # noqa: S105 (made up, to be looked for in what is printed)
#: What a sentence says that a line for each thing follows.
_LISTS = ("was not loaded: ", "The nearest that can be asked:")
#: Commands that end with FINDINGS where they find something, by a word of their line.
_MAY_FIND = {"check", "--check"}
#: What a line that speaks to a server has in it.
_SERVER = ("neo4j", "NEO4J", "://", "load", "unload", "cypher", "schema", "apply")

Runner = Callable[..., Ran]


def run(count: int, folder: Path) -> Report:
    """Try `count` command lines in this process, and a share of PROCESSES more as processes."""
    report = Report("command lines")
    for number, line in enumerate(lines(count)):
        _try(report, "", run_sscb, line, folder, fresh=number % 100 == 0)
    for number, line in enumerate(lines(round(count * PROCESSES), seed="processes")):
        _try(report, "as a process, ", run_process, line, folder, fresh=number % 100 == 0)
    return report


def lines(count: int, seed: str = "lines") -> Iterator[list[str]]:
    """The command lines, the same on every run: every command gets its share, however many its examples are."""
    chance = random.Random(seed)  # noqa: S311
    right = right_lines()
    for _ in range(count):
        line = [*chance.choice(WRONG if chance.random() < 0.1 else right[chance.choice([*right])])]
        for _ in range(chance.choice([0, 0, 1, 1, 1, 2, 3])):
            _change(chance, line)
        yield line if not _waits(line) and (line[:2] != ["diagram", "all"] or chance.random() < 0.1) else ["gaps"]


def _change(chance: random.Random, line: list[str]) -> None:
    """Do something to a line: another word, an option, a word lost, doubled or moved."""
    at = chance.randrange(len(line)) if line else 0
    match chance.choice(["other", "other", "more", "option", "option", "option", "lost", "doubled", "moved"]):
        case "other" if line:
            line[max(at, min(1, len(line) - 1))] = chance.choice(HOSTILE)
        case "lost" if line:
            del line[at]
        case "doubled" if line:
            line.insert(at, line[at])
        case "moved" if line:
            line.insert(chance.randrange(len(line)), line.pop(at))
        case "more":
            line.insert(at, chance.choice(HOSTILE))
        case _:
            line += option_words(chance, line)


def _waits(line: list[str]) -> bool:
    """Whether a line reads Cypher from a pipe: it waits for the pipe's writer, as it must for a shell's ``<(...)``."""
    return "cypher" in line and "pipe" in line


def _try(report: Report, how: str, runner: Runner, line: list[str], folder: Path, *, fresh: bool) -> None:
    if fresh:
        _prepare(folder)
    before = _outside(folder)
    try:
        with limited():
            ran = runner(*line, env=_environment(folder), cwd=folder / "cases" / "deep" / "er")
    except BaseException as problem:  # whatever gets out of the tool is a failure of the case
        if isinstance(problem, KeyboardInterrupt):
            raise
        report.fail(f"{how}{line!a:.600}: {type(problem).__name__}: {problem}")
        return
    wrong = [*_wrong(line, ran), *_changed(before, _outside(folder)), *_left_behind(folder)]
    if wrong:
        report.fail(f"{how}{line!a:.600}: exit {ran.code}: {'; '.join(wrong)}: {ran.err!a:.300}")
    else:
        report.count(f"{how}exit {ran.code}")


def _wrong(line: list[str], ran: Ran) -> Iterator[str]:
    """What a run broke of the contract, apart from files."""
    refused = {USAGE, BAD_SEED, UNAVAILABLE, NOT_DONE}
    if ran.code == DEFECT or ran.code not in {0, FINDINGS, *refused}:
        yield "no exit code of the contract"
    if ran.code == FINDINGS and not _MAY_FIND & set(line):
        yield "it finds nothing, and says that it did"
    if ran.code == UNAVAILABLE and not any(word in each for each in line for word in _SERVER):
        yield "there is no store to be unavailable"
    if "Traceback" in ran.err:
        yield "a traceback"
    if ran.code in refused and not _says_why(ran.err):
        yield "no sentence"
    if ran.code in refused and ran.out:
        yield f"an output beside the error: {ran.out!a:.100}"
    # Where a line does what it says, an address in it was the name of something, such as of a folder.
    if (ran.code and TYPED_PASSWORD in ran.err) or SET_PASSWORD in ran.err + ran.out:
        yield "the password is shown"
    if found := _controls(ran.err) or (None if _bytes(line) else _controls(ran.out)):
        yield f"the character {found!a} is printed"


def _says_why(err: str) -> bool:
    """Whether an error is told in a sentence, perhaps with a line for each fault of a folder or each command."""
    said = err.rpartition("Error: ")[2].strip()
    return "Error: " in err and " " in said and (said.endswith((".", "?")) or any(words in said for words in _LISTS))


def _bytes(line: list[str]) -> bool:
    """Whether a picture goes to standard output, which is bytes and no text."""
    return "-" in line or any(word in {"--output=-", "-o=-", "-o-"} for word in line)


def _controls(text: str) -> str | None:
    """The first character that does not show as itself, line ends apart."""
    plain = text.replace("\r\n", "").replace("\n", "")
    return next((each for each in plain if unicodedata.category(each) in _UNSEEN), None)


_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _environment(folder: Path) -> dict[str, str]:
    own = {name: str(folder / name.lower()) for name in ("HOME", "TMPDIR", "SSCB_CACHE_DIR")}
    return {**NO_SERVER, "SSCB_NEO4J_PASSWORD": SET_PASSWORD, "SSCB_NEO4J_TIMEOUT": "2", "SSCB_DEBUG": "", **own}


def _prepare(folder: Path) -> None:
    """The folders of the cases as they are at first: plans good and bad, links, a pipe; and what must not change."""
    shutil.rmtree(folder / "cases", ignore_errors=True)
    work = folder / "cases" / "deep" / "er"
    for path in (work / "empty", work / "pipes", work / "locked", folder / "kept", folder / "home", folder / "tmpdir"):
        path.mkdir(parents=True, exist_ok=True)
    for name in ("plan", "damaged", "two/a", "two/b", "../../../kept/plan"):
        shutil.copytree(ROOT / "seed", work / name, dirs_exist_ok=True)
    with (work / "damaged" / "leads.csv").open("ab") as file:
        file.write(b"\x1b[31m,nobody\r\n")
    for pipe in (work / "pipe", work / "pipes" / "plan.csv"):
        os.mkfifo(pipe)
    for name, target in (("device", "/dev/zero"), ("loop", "loop"), ("link.svg", "linked.svg")):
        (work / name).symlink_to(target)
    (work / "query.cypher").write_text("RETURN 1 AS one", encoding="utf-8")
    (work / "locked").chmod(0o000)


def _outside(folder: Path) -> dict[str, tuple[int, int]]:
    """The size and time of every file that no case may touch: those kept beside the cases, and the tool's own."""
    paths = [folder, folder / "kept", folder / "kept" / "plan", folder / "home", folder / "tmpdir", ROOT, ROOT / "seed"]
    found = (each for path in paths if path.exists() for each in os.scandir(path))
    files = {each.path: each.stat(follow_symlinks=False) for each in found if each.name not in _OWN}
    return {path: (found.st_size, 0 if Path(path).is_dir() else found.st_mtime_ns) for path, found in files.items()}


#: What may come and go beside the cases and in the clone: the tool's cache, and those of the tools that run tests.
_OWN = {"cases", "sscb_cache_dir", ".pytest_cache", ".hypothesis", ".mypy_cache", ".ruff_cache", ".git", "__pycache__"}


def _changed(before: dict[str, tuple[int, int]], after: dict[str, tuple[int, int]]) -> list[str]:
    changed = sorted(path for path in {*before, *after} if before.get(path) != after.get(path))
    return [f"outside its folder {path!a} changed" for path in changed]


def _left_behind(folder: Path) -> list[str]:
    """Files of a half-done work: hidden ones, which nothing but a temporary file is."""
    work = folder / "cases"
    hidden = [each for path in (work, work / "deep", work / "deep" / "er") for each in os.scandir(path)]
    return [f"{each.path!a} is left" for each in hidden if each.name.startswith(".")]
