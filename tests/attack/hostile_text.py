"""Hostile text in every cell of a plan, taken through every output of the tool.

A case is one output of one plan. It holds where the output is what its readers take it for: JSON and CSV give the text
back, Markdown is one table without other markup, pictures and GraphML are XML that runs and loads nothing, a script of
Cypher has the statements of a harmless plan and its literals read back, a table obeys no escape, and a suggested
command is one that a shell reads as it was meant.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sscb_graph.errors import visible
from sscb_graph.formats import FORMATS
from sscb_graph.questions.definition import all_questions
from tests.attack import readers
from tests.attack.hostile_plan import HARMLESS, MARK, HostilePlan, folder_name, hostile_plan, texts
from tests.attack.report import Report
from tests.conftest import Ran, run_sscb

#: How many texts are taken through all outputs; each makes some 360 cases.
COUNT = 200
_VALUES = {
    "body": "body-2",
    "actions": "p1-1.1",
    "recommendation": "one 1",
    "report": "one",
    "priority": "1",
    "text": MARK,
    "by": "2018-12-31",
    "as_at": "2018-12-31",
    "start": "one 1",
    "end": "body-1",
    "ids": "body-2, note-1",
    "status": "none",
    "lead": "body-2",
    "due_from": "2018-01-01",
    "due_to": "2018-12-31",
    "cites": "one 1",
    "via": "REPORTS_TO, CHALLENGES, REPLACES, LEADS, ADDRESSES, SERVES",
}
#: What a person types beside the questions themselves; NAME is a body's name as the plan writes it.
_COMMANDS = [
    *(["trace", "one"], ["trace", "one", "1"], ["trace", "two", "1"], ["trace", "action", "1.1"], ["line", "NAME"]),
    *(["trace", "body", "NAME"], ["about", "NAME"], ["who", "reports-to", "NAME"], ["who", "led-by", "NAME"]),
    *(["who", "members", "NAME"], ["path", "one 1", "NAME"], ["search", MARK], ["search", "NAME"], ["check"]),
    *(["gaps"], ["review", "--all"], ["due", "--by", "2018-12-31"], ["summary", "--by", "lead"], ["questions"]),
    *(["actions"], ["totals"], ["links"], ["glossary"], ["documents"], ["objectives"], ["requirements"]),
    *(["who", "chairs"], ["who", "statutory"]),
]
_PICTURES = [
    *(["structure"], ["structure", "--everyone", "--narrow"], ["structure", "--root=body-2"], ["trace", "one", "1"]),
    *(["trace", "action", "1.1"], ["priority", "1"], ["body", "NAME"], ["coverage"], ["coverage", "--by", "lead"]),
    *(["timeline"], ["trace", "two", "1"]),
]
#: A text in so many is drawn as PNG and PDF too, which take long.
_SELDOM = 20


@dataclass
class _Attack:
    """The plan that is under attack, the shape of each output of a harmless plan, and what was found so far."""

    report: Report
    folder: Path
    plan: HostilePlan
    text: str = HARMLESS
    shapes: dict[str, Any] = field(default_factory=dict)

    def sscb(self, *words: str, **options: str) -> Ran:
        """Runs a command of the tool on the plan; a name that stands for NAME may begin as an option does."""
        typed = [word for option, value in options.items() for word in (f"--{option}", value)]
        before, end = [word for word in words if word != "NAME"], ["--", self.plan.name] if "NAME" in words else []
        return run_sscb("--seed", str(self.plan.folder), *before, *typed, *end)

    def note(self, output: str, faults: Iterator[str] | list[str]) -> None:
        """Counts a case, or notes the first fault of it."""
        kind = output.split(maxsplit=1)[0]
        try:
            first = next(iter(faults), "")
        except Exception as problem:  # noqa: BLE001 (a reader that gives up shows that the output is broken)
            first = f"it cannot be read: {type(problem).__name__}: {problem}"
        if first:
            self.report.fail(f"{self.text[:60]!r}: {output}: {first}")
        else:
            self.report.count(kind)

    def same(self, output: str, shape: Any) -> list[str]:
        """A fault where an output has not the shape that it has for a harmless plan."""
        known = self.shapes.setdefault(output, shape)
        return [] if known == shape else [f"its shape is {shape}, and that of a harmless plan {known}"]


def run(count: int, folder: Path) -> Report:
    """Takes `count` texts through every output; the harmless plan before them gives every output its shape."""
    report = Report("hostile_text")
    attack = _Attack(report, folder, hostile_plan(folder / "harmless", HARMLESS))
    _outputs(attack, seldom=True)
    report.failures.clear()
    report.outcomes.clear()
    report.tried = 0
    for number, text in enumerate(texts(count)):
        place = folder / folder_name(text)
        attack.text, attack.plan = text, hostile_plan(place, text)
        report.outcomes["cell that refuses the text"] += attack.plan.refused
        report.outcomes["cell with the text"] += attack.plan.hostile
        _outputs(attack, seldom=number % _SELDOM == 0)
        shutil.rmtree(place)
    return report


def _outputs(attack: _Attack, *, seldom: bool) -> None:
    _answers(attack)
    _pictures(attack, ["svg", "dot", "txt", *(["png", "pdf"] if seldom else [])])
    _exports(attack)
    _new_plan(attack)


def _answers(attack: _Attack) -> None:
    """Every question and command in every format."""
    asked = [["questions", "run", one.name, *_typed(one.parameters)] for one in all_questions()]
    for words in [*asked, *_COMMANDS]:
        ran = {form: attack.sscb(*words, format=form) for form in FORMATS}
        title = " ".join(words)
        bad = {form: one for form, one in ran.items() if one.code != (words == ["check"]) or one.err}
        if bad:
            form, one = next(iter(bad.items()))
            attack.report.fail(f"{attack.text[:60]!r}: {form} {title}: exit {one.code}, {one.err[:300]}")
            continue
        answer = json.loads(ran["json"].out)
        cells = attack.plan.cells
        attack.note(f"json {title}", [*readers.read_json(ran["json"].out, cells), *_rows(attack, title, answer)])
        attack.note(f"csv {title}", readers.read_csv(ran["csv"].out, answer))
        attack.note(f"markdown {title}", readers.read_markdown(ran["markdown"].out, answer))
        attack.note(f"table {title}", readers.read_text(ran["table"].out, 80))
        if words != ["questions"]:  # whose suggestions are about the shipped plan
            _suggested(attack, title, ran["table"].out)


def _typed(parameters: Any) -> list[str]:
    # What need not be given and has no value here would only leave rows out.
    given = [one for one in parameters if one.name in _VALUES or not one.optional]
    return [word for one in given for word in ("-p", f"{one.name}={_VALUES[one.name]}")]


def _rows(attack: _Attack, title: str, answer: dict[str, Any]) -> list[str]:
    return attack.same(title, len(answer["rows"])) if "NAME" not in title and MARK not in title else []


def _suggested(attack: _Attack, title: str, text: str) -> None:
    """Every command that an output suggests, read by a shell and then run."""
    for line in readers.commands_of(text):
        with tempfile.TemporaryDirectory(dir=attack.folder) as empty:
            words, faults = readers.read_command(line, Path(empty))
            attack.note(f"suggestion of {title}: {line}", faults or _runs(attack, words, Path(empty)))


def _runs(attack: _Attack, words: list[str], empty: Path) -> list[str]:
    """What is wrong with a suggestion that the tool does not understand.

    A text with characters that are shown as escapes cannot be typed.
    """
    if visible(attack.plan.folder) != str(attack.plan.folder) or visible(attack.plan.name) != attack.plan.name:
        return []
    seed = [] if "--seed" in words else ["--seed", str(attack.plan.folder)]
    ran = run_sscb(*seed, *words, cwd=empty)
    return [f"exit {ran.code}: {ran.err[:200]}"] if ran.code not in {0, 1} else []


def _pictures(attack: _Attack, forms: list[str]) -> None:
    for words in _PICTURES:
        for form in forms:
            target = attack.folder / f"picture.{form}"
            title = f"{form} diagram {' '.join(words)}"
            ran = attack.sscb("diagram", *words, output=str(target))
            if ran.code:
                attack.report.fail(f"{attack.text[:60]!r}: {title}: exit {ran.code}, {ran.err[:300]}")
                continue
            attack.note(title, _picture(attack, title, form, target.read_bytes()))
            attack.note(f"message of {title}", readers.read_text(ran.err))
            if form == "svg":
                _suggested(attack, title, ran.err)


def _picture(attack: _Attack, title: str, form: str, data: bytes) -> Iterator[str]:
    if form == "svg":
        shape, faults = readers.read_svg(data, attack.plan.cells)
        yield from faults + attack.same(title, shape)
    elif form == "txt":
        yield from readers.read_text(data.decode())
    elif not data.startswith({"png": b"\x89PNG\r\n", "pdf": b"%PDF-", "dot": b"digraph"}[form]):
        yield "it begins as no such file"


def _exports(attack: _Attack) -> None:
    target = attack.folder / "export"
    for form in ("json", "graphml", "csv", "cypher"):
        words = ["cypher"] if form == "cypher" else ["graph", f"--format={form}"]
        ran = attack.sscb("export", *words, output=str(target))
        attack.note(f"export-{form}", [ran.err] if ran.code else _export(attack, form, target))
        shutil.rmtree(target) if target.is_dir() else target.unlink(missing_ok=True)


def _export(attack: _Attack, form: str, target: Path) -> Iterator[str]:
    cells = attack.plan.cells
    if form == "json":
        yield from readers.read_json(target.read_text("utf-8"), cells)
    elif form == "csv":
        yield from readers.read_export_csv([file.read_bytes() for file in target.iterdir()], cells)
    elif form == "graphml":
        shape, faults = readers.read_graphml(target.read_bytes(), cells)
        yield from faults + attack.same(form, shape)
    else:
        skeleton, faults = readers.read_cypher(target.read_text("utf-8"), cells)
        yield from faults + attack.same(form, skeleton)


def _new_plan(attack: _Attack) -> None:
    """A new plan in a folder that is named after the text."""
    place = attack.folder / "new" / attack.plan.folder.name
    ran = run_sscb("init", str(place))
    attack.note("init", [f"exit {ran.code}: {ran.err}"] if ran.code else readers.read_text(ran.err))
    _suggested(attack, "init", ran.err)
    shutil.rmtree(attack.folder / "new", ignore_errors=True)
