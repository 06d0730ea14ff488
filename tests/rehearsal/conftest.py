"""A proposal written into a file, and rehearsed as people do it."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from sscb_graph.rehearsal.proposal import ProposedRow
from tests.conftest import Ran, run_sscb

Rows = Sequence[Mapping[str, str]]
Write = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Write:
    """Writes the rows of a proposal into a file, each with the cells that are given."""

    def write(*rows: Mapping[str, str], name: str = "proposal.csv") -> Path:
        file = tmp_path / name
        with file.open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, list(ProposedRow.columns()), restval="")
            writer.writeheader()
            writer.writerows(rows)
        return file

    return write


@pytest.fixture
def rehearsed(written: Write) -> Callable[..., dict[str, Any]]:
    """The JSON of a rehearsal of some rows."""

    def rehearse(*rows: Mapping[str, str], options: Sequence[str] = ()) -> dict[str, Any]:
        ran = run_sscb(*options, "rehearse", written(*rows), "--format", "json")
        assert ran.code in {0, 1}, ran.err
        found: dict[str, Any] = json.loads(ran.out)
        return found

    return rehearse


def faults(ran: Ran) -> list[str]:
    """The faults that a run told, without the sentence before them."""
    assert ran.code == 3, (ran.code, ran.err)
    assert ran.out == ""
    return [line.strip() for line in ran.err.splitlines()[1:]]
