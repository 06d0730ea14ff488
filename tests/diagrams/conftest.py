"""One picture of every kind, of the shipped plan."""

from __future__ import annotations

import pytest

from sscb_graph.pictures.picture import Picture
from sscb_graph.stores.embedded import EmbeddedStore
from tests.diagrams.drawing import pictures


@pytest.fixture(scope="session")
def drawn(surrey: EmbeddedStore) -> dict[str, Picture]:
    return pictures(surrey)
