"""A file that lists the questions of a pack: YAML, which people can write by hand."""

from __future__ import annotations

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from sscb_graph.errors import BadPack

#: How the name of such a file ends.
SUFFIXES = frozenset({".yaml", ".yml"})
#: The longest file that is read, in bytes.
_LONGEST = 1_000_000


class PackFile(BaseModel):
    """What such a file may hold: the title of a pack, and its questions as they are typed."""

    model_config = ConfigDict(extra="forbid", strict=True)
    title: str = ""
    questions: list[str]


def read_pack(path: Path) -> PackFile:
    """The pack that a file lists. Raises BadPack, with the line where there is one, and OSError."""
    with path.open("rb") as file:
        data = file.read(_LONGEST + 1)
    if len(data) > _LONGEST:
        raise BadPack(path, "it is longer than a list of questions can be")
    try:
        # Names and numbers are left as text ("2.10" stays "2.10"), and nothing in the file can make an object.
        content = yaml.load(data.decode("utf-8-sig"), Loader=yaml.BaseLoader)  # noqa: S506 (of all loaders, it makes least)
    except UnicodeDecodeError:
        raise BadPack(path, "it is not UTF-8 text") from None
    except yaml.YAMLError as problem:
        raise BadPack(path, _where(problem)) from None
    try:
        read = PackFile.model_validate(content)
    except ValidationError as problem:
        first = problem.errors()[0]
        place = ".".join(map(str, first["loc"])) or "the whole"
        raise BadPack(path, f"{place}: {first['msg'].lower()}; write 'title:' and a list under 'questions:'") from None
    if not read.questions:
        raise BadPack(path, "it lists no question")
    return read


def _where(problem: yaml.YAMLError) -> str:
    """What is wrong with the YAML, and in which line."""
    mark = getattr(problem, "problem_mark", None)
    line = f"line {mark.line + 1}: " if mark else ""
    return f"{line}{getattr(problem, 'problem', None) or 'it is not YAML'}"
