"""Writers of files and folders, killed (SIGKILL) at every step of their writing.

A case kills one run of the tool, by turns at a step of its own and by the clock. It holds where what was to be written
is then as it was before or whole, where the next run of the same command succeeds, and where nothing temporary is left
after that.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from sscb_graph.files import new_folder
from sscb_graph.folder.template import empty_plan, example_plan
from sscb_graph.temporary import SUFFIX
from tests.attack.report import Report
from tests.old_plans import write_old_plan

#: How many runs are killed.
COUNT = 130
#: The command lines; OUT is what is written: a file that is there already, or a folder that is not.
_FILES = [
    *(["export", "graph", "--format", "json", "-o", "OUT"], ["diagram", "structure", "--format", "svg", "-o", "OUT"]),
    *(["export", "graph", "--format", "graphml", "-o", "OUT"], ["export", "cypher", "-o", "OUT"]),
    *(["export", "grass", "-o", "OUT"], ["diagram", "structure", "--format", "txt", "-o", "OUT"]),
]
_FOLDERS = [
    *(["init", "OUT", "--example", "surrey"], ["export", "graph", "--format", "csv", "-o", "OUT"], ["init", "OUT"]),
]
#: All pictures of a new plan, which has few.
_GALLERY = ["--seed", "PLAN", "diagram", "all", "-o", "OUT"]
_UPGRADE = ["upgrade", "OUT"]
_ADOPT = ["rehearse", "adopt", "PROPOSAL", "--seed", "OUT", "--by", "minute 7", "--on", "2019-05-02"]
_PROPOSAL = """\
change,body,into,name,effective
merge,Health Sub Group; Education Sub Group,Health and Education Group,,2019-04
rename,Area Sub Groups,,Practice Forum,2019-04
close,Neglect Group,,,2019-03-31
"""
_INDEX = ["gaps", "--format", "json"]
_BEFORE = b"as it was"
#: Runs the tool and kills it before the step of this number, or prints how many steps there are: what the system is
#: asked to do with a temporary file or folder, and with what is removed.
_CHILD = f"""
import os, signal, sys
from sscb_graph.cli import main
last, steps = int(sys.argv[1]), 0
KINDS = {{"open", "os.chmod", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "shutil.move"}}
def hook(event, arguments):
    global steps
    if event in KINDS and (steps or "{SUFFIX}" in str(arguments)):
        if steps == last:
            os.kill(os.getpid(), signal.SIGKILL)
        steps += 1
sys.addaudithook(hook)
try:
    main(sys.argv[2:])
finally:
    if last < 0:
        print(steps, file=sys.stderr)
"""


def run(count: int, folder: Path) -> Report:
    """Kills `count` runs, each command in turn, at steps and moments drawn by chance."""
    report = Report("killed_writers")
    chance = random.Random(10)  # noqa: S311 (the same kills on every run)
    new_folder(folder / "plan", empty_plan("plan"))
    kinds = [_Gallery(_GALLERY, folder), _Upgrade(_UPGRADE, folder), _Adopt(_ADOPT, folder), _Index(_INDEX, folder)]
    singles = [_Writer(words, folder, _BEFORE) for words in _FILES]
    folders = [_Writer(words, folder) for words in _FOLDERS]
    # One of each kind first, so that a few kills are of all kinds.
    writers = [*kinds, singles[0], folders[0], *singles[1:], *folders[1:]]
    for number in range(count):
        writer = writers[number % len(writers)]
        if not writer.steps:
            writer.measure()
        writer.prepare()
        killed = writer.killed_by_clock(chance) if number % 4 == 3 else writer.killed_at(chance)
        faults = [*writer.torn(), *writer.finished()]
        if faults:
            report.fail(f"{' '.join(writer.words)}: {killed}: {'; '.join(faults)}")
        else:
            report.count(killed)
    return report


class _Writer:
    """A command that writes a file, which holds `before`, or a folder, which is not there where `before` is None."""

    def __init__(self, words: list[str], folder: Path, before: bytes | None = None) -> None:
        self.words = words
        self.before = before
        self.place = folder / f"{len(list(folder.iterdir()))}"
        self.place.mkdir()
        self.out = self.place / "out"
        self.plan = folder / "plan"
        self.steps = 0
        self.whole: dict[str, bytes] | None = None

    def measure(self) -> None:
        """Runs the command as it is to run, for what it writes and in how many steps."""
        # The first run also keeps an index, which only the writer of an index writes again.
        for _ in range(2):
            self.prepare()
            _, printed = self._start("-1").communicate()
        self.steps = int(printed.split()[-1])
        self.whole = self.content()

    @property
    def cache(self) -> Path:
        """Where indexes are kept."""
        return self.place / "cache"

    def prepare(self) -> None:
        """Makes everything as it was."""
        self._clear()
        if self.before is not None:
            self.out.write_bytes(self.before)

    def _clear(self) -> None:
        if self.out.is_dir():
            shutil.rmtree(self.out)
        self.out.unlink(missing_ok=True)

    def content(self) -> dict[str, bytes] | None:
        """The files that are written, by their names; None where there are none."""
        if self.out.is_file():
            return {"": self.out.read_bytes()}
        return _files(self.out) if self.out.is_dir() else None

    def _start(self, step: str) -> subprocess.Popen[bytes]:
        places = {"OUT": str(self.out), "PLAN": str(self.plan), "PROPOSAL": str(self.place / "proposal.csv")}
        typed = [places.get(word, word) for word in self.words]
        return subprocess.Popen(
            [sys.executable, "-c", _CHILD, step, *typed],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "SSCB_CACHE_DIR": str(self.cache)},
        )

    def killed_at(self, chance: random.Random) -> str:
        """Kills a run before a step of its writing."""
        process = self._start(str(chance.randrange(self.steps)))
        process.communicate()
        return "killed at a step" if process.returncode == -signal.SIGKILL else f"not killed ({process.returncode})"

    def killed_by_clock(self, chance: random.Random) -> str:
        """Kills a run some moments after its first temporary file was seen."""
        process = self._start("1000000")
        while process.poll() is None and not self.left():
            pass
        time.sleep(chance.random() * 0.002)
        process.kill()
        process.communicate()
        return "killed by the clock" if process.returncode == -signal.SIGKILL else "ended before the clock"

    def left(self) -> list[str]:
        """The temporary files and folders there are."""
        # A folder may be gone again before it is looked into, which os.walk passes over.
        found = (name for _, folders, files in os.walk(self.place) for name in (*folders, *files))
        return [name for name in found if name.endswith(SUFFIX)]

    def torn(self) -> Iterator[str]:
        """What is wrong right after the kill."""
        before = None if self.before is None else {"": self.before}
        if self.content() not in (before, self.whole):
            yield "what it wrote is torn"

    def finished(self) -> Iterator[str]:
        """What is wrong after the next run; a folder that is whole already refuses another."""
        done = self.content() == self.whole
        process = self._start("1000000")
        _, printed = process.communicate()
        if process.returncode and not (done and process.returncode == 2):
            yield f"the next run ends with {process.returncode}: {printed.decode()}"
        if self.content() != self.whole:
            yield "the next run does not write it whole"
        if self.left() and not (done and process.returncode == 2):
            yield f"{self.left()} are left after the next run"


class _Gallery(_Writer):
    """A folder of pictures, each of which is whole or as it was."""

    def prepare(self) -> None:
        self._clear()
        self.out.mkdir()
        (self.out / "structure.svg").write_bytes(_BEFORE)

    def torn(self) -> Iterator[str]:
        found = self.content() or {}
        whole = self.whole or {}
        yield from (f"{name} is torn" for name, data in found.items() if data not in {_BEFORE, whole.get(name)})


class _Upgrade(_Writer):
    """A folder of an earlier version: the next run finishes it, and a copy of all that was there is kept."""

    def prepare(self) -> None:
        for path in (*self.place.glob("out*"), *self.place.glob(f".*{SUFFIX}")):
            shutil.rmtree(path)
        self.make()
        self.old = _files(self.out)

    def make(self) -> None:
        """Makes the folder."""
        write_old_plan(self.out)

    def torn(self) -> Iterator[str]:
        copies = [_files(path) for path in self.place.glob("out-*")]
        if self.content() != self.old and self.old not in copies:
            yield "the folder has changed and no copy is kept"

    def finished(self) -> Iterator[str]:
        yield from super().finished()
        if [_files(path) for path in self.place.glob("out-*")] != [self.old]:
            yield "there is not one copy, of all that was there"


class _Adopt(_Upgrade):
    """A plan into which a proposal is adopted, likewise."""

    def make(self) -> None:
        (self.place / "proposal.csv").write_text(_PROPOSAL, encoding="utf-8")
        new_folder(self.out, example_plan())


class _Index(_Writer):
    """An answer, which keeps an index of the plan for the next."""

    def prepare(self) -> None:
        shutil.rmtree(self.cache, ignore_errors=True)

    def torn(self) -> Iterator[str]:
        yield from ()

    def content(self) -> dict[str, bytes] | None:
        process = self._start("1000000")
        printed, _ = process.communicate()
        return {"": printed}


def _files(folder: Path) -> dict[str, bytes]:
    found = [path for path in folder.rglob("*") if path.is_file() and SUFFIX not in str(path)]
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}
