"""A server that the attacks share; each of them empties it before it begins."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.neo4j.conftest import require
from tests.neo4j.server import LTS, Server


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of the attacks' own, to kill."""
    require(LTS)
    with Server(tmp_path_factory.mktemp("attacked"), LTS, quick=True) as running:
        yield running
