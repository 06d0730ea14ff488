"""Generated plans of any size, as seed folders: the shipped plan's bodies with many more actions."""

from __future__ import annotations

import csv
import random
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from sscb_graph.resources import seed_folder

CITATIONS = 4


def generated_plan(folder: Path, actions: int) -> Path:
    """A plan of that many actions, each with a lead and four citations; the same for the same size."""
    chance = random.Random(actions)
    shutil.copytree(seed_folder(), folder)
    for name in ("leads", "citations", "links", "shared_outcomes", "statuses", "responses", "actions"):
        _clear(folder / f"{name}.csv")
    for name in (
        "relations",
        "decisions",
        "functions",
        "events",
        "documents",
        "abbreviations",
        "body_names",
        "requirements_met",
    ):
        _drop_quoting_actions(folder / f"{name}.csv")
    _drop_quoting_actions(folder / "bodies.csv", keep=True)
    _clear(folder / "notes.csv")
    _clear(folder / "observations.csv")
    bodies = {row["id"]: row["name"] for row in _rows(folder / "bodies.csv")}
    action_rows: list[dict[str, object]] = []
    leads: list[dict[str, object]] = []
    citations: list[dict[str, object]] = []
    for number in range(1, actions + 1):
        key = f"p{number % 4 + 1}-{number}"
        cited = sorted(chance.sample(range(1, 111), CITATIONS))
        body = chance.choice(list(bodies))
        action_rows.append(
            {
                "row_id": key,
                "position": number,
                "priority": f"priority-{number % 4 + 1}",
                "number": number,
                "number_printed": number,
                "text": f"Review and improve arrangement {number} across the partnership.",
                "outcome": "Children are seen, safe and heard.",
                "lead_printed": bodies[body],
                "recs_printed": ", ".join(map(str, cited)),
                "timescale_printed": "By 30 September 2018",
                "due": "2018-09-30",
            }
        )
        support = {"basis": "stated", "written_in": key}
        lead = {"id": f"lead-{key}", "row_id": key, "body": body, "position": 1, "quote": bodies[body]}
        leads.append({**lead, **support})
        for one in cited:
            citation = {"id": f"cite-{key}-{one}", "row_id": key, "recommendation": f"ofsted-{one}"}
            citations.append({**citation, **support, "quote": ", ".join(map(str, cited))})
    for name, rows in (("actions", action_rows), ("leads", leads), ("citations", citations)):
        _append(folder / f"{name}.csv", rows)
    return folder


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def _header(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return next(csv.reader(lines))


def _write(path: Path, columns: list[str], rows: Sequence[Mapping[str, object]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as lines:
        writer = csv.DictWriter(lines, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)


def _clear(path: Path) -> None:
    _write(path, _header(path), [])


def _append(path: Path, rows: Sequence[Mapping[str, object]]) -> None:
    _write(path, _header(path), rows)


def _drop_quoting_actions(path: Path, *, keep: bool = False) -> None:
    """Takes out what quotes the shipped actions; with ``keep``, keeps the row as one that is assumed."""
    kept = []
    for row in _rows(path):
        places = [place for place in row["written_in"].split("; ") if place]
        if any(place[0] == "p" and place[1:2].isdigit() for place in places):
            if not keep:
                continue
            row.update(basis="assumed", reason="kept for a generated plan", written_in="", quote="")
        kept.append(row)
    _write(path, _header(path), kept)
