"""Reads the outputs of the tool as other programs do, and says where a hostile text broke them or came out changed.

Every reader takes an output and the plan's numbered cells (see hostile_plan.py), and yields a sentence for each fault.
"""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
import shlex
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sscb_graph.formats.text_width import width_of
from tests.attack.hostile_plan import MARK

Cells = dict[int, str]
_NUMBER = re.compile(rf" ?{MARK}(\d+)")
#: What an answer's JSON has of texts that are not as they were written: they are folded for a search.
_FOLDED = frozenset({"search_text", "parameters"})
_FORMULA = tuple("=+-@|%")
_LITERAL = re.compile(r"(`search_text`: )?'((?:[^'\\]|\\.)*)'", re.DOTALL)


def changed(text: str, cells: Cells, *, spaces: bool = False) -> Iterator[str]:
    """A sentence for each numbered cell in a text that does not stand there whole; `spaces` makes all spaces alike."""
    for found in _NUMBER.finditer(text):
        cell = cells[int(found[1])]
        before = text[: found.end()]
        if not (_single(before).endswith(_single(cell)) if spaces else before.endswith(cell)):
            yield f"cell {found[1]} came out as {before[-len(cell) - 20 :]!r}"


def _single(text: str) -> str:
    return " ".join(text.split())


def read_json(out: str, cells: Cells) -> Iterator[str]:
    """An answer or a node-link graph: every text stands whole."""
    for text in _texts(json.loads(out)):
        yield from changed(text, cells)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in _FOLDED:
                yield from _texts(each)


def read_csv(out: str, answer: dict[str, Any]) -> Iterator[str]:
    """The cells are those of the answer's JSON, and none is a formula."""
    rows = list(csv.reader(io.StringIO(out, newline=""), strict=True))
    wanted = [answer["columns"], *([as_cell(row[name]) for name in answer["columns"]] for row in answer["rows"])]
    if [len(row) for row in rows] != [len(row) for row in wanted]:
        yield f"{len(rows)} rows where the answer has {len(wanted)}"
    for row, cells in zip(rows, wanted, strict=False):
        for cell, want in zip(row, cells, strict=False):
            if cell not in {want, "'" + want.replace("|", "\\|")}:
                yield f"{want!r} came out as {cell!r}"
            yield from formulas([cell])


def formulas(cells: Iterable[str]) -> Iterator[str]:
    """A sentence for each cell that a spreadsheet would run."""
    for cell in cells:
        if cell.lstrip().startswith(_FORMULA) and not re.fullmatch(r"-?[0-9,.]+", cell):
            yield f"{cell!r} is a formula"


def as_cell(value: Any) -> str:
    """A value of an answer's JSON as the formats for people and spreadsheets join it."""
    if isinstance(value, list):
        return "; ".join(map(as_cell, value))
    if isinstance(value, dict):
        return "; ".join(f"{key}: {as_cell(each)}" for key, each in value.items())
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def read_markdown(out: str, answer: dict[str, Any]) -> Iterator[str]:
    """One table with the answer's cells, its notes as a list, and no other markup."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(out)
    allowed = {"table", "thead", "tbody", "tr", "th", "td", "paragraph", "bullet_list", "list_item"}
    kinds = Counter(re.sub(r"_(open|close)$", "", token.type) for token in tokens)
    yield from (f"Markdown has a {kind}" for kind in kinds - Counter(dict.fromkeys([*allowed, "inline"], 10**9)))
    for token in tokens:
        yield from _inlines(token)
    cells = [_plain(inline) for opening, inline in itertools.pairwise(tokens) if opening.type == "td_open"]
    wanted = [as_cell(row[name]) for row in answer["rows"] for name in answer["columns"]]
    if len(cells) != len(wanted):
        yield f"Markdown has {len(cells)} cells where the answer has {len(wanted)}"
    for cell, want in zip(cells, wanted, strict=False):
        if _single(cell) != _single(want):
            yield f"{want!r} came out as {cell!r}"
    listed = _single("".join(_plain(token) for token in tokens if token.type == "inline" and token.level > 2))
    yield from (f"the note {note!r} is changed" for note in answer["notes"] if _single(note) not in listed)


def _inlines(token: Token) -> Iterator[str]:
    for child in token.children or ():
        if child.type == "html_inline" and child.content != "<br>":
            yield f"Markdown has the HTML {child.content!r}"
        elif child.type not in {"text", "html_inline", "strong_open", "strong_close", "text_special", "softbreak"}:
            yield f"Markdown has a {child.type}: {token.content!r}"


def _plain(token: Token) -> str:
    return "".join("\n" if child.type == "html_inline" else child.content for child in token.children or ())


def commands_of(text: str) -> list[str]:
    """The suggested command lines in a text or message."""
    lines = re.findall(r"^(?:Next: |      )(sscb .*)$", text, re.MULTILINE)
    return lines + re.findall(r"(?:As text: |Draw them anew: )(sscb .*)$", text, re.MULTILINE)


def read_text(out: str, width: int | None = None) -> Iterator[str]:
    """No character that commands a terminal or shows words in another order; no line wider than `width`."""
    for character in sorted(set(out)):
        if character != "\n" and (
            unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
            or unicodedata.bidirectional(character) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
        ):
            yield f"the text holds {character!r}"
    if width and any(
        width_of(line) > width for line in out.split("\n") if "sscb " not in line and "accept " not in line
    ):
        yield "a line is too wide"


def read_command(line: str, folder: Path) -> tuple[list[str], list[str]]:
    """The arguments of a suggested command line as a shell reads them, and what is wrong with it."""
    script = f"sscb() {{ for word; do printf '%s\\0' \"$word\"; done; }}\n{line}"
    done = subprocess.run(["sh", "-c", script], cwd=folder, capture_output=True, check=False, timeout=20)
    words = done.stdout.decode("utf-8", "surrogateescape").split("\0")[:-1]
    faults = [f"{line!r} printed {done.stderr!r}"] if done.stderr else []
    faults += [f"{line!r} ran something"] if list(folder.iterdir()) else []
    try:
        meant = shlex.split(line)
    except ValueError as problem:
        return words, [*faults, f"{line!r} cannot be read: {problem}"]
    return words, faults if ["sscb", *words] == meant else [*faults, f"{line!r} is {words} to a shell"]


def read_xml(data: bytes) -> tuple[ET.Element, list[str]]:
    """A document of XML, and what would run or load something where it is an SVG."""
    root = ET.fromstring(data)  # noqa: S314 (ours; an entity of a hostile text would show as a changed text)
    faults = [] if b"<!ENTITY" not in data else ["the XML declares an entity"]
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        if name in {"script", "foreignObject", "image", "use", "style", "a", "iframe", "animate", "set"}:
            faults.append(f"the SVG has an element {name}")
        keys = [key.rpartition("}")[2].lower() for key in element.attrib]
        faults += [f"the SVG has an attribute {key}" for key in keys if key.startswith(("on", "href", "src"))]
    return root, faults


def read_svg(data: bytes, cells: Cells) -> tuple[tuple[int, ...], list[str]]:
    """How many boxes and lines a picture has, and what is wrong with it."""
    root, faults = read_xml(data)
    counts = Counter(element.get("class") for element in root.iter() if element.tag.endswith("}g"))
    for element in root.iter():
        if element.tag.endswith(("}title", "}desc")):
            faults += changed(element.text or "", cells, spaces=True)
    return (counts["node"], counts["edge"], counts["cluster"]), faults


def read_graphml(data: bytes, cells: Cells) -> tuple[tuple[int, ...], list[str]]:
    """How many nodes and relationships a graph has, and what is wrong with it."""
    root, faults = read_xml(data)
    counts = Counter(element.tag.rpartition("}")[2] for element in root.iter())
    names = {element.get("id"): element.get("attr.name") for element in root.iter() if element.tag.endswith("}key")}
    for element in root.iter():
        if element.tag.endswith("}data") and names[element.get("key")] not in _FOLDED:
            faults += changed(element.text or "", cells)
    return (counts["node"], counts["edge"]), faults


def read_cypher(script: str, cells: Cells) -> tuple[list[str], list[str]]:
    """The statements without their literals, which no text may change, and what is wrong with the literals."""
    lines = script.removesuffix("\n").split("\n")
    statements = [line for line in lines if not line.startswith("//")]
    faults = ["the script is not of ASCII alone"] if not script.isascii() else []
    faults += [f"a comment has an escape: {line}" for line in lines if line.startswith("//") and "\\" in line]
    for statement in statements:
        for folded, literal in _LITERAL.findall(statement):
            faults += [] if folded else changed(literal_text(literal), cells)
    return [_LITERAL.sub("''", statement) for statement in statements], faults


def literal_text(literal: str) -> str:
    """What Cypher reads between the quotes of a literal: escapes of UTF-16 units first, then those of quotes."""
    units = re.sub(r"\\(?:u+([0-9a-fA-F]{4})|.)", _unit, literal, flags=re.DOTALL)
    plain = re.sub(r"\\(.)", r"\1", units, flags=re.DOTALL)
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _unit(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else found[0]


def read_export_csv(files: Sequence[bytes], cells: Cells) -> Iterator[str]:
    """The two files of a graph: every text stands whole but for the guard, and none is a formula."""
    for data in files:
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
        for row in rows:
            if None in row or None in row.values():
                yield "a row has not as many cells as the header"
            yield from formulas(str(cell) for cell in row.values())
            for name, cell in row.items():
                if name not in _FOLDED and cell is not None:
                    whole = cell[1:].replace("\\|", "|") if cell.startswith("'") else cell
                    yield from set(changed(whole, cells)) and set(changed(cell, cells))
