"""veraPDF, which says whether a PDF keeps to a standard: the judge that the PDF Association's members built."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.tools.jars import Program

VERAPDF = Program(
    name="veraPDF",
    version="1.28.2",
    main_class="org.verapdf.apps.GreenfieldCliWrapper",
    min_java=17,
    pom=Path(__file__).with_name("pom.xml"),
)
#: The standards, by veraPDF's names: accessible to all (ISO 14289-1), and readable for long (ISO 19005-3, level A).
FLAVOURS = ("ua1", "3a")


def faults(files: Sequence[Path], flavour: str) -> dict[str, str]:
    """What breaks a standard in each of some files that do, by their names; raises NotFetched."""
    done = subprocess.run(
        [*VERAPDF.command(), "--flavour", flavour, "--format", "text", "--verbose", *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
    )
    verdicts: dict[str, str] = {}
    lines = iter(done.stdout.splitlines())
    name = ""
    for line in lines:
        verdict, _, rest = line.partition(" ")
        if verdict in {"PASS", "FAIL"} and rest.endswith(flavour):
            name = Path(rest.removesuffix(f" {flavour}")).name
            verdicts[name] = "" if verdict == "PASS" else line
        elif name:
            verdicts[name] += f"\n{line}"
    assert verdicts.keys() == {file.name for file in files}, done.stdout + done.stderr
    return {name: text for name, text in verdicts.items() if text}
