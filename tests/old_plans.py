"""The shipped plan as earlier versions shipped it."""

from __future__ import annotations

import shutil
from pathlib import Path

from sscb_graph.folder.csv_cells import write_csv
from tests.conftest import ROOT, SeedCopy

NEW = ("reports.csv", "recommendations.csv")
OLD = ("ofsted_recommendations.csv", "peer_recommendations.csv")
_COLUMNS = {
    "report-ofsted": ["id", "position", "number", "page", "kind", "recommendation", "topic"],
    "report-peer": ["id", "position", "number", "text"],
}


def write_old_plan(folder: Path) -> None:
    """Writes the shipped plan in the old form: a file of recommendations for each report, and plan.csv's old column."""
    shutil.copytree(ROOT / "seed", folder, ignore=shutil.ignore_patterns("proposals"))
    seed = SeedCopy(folder)
    items = seed.rows("recommendations.csv")
    for file, (report, columns) in zip(OLD, _COLUMNS.items(), strict=True):
        (folder / file).write_bytes(write_csv(columns, [row for row in items if row["report"] == report]))
    for file in NEW:
        (folder / file).unlink()
    seed.replace("plan.csv", b"default_report", b"recommendations_document")
    seed.replace("plan.csv", b"report-ofsted", b"ofsted-report-2018")
    seed.edit("notes.csv", "note-ofsted-numbers", about="ofsted-report-2018")
