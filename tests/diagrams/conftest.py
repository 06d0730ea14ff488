"""One picture of every kind, of the shipped plan."""

from __future__ import annotations

import pytest

from sscb_graph.pictures.picture import Picture
from sscb_graph.plan import OpenPlan
from tests.diagrams.drawing import pictures


@pytest.fixture(scope="session")
def drawn(surrey: OpenPlan) -> dict[str, Picture]:
    return pictures(surrey)
