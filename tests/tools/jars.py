"""Programs in Java for the tests, from Maven Central.

No system install: Maven copies a program's jars once into a cache folder of the user's, and a Java of this machine runs
them.

    if sentence := VERAPDF.missing():
        pytest.skip(sentence)
    subprocess.run([*VERAPDF.command(), "--version"])
"""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

#: What runs for seconds or minutes is faster with less of Java's compiler, and leaves a core to the tests.
SHORT_LIVED = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


class NotFetched(RuntimeError):
    """The jars of a program could not be fetched."""


@dataclass(frozen=True)
class Java:
    """A ``java`` command, and the number of its release (17, 21, ...)."""

    command: Path
    number: int


@dataclass(frozen=True)
class Program:
    """A release of a program: its name, the main class, the oldest Java that runs it, and what Maven fetches.

    ``pom`` declares the artifact, whose version Maven is given as the property ``<name>.version``.
    """

    name: str
    version: str
    main_class: str
    min_java: int
    pom: Path

    @property
    def folder(self) -> Path:
        """Where its jars are, or will be."""
        cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        return cache / "sscb-graph-tests" / f"{self.name}-{self.version}" / "lib"

    def missing(self) -> str | None:
        """What to install before it can run here, as a sentence; None if nothing."""
        wanted = []
        if self.find_java() is None:
            wanted.append(f"Java (JDK) {self.min_java} or later")
        if not self.folder.is_dir() and shutil.which("mvn") is None:
            wanted.append("Apache Maven (the command mvn)")
        return f"To run {self.name} {self.version} for the tests, install {' and '.join(wanted)}." if wanted else None

    def find_java(self) -> Java | None:
        """The oldest Java on this machine that is new enough."""
        fit = [java for java in _javas() if java.number >= self.min_java]
        return min(fit, key=lambda java: java.number, default=None)

    def command(self) -> list[str]:
        """The start of its command line, for a short run; raises NotFetched."""
        java = self.find_java()
        if java is None:
            raise NotFetched(self.missing())
        return [str(java.command), *SHORT_LIVED, "-cp", str(self.provision() / "*"), self.main_class]

    def provision(self) -> Path:
        """The folder with its jars, fetched by Maven the first time; raises NotFetched.

        The folder takes its name only when it is whole, so a process that is stopped half-way, or another one at the
        same time, does no harm.
        """
        lib = self.folder
        if lib.is_dir():
            return lib
        maven = shutil.which("mvn")
        if maven is None:
            raise NotFetched(self.missing())
        lib.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="lib-", dir=lib.parent) as folder:
            copy = Path(folder, "lib")
            self._fetch(maven, copy)
            try:
                copy.rename(lib)
            except OSError:
                if not lib.is_dir():  # else another process was first, with the same jars
                    raise
        return lib

    def _fetch(self, maven: str, target: Path) -> None:
        options = ["--batch-mode", "--no-transfer-progress", f"--file={self.pom}", "dependency:copy-dependencies"]
        values = [f"-D{self.name.lower()}.version={self.version}", f"-DoutputDirectory={target}"]
        done = subprocess.run(
            [maven, *options, *values], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        if done.returncode != 0:
            raise NotFetched(f"Maven could not fetch {self.name} {self.version}:\n{tail(done.stdout)}")


def tail(text: str, lines: int = 40) -> str:
    """The last lines of a text."""
    return "\n".join(text.splitlines()[-lines:])


@functools.cache
def _javas() -> tuple[Java, ...]:
    commands = dict.fromkeys(path.resolve() for path in _java_commands() if path.is_file())
    found = ((path, _java_number(path)) for path in commands)
    return tuple(Java(path, number) for path, number in found if number is not None)


def _java_commands() -> Iterator[Path]:
    name = "java.exe" if sys.platform == "win32" else "java"
    if on_path := shutil.which("java"):
        yield Path(on_path)
    for variable, value in sorted(os.environ.items()):
        if re.fullmatch(r"JAVA_HOME(_\d+_\w+)?", variable) and value:
            yield Path(value, "bin", name)
    roots = [
        (Path("/usr/lib/jvm"), "*"),
        (Path("/Library/Java/JavaVirtualMachines"), "*/Contents/Home"),
        (Path("/opt/homebrew/opt"), "openjdk*"),
        (Path.home() / ".sdkman/candidates/java", "*"),
    ]
    if programs := os.environ.get("PROGRAMFILES"):
        vendors = ("Java", "Eclipse Adoptium", "Microsoft", "Zulu", "Amazon Corretto")
        roots += [(Path(programs, vendor), "*") for vendor in vendors]
    for root, pattern in roots:
        for home in sorted(root.glob(pattern)):
            yield home / "bin" / name


def _java_number(command: Path) -> int | None:
    try:
        told = subprocess.run([command, "-version"], capture_output=True, text=True, timeout=30, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    match = re.search(r'version "(?:1\.)?(\d+)', told.stderr + told.stdout)
    return int(match[1]) if match else None
