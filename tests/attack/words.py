"""What an attack types: words that are hostile, near to right, or right, by the place that they are typed in."""

from __future__ import annotations

import random
import re
import shlex

import click

from sscb_graph.questions.definition import all_questions
from tests.cli.test_commands import ANSWERS
from tests.cli.tree import COMMANDS

#: A password, as it stands in an address that somebody types.
TYPED_PASSWORD = "Pass/wo[rd-2"  # noqa: S105 (made up, to be looked for in what is printed)

#: Words that no command is made for. None leads out of the folder of the cases, whose own folder is two levels down.
HOSTILE = [
    "", " ", "-", "--", "-1", "0", "--help", "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "a\nError: b", "\r",
    "\x7f\x9b2J", "\u202eevil", "SSCB\u200b", "\ufeffqap", "\u2028", "\udcff\udcfe", "qap\udc80", "x" * 256,
    "x" * 5_000, "é" * 200, "SSCB " * 2_000, "9" * 20, "9" * 5_000, "1e999", "NaN", "½", "²", "٢", "٢٠١٨-٠٦-٣٠",
    "ﬁ", "𝒳 🙂", "e\u0301" * 300,
    "$(touch kept)", "`touch kept`", "; touch kept", "| cat", "&& touch kept", "> kept", "%s%n", "{0}", "{folder}",
    "'", '"', "\\", "*", "?", "[", "(((", "a" * 60 + "!", "=1+1", "@SUM(1)", "../../up", "CON", "file:///etc/passwd",
    "') DETACH DELETE n //", "'; DROP TABLE nodes; --", "null", "pipe", "device", f"neo4j://neo4j:{TYPED_PASSWORD}@h",
]  # fmt: skip

#: Places to write to, relative to the folder of a case.
TARGETS = [
    "out.json", "out.svg", "out.pdf", "out.png", "out.txt", "out.dot", "out", "new", "none/x.json", "plan", "pipe",
    "device", "loop", "link.svg", "-", ".", "..", "", "locked/x.svg", "out.svg/x.svg", "$(touch kept).svg", "../up.svg",
    " .svg", "=1.csv", "a\nb.svg", "\x1b[31m.svg", "\udcff.svg", "\u202egvs.svg", "x" * 251 + ".svg",
    "x" * 252 + ".svg",    "é" * 200 + ".svg", "/proc/x.svg", "/dev/null", "x/" * 3_000,
]  # fmt: skip

#: Folders of plans.
SEEDS = [
    "plan", "plan", "damaged", "pipes", "locked", "two", "empty", "pipe", "device", "loop", "link.svg", "none", "", ".",
    "plan/plan.csv", "x" * 256, "x/" * 3_000, "\udcff", "a\nb", "a\x1b[31mb", "/dev/null", "$(touch kept)", "é" * 200,
]  # fmt: skip

STORES = [
    "embedded", "neo4j", "bolt://127.0.0.1:1", "neo4j://127.0.0.1:1", "neo4j://a..b", "neo4j://[", "neo4j://[::1",
    "neo4j://", "neo4j:///", "neo4j://h:99999", "neo4j://h:x", "neo4j://h:0", "http://h", "bolt://\x1b[31m",
    "neo4j://\udcff", "neo4j://" + "x" * 300, "oracle", "", "NEO4J", "neo4j://h/x", "neo4j://h#x", "neo4j://h?x=1",
    f"neo4j://neo4j:{TYPED_PASSWORD}@h", f"neo4j+s://u:{TYPED_PASSWORD}@[", f"bolt:/u:{TYPED_PASSWORD}@h",
    f"u:{TYPED_PASSWORD}@h:7687", f"neo4j://u:{TYPED_PASSWORD}@a..b:1?x#y",
]  # fmt: skip

PAIRS = ["", "=", "body", "body=", "=SSCB", "body=SSCB", "by=2018-06-30", "by=2018-02-30", "item=ofsted 22", "\udcff=x"]
DAYS = [
    "today",
    "2018-06-30",
    "30/06/18",
    "Q2 2018",
    "June 2018",
    "2018-02-30",
    "0000-01-01",
    "9999-12-31",
    "99999-1-1",
]
PLANS = ["surrey-2018", "none", "", "SURREY-2018", "\udcff"]

#: What an option takes, by its longest name; the words of a choice are the choice's own.
_VALUES = {
    "--seed": SEEDS, "--compare": SEEDS, "--store": STORES, "--plan": PLANS, "--output": TARGETS, "--parameter": PAIRS,
    "--by": DAYS, "--as-at": DAYS, "--depth": ["0", "1", "-1", "9" * 30], "--root": ["SSCB", "qap", "p2-2.10", "Kent"],
    "--due-from": DAYS, "--due-to": DAYS, "--status": ["none", "amber", "AMBER", "blank", "Kent"],
}  # fmt: skip


def right_lines() -> dict[str, list[list[str]]]:
    """Command lines that are right, by command: the examples of every help, answers, and every question."""
    lines = [shlex.split(found) for command in COMMANDS.values() for found in _examples(command)]
    lines += ANSWERS
    for question in all_questions():
        pairs = [word for parameter in question.parameters for word in ("-p", f"{parameter.name}={parameter.example}")]
        lines.append(["questions", "run", question.name, *pairs])
    by_command: dict[str, list[list[str]]] = {}
    for line in lines:
        by_command.setdefault(line[0], []).append(line)
    return by_command


def _examples(command: click.Command) -> list[str]:
    return re.findall(r"^\s+sscb (.+)$", command.help or "", re.MULTILINE)


def option_words(chance: random.Random, line: list[str]) -> list[str]:
    """An option of the command of a line (or of another, where the line has none), with a value of its kind."""
    depth = next((depth for depth in (3, 2, 1) if tuple(line[:depth]) in COMMANDS), 0)
    command = COMMANDS[tuple(line[:depth])] if depth else chance.choice(list(COMMANDS.values()))
    option = chance.choice([each for each in command.params if isinstance(each, click.Option)])
    name = chance.choice(option.opts)
    if option.is_flag:
        return [name]
    value = chance.choice(_values(option) if chance.random() < 0.8 else HOSTILE)
    return [name, value] if chance.random() < 0.7 else [f"{name}={value}"]


def _values(option: click.Option) -> list[str]:
    if isinstance(option.type, click.Choice):
        words = [str(choice) for choice in option.type.choices]
        return [*words, words[0].upper(), f"{words[0]} "]
    return _VALUES.get(max(option.opts, key=len), HOSTILE)
