"""A plan in which every text cell holds one hostile text, and the texts.

Each cell ends in a number of its own, behind a mark that no text has, so that a reader of an output finds every place
where a cell was written and sees whether the whole text stands there.
"""

from __future__ import annotations

import csv
import os
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sscb_graph.errors import SeedError
from sscb_graph.folder import open_seed
from sscb_graph.folder.load import load_records
from sscb_graph.model import RECORDS

#: Stands before the number of a cell; it is one column wide, no markup anywhere, and folding keeps it.
MARK = "§"
HARMLESS = "word"
#: Something for every output in one text, so that even a single text attacks each of them.
EVERYTHING = "=1+1 $(touch executed) <b onclick='x'>'}) // |**x**| [x](http://x.example) &lt; \\N \"] `id`"
#: An escape that clears a terminal, and letters in another order than they are written: what no cell may hold.
REFUSED = "\x1b[2J\u202ex\x9b2J"
TEXTS = [
    *('=HYPERLINK("http://x.example","click")', "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1+1)*cmd|' /C calc'!A0"),
    *("\t=1+1", "%0A=1", "|id", "; rm -rf . ;", '"; =1+1', "'", '"', '""', "','", "a\tb", "a,b;c"),
    *("<script>alert(1)</script>", '<img src=x onerror="alert(1)">', "<svg onload=alert(1)>", "</title></svg><a>x"),
    *('" onmouseover="alert(1)', "&lt;b&gt; &amp; &#60; &nbsp; &copy", "<!-- x", "--> x", "]]> x", "<![CDATA[x"),
    *("<?xml version='1.0'?>", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>", "<BR/></TD></TR></TABLE>"),
    *(
        '"]; evil [label="x',
        "\\N \\G \\E \\L",
        "{a|b|<port> c}",
        "a -> b; subgraph x { y }",
        "\\",
        "\\\\",
        "a\\",
        "\\x1b",
    ),
    *("/* x", "// x", "# x", "}", "<<TABLE></TABLE>>", "\\u0027}) MATCH (n) DETACH DELETE n //", "\\u005c'"),
    *("') DETACH DELETE n //", "'}) CREATE (:Evil) //", "`Body`", "``", "$plan", "${x}", "{id: 'x'}", ";\nMATCH (n)"),
    *("$(touch executed)", "`touch executed`", "$HOME", "a; touch executed", "| touch executed", "&& touch executed"),
    *("> executed", "%PATH%", "!x", "~", "*", "--plan", "-h", "--", "'$(touch executed)'", '"$(touch executed)"'),
    *("a|b", "||", "\\|", "[link](http://x.example)", "![x](http://x.example/x.png)", "<http://x.example>", "[x]: /y"),
    *("**bold** _it_ ~~gone~~", "```", "~~~ x", "# head", "- item", "+ item", "1. item", "2) item", "> quote", "---"),
    *("===", "| a |b|", "a  \nb", "a\n\nb", "a\n- b\n# c", "a\r\nb", "a\rb", "\na\n", ":---:", "<br>", "a\\\nb"),
    *("a\u2028b", "a\u2029b", "a\x85b", "a\x0bb", "a\x0cb", "a\x00b", "a\x07b", "a\x08b", "a\x1bb", "a\x7fb", "a\x9bb"),
    *("\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x1b]8;;http://x.example\x1b\\x", "\x9b2J", "\x9d0;x\x9c", "\x1bc"),
    *(
        "a\u202eb\u202c",
        "a\u2066b\u2069",
        "\u202a\u202b\u202d",
        "\u200fa\u200eb\u061c",
        "a\u200bb\u200cc\u200dd\u2060e",
    ),
    *("\ufeffa", "a\ufeffb", "a\ufffeb", "a\uffffb", "a\ufffdb", "a\U0001fffeb", "\ue000", "\U000e0041", "a\u00adb"),
    *(
        "e\u0301" * 9,
        "a" + "\u0300" * 200,
        "שלום עולם",
        "日本語 🙂 𝒳",
        "👩\u200d👩\u200d👧",
        "İıßﬁ",
        "\u3000a",
        "a\u00a0b",
    ),
    *("x" * 200, "x" * 5000, "word " * 900, "/" * 90, "../../etc/passwd", "..\\..\\x", "CON", "NUL.txt", "a.", "a ..."),
    *("null", "None", "nan", "true", "[]", "{}", "0", "-1", "1e999", "2018-06-30", "http://x.example www.x.example"),
]
#: What texts are made of that chance puts together, beside those above.
_PIECES = [*"=+-@|%<>&;'\"`$(){}[]\\/#*_~!^.,:\t\n ", "\\u", "\\N", "<br>", "&lt;", "$(", "](", "x", "word", "é", "日"]
#: The columns whose cells are words of a list, some of several words.
_WORDS = frozenset({"change", "relation", "standing"})
#: The column of a file whose cell other rows repeat, as its quote.
_QUOTED = {"passages": "text", "actions": "status_printed"}
#: A row for each line; "*" is a cell with the text, and "*ID" what may be quoted of the row with the id.
_PLAN = """
plan: id=made title=* short_title=* board=body-1 default_report=report-one
titles: id=title-1 position=1 text=* place=*
passages: id=passage-1 position=1 kind=* heading=* text=*
passages: id=passage-2 position=2 kind=* heading=* text=*
priorities: id=priority-1 position=1 number=1 wording=* wording_in_table=*
bodies: id=body-1 position=1 name=* short_name=* kind=board basis=stated written_in=passage-1 quote=*passage-1
bodies: id=body-2 position=2 name=* kind=subgroup statutory=yes basis=recorded recorded_by=* recorded_on=2018-06-30
bodies: id=body-3 position=3 name=* kind=agency basis=assumed reason=* confirmed_by=* confirmed_on=2018-07-01
bodies: id=body-4 position=4 name=* kind=subgroup kind_basis=assumed kind_reason=* basis=inferred reason=*
body_names: id=name-1 body=body-1 name=*passage-1 written_in=passage-1
body_names: id=name-2 body=body-2 name=*
body_names: id=name-3 body=body-3 name=*
functions: id=function-1 position=1 body=body-1 text=*passage-1 written_in=passage-1
function_homes: id=home-1 function=function-1 body=body-2 basis=assumed reason=*
relations: id=line-1 body=body-2 relation=reports_to other=body-1 note=* basis=assumed reason=* confirmed_by=* \
confirmed_on=2018-07-01
relations: id=line-2 body=body-3 relation=challenges other=body-2 note=* basis=recorded recorded_by=* \
recorded_on=2018-07
relations: id=line-3 body=body-4 relation=reports_to other=body-2 basis=assumed reason=* until=2018-05
relations: id=line-4 body=body-1 relation=replaces other=body-4 basis=stated written_in=passage-1 quote=*passage-1
relations: id=line-5 body=body-3 relation=member_of other=body-1 basis=inferred reason=*
decisions: id=decision-on-2 position=1 body=body-2 standing=under_review review_on=2019-03 basis=assumed reason=*
decisions: id=decision-on-3 position=2 body=body-3 standing=proposed proposed_by=* holds_until=* basis=assumed reason=*
changes: id=change-1 position=1 change=hand_over original=body-1 resulting=body-2 text=* effective=2019-04-01 \
decided_by=* subject_to=* basis=recorded recorded_by=* recorded_on=2018-07
changes: id=change-2 position=2 change=statutory original=body-2 resulting=body-2 text=* basis=assumed reason=*
actions: row_id=p1-1.1 position=1 priority=priority-1 number=1.1 number_printed=1.1 text=* outcome=* lead_printed=* \
timescale_printed=* due=2018-06-30
actions: row_id=p1-1.2 position=2 priority=priority-1 number=1.2 number_printed=1.2 text=* timescale_printed=* \
status_printed=* due=2018-09
leads: id=lead-1 row_id=p1-1.1 body=body-2 position=1 basis=assumed reason=* confirmed_by=* confirmed_on=2018-07
leads: id=lead-2 row_id=p1-1.1 body=body-3 position=2 basis=recorded recorded_by=* recorded_on=2018-07
citations: id=cite-1 row_id=p1-1.1 recommendation=one-1 basis=inferred reason=*
citations: id=cite-2 row_id=p1-1.2 recommendation=one-1 basis=recorded recorded_by=* recorded_on=2018-07
shared_outcomes: id=shared-1 row_id=p1-1.2 other=p1-1.1 basis=inherited reason=*
links: id=link-1 row_id=p1-1.1 relation=links_to other=p1-1.2 doubt=* basis=assumed reason=*
statuses: id=status-1 row_id=p1-1.1 status=* basis=recorded recorded_by=* recorded_on=2018-07 confirmed_by=* \
confirmed_on=2018-08
statuses: id=status-2 row_id=p1-1.2 status=*p1-1.2 basis=stated written_in=p1-1.2 quote=*p1-1.2
status_words: word=* meaning=green
reports: id=report-one position=1 word=one name=* kind=* document=document-1 numbering=* basis=assumed reason=*
reports: id=report-two position=2 word=two name=* kind=* numbering=* basis=recorded recorded_by=* recorded_on=2018-07
recommendations: id=one-1 position=1 report=report-one number=1 kind=* recommendation=yes text=* topic=*
recommendations: id=one-2 position=2 report=report-one number=2 kind=* recommendation=yes topic=* addressed_to=body-3
recommendations: id=two-1 position=1 report=report-two number=1 kind=* recommendation=yes text=*
responses: id=response-1 responder=body-2 recommendation=two-1 basis=assumed reason=* confirmed_by=* \
confirmed_on=2018-07
statutory_requirements: id=duty-1 topic=* requirement=* force=must who_must=* source=* paragraph=* \
paragraph_surety=high statute=SI-2018/789 statute_surety=high from=2018-06-29 graph_check=* surety=high
statutory_requirements: id=duty-2 topic=* requirement=* source=* paragraph_surety=low until=2019-06-29 surety=low
requirements_met: id=met-1 requirement=duty-1 body=body-2 met=yes how=* basis=recorded recorded_by=* \
recorded_on=2018-07
requirements_met: id=met-2 requirement=duty-2 body=body-3 how=* basis=assumed reason=* confirmed_by=* \
confirmed_on=2018-07
events: id=event-1 position=1 name=* from=2018-01 bodies=body-1;body-2 written_in=passage-1 quote=*passage-1
documents: id=document-1 position=1 name=* kind=* basis=assumed reason=*
abbreviations: id=abbreviation-1 abbreviation=* expansion=* body=body-1 basis=inferred reason=*
notes: id=note-1 position=1 about=body-2 text=* basis=assumed reason=*
notes: id=note-2 position=2 text=* basis=recorded recorded_by=* recorded_on=2018-07
notes: id=note-3 position=3 about=p1-1.1 text=* basis=assumed reason=*
observations: id=seen-1 position=1 kind=left-out severity=notice about=body-2 text=* written_in=passage-1 \
quote=*passage-1
accepted: finding=* reason=* accepted_by=* accepted_on=2018-07-01
"""
Rows = dict[str, list[dict[str, str]]]
#: A file, a row as a spreadsheet counts, and a column.
Place = tuple[str, int, str]


def texts(count: int) -> Iterator[str]:
    """The hostile texts, and behind them as many others as `count` wants, made by chance."""
    chance = random.Random(10)  # noqa: S311 (the same texts on every run, and no secret)
    # Shuffled, so that a few are of many kinds.
    yield from [EVERYTHING, REFUSED, *chance.sample(TEXTS, len(TEXTS))][:count]
    for _ in range(count - len(TEXTS) - 2):
        # A bar between spaces would part a quote in two.
        made = "".join(chance.choices(_PIECES, k=chance.randint(2, 30))).replace(" |", "|")
        yield made if made.strip() else f"{made}x"


def _as_read(cell: str) -> str:
    """What a reader of a folder makes of a cell."""
    return cell.strip().replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True)
class HostilePlan:
    """The folder of a plan, what its numbered cells hold, and how many of them hold the text or refuse it.

    ``name`` is the name of a body of the plan, as it would be typed.
    """

    folder: Path
    cells: dict[int, str]
    name: str
    hostile: int
    refused: int


def _rows(text: str, harmless: frozenset[Place]) -> tuple[Rows, dict[int, str]]:
    """The rows of the plan by file, and the numbered cells; those at `harmless` places do not hold the text."""
    rows: Rows = {record.FILE: [] for record in RECORDS}
    numbered: dict[int, str] = {}
    quotable: dict[str, str] = {}
    for line in re.sub(r"\\\n", "", _PLAN).strip().splitlines():
        file, _, cells = line.partition(": ")
        row: dict[str, str] = {}
        held = rows[f"{file}.csv"]
        for cell in cells.split():
            column, _, value = cell.partition("=")
            if value == "*":
                number = len(numbered) + 1
                kept = (f"{file}.csv", len(held) + 2, column) in harmless
                row[column] = f"{HARMLESS if kept else text} {MARK}{number}"
                numbered[number] = _as_read(row[column])
            elif value.startswith("*"):
                row[column] = quotable[value[1:]]
            else:
                row[column] = value.replace("_", " ") if column in _WORDS else value
        if file in _QUOTED:
            quotable[next(iter(row.values()))] = row.get(_QUOTED[file], "")
        held.append(row)
    return rows, numbered


def hostile_plan(folder: Path, text: str) -> HostilePlan:
    """Writes the plan with a text in every text cell that takes it.

    A cell that the reader of the folder refuses is written with a harmless word instead.
    """
    folder.mkdir()
    harmless: frozenset[Place] = frozenset()
    while True:
        rows, numbered = _rows(text, harmless)
        for file, held in rows.items():
            _write(folder / file, held)
        try:
            load_records(open_seed(folder))
        except SeedError as refused:
            found = frozenset((fault.file, fault.row, fault.column) for fault in refused.faults)
            if found <= harmless:
                raise
            harmless |= found
        else:
            kept = sum(cell.startswith(f"{HARMLESS} {MARK}") for cell in numbered.values()) if text != HARMLESS else 0
            return HostilePlan(folder, numbered, rows["bodies.csv"][1]["name"], len(numbered) - kept, kept)


def _write(path: Path, rows: list[dict[str, str]]) -> None:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    if rows:
        with path.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, columns, restval="")
            writer.writeheader()
            writer.writerows(rows)


def folder_name(text: str) -> str:
    """A name of a folder with as much of the text as a name can hold; some are not UTF-8."""
    name = text.replace("/", "\u2215").replace("\0", "")
    cut = os.fsencode(name.strip(". "))[:180].decode("utf-8", "surrogateescape")
    return f"{cut or 'empty'}\udcff" if len(text) % 7 == 0 else cut or "empty"
