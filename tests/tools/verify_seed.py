"""Compares every verbatim cell of the shipped seed with the text of the document it was transcribed from.

    python -m tests.tools.verify_seed SOURCE.txt [--write]

The document itself is not part of this project; with --write, the digests of the cells that agree are kept in
tests/data/verbatim.json, and a test holds the seed to them ever after.
"""

from __future__ import annotations

import csv
import hashlib
import html
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DIGESTS = ROOT / "tests" / "data" / "verbatim.json"
KEYS = {"actions.csv": "row_id", "accepted.csv": "finding"}
#: The columns that hold the document's own words, by file.
VERBATIM = {
    "plan.csv": ["title"],
    "titles.csv": ["text"],
    "passages.csv": ["heading", "text"],
    "priorities.csv": ["wording", "wording_in_table"],
    "actions.csv": [
        "number",
        "number_printed",
        "text",
        "outcome",
        "lead_printed",
        "recs_printed",
        "timescale_printed",
        "status_printed",
    ],
    "recommendations.csv": ["text"],
    "body_names.csv": ["name"],
    "decisions.csv": ["quote", "proposed_by", "holds_until"],
    "functions.csv": ["text"],
    **{
        f"{name}.csv": ["quote"]
        for name in (
            *("bodies", "relations", "leads", "citations", "links"),
            *("statuses", "responses", "requirements_met", "events", "documents", "abbreviations", "observations"),
        )
    },
}


def cells() -> Iterator[tuple[str, str, str, str]]:
    """Every verbatim text of the seed: file, key, column, text; a quote cell gives each of its quotes."""
    for file, columns in VERBATIM.items():
        with (ROOT / "seed" / file).open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines):
                for column in columns:
                    for number, part in enumerate(row[column].split(" | ") if column == "quote" else [row[column]]):
                        if part:
                            yield file, row[KEYS.get(file, "id")], f"{column}.{number}", part


def digest(text: str) -> str:
    """What is kept of a text: enough to see a change, too little to be a copy."""
    return hashlib.sha256(re.sub(r"\s+", " ", text).encode()).hexdigest()[:16]


def plain(source: str) -> str:
    """The document's words on one line: markup, table marks, bullets and page-break repeats taken out."""
    kept: list[str] = []
    headed = False
    for line in source.splitlines():
        if "Key OFSTED Rec" in line:
            if headed:
                continue
            headed = True
        bare = re.sub(r"^(?:- |#+ |\d\. )", "", line.strip())
        kept.append(re.sub(r"\[([^\]]*)\]\(#\)", r"\1", bare).replace("**", ""))
    text = html.unescape(re.sub(r"<[^>]+>", " ", "\n".join(kept)))
    return re.sub(r"\s+", " ", text)


def table_rows(source: str) -> list[list[str]]:
    """The rows of the action table, each as its seven cells; a row without a number continues the one above."""
    rows: list[list[str]] = []
    for line in source.splitlines():
        found = [re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", cell))).strip() for cell in line.split("\t")]
        if len(found) != 7 or found[0].startswith(("Key OFSTED", "Priority ")):
            continue
        if re.match(r"\d", found[3]):
            rows.append(found)
        else:
            before = rows[-1]
            rows[-1] = [
                f"{a}{'' if a.endswith('-') else ' '}{b}".strip() if b else a
                for a, b in zip(before, found, strict=True)
            ]
    return rows


def compare(source: str) -> tuple[int, list[str]]:
    """How many cells were compared, and what differed."""
    words = plain(source)
    rows = {(row[3], row[4][:20]): row for row in table_rows(source)}
    joined = " ".join(" ".join(row) for row in table_rows(source))
    compared, wrong = 0, []
    for file, key, column, text in cells():
        compared += 1
        single = re.sub(r"\s+", " ", text)
        if single not in words and single not in joined and single.rstrip(":") not in words:
            wrong.append(f"{file} {key} {column}: {text!r}")
    order = ["recs_printed", "outcome", "lead_printed", "number_printed", "text", "timescale_printed", "status_printed"]
    with (ROOT / "seed" / "actions.csv").open(encoding="utf-8-sig", newline="") as lines:
        actions = list(csv.DictReader(lines))
    for action in actions:
        row = rows.pop((action["number_printed"], re.sub(r"\s+", " ", action["text"])[:20]), None)
        for column, cell in zip(order, row or [""] * 7, strict=True):
            compared += 1
            if re.sub(r"\s+", " ", action[column]) != cell:
                wrong.append(f"actions.csv {action['row_id']} {column}: {action[column]!r} is not {cell!r}")
    wrong += [f"a row of the document is not in the seed: {key}" for key in rows]
    return compared, wrong


def main() -> None:
    source = Path(sys.argv[1]).read_text(encoding="utf-8")
    compared, wrong = compare(source)
    print(f"{compared} cells compared, {len(wrong)} differ")  # noqa: T201 (a tool that prints)
    for one in wrong:
        print(one)  # noqa: T201
    if wrong:
        sys.exit(1)
    if "--write" in sys.argv:
        kept: dict[str, dict[str, dict[str, str]]] = {}
        for file, key, column, text in cells():
            kept.setdefault(file, {}).setdefault(key, {})[column] = digest(text)
        DIGESTS.write_text(json.dumps(kept, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
