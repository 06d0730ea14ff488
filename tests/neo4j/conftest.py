"""Real Neo4j servers for a test session, or the one that SSCB_TEST_NEO4J_URI names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, LiteralString

import neo4j
import pytest

from sscb_graph.stores.neo4j.connection import Connection
from tests.conftest import Ran, run_sscb
from tests.neo4j.server import CURRENT, LTS, Release, Server, find_java, missing

GIVEN = os.environ.get("SSCB_TEST_NEO4J_URI")
RELEASES = [LTS, CURRENT] if find_java(CURRENT) else [LTS]


@dataclass(frozen=True)
class Shared:
    """A server that tests share, and how it is reached."""

    uri: str
    user: str
    password: str
    database: str | None = None
    release: str = "given"

    @property
    def connection(self) -> Connection:
        return Connection(self.uri, self.user, self.password, self.database, 60.0)

    @property
    def env(self) -> dict[str, str]:
        return {
            "SSCB_NEO4J_URI": self.uri,
            "SSCB_NEO4J_USER": self.user,
            "SSCB_NEO4J_PASSWORD": self.password,
            "SSCB_NEO4J_DATABASE": self.database or "",
        }

    def sscb(self, *arguments: str | Path, **env: str) -> Ran:
        return run_sscb(*arguments, env={**self.env, **env})

    def run(self, cypher: LiteralString, **parameters: Any) -> list[dict[str, Any]]:
        with (
            neo4j.GraphDatabase.driver(
                self.uri, auth=(self.user, self.password), notifications_min_severity="OFF"
            ) as driver,
            driver.session(database=self.database) as session,
        ):
            return session.run(cypher, parameters).data()

    def empty(self) -> None:
        """Takes everything of ours and of the tests' away."""
        self.run("MATCH (n) WHERE n:Sscb OR n:Foreign DETACH DELETE n")


def _skip_where_it_cannot_run(release: Release) -> None:
    if sentence := missing(release):
        pytest.skip(sentence)


@pytest.fixture(scope="session", params=[None] if GIVEN else RELEASES, ids=lambda one: one.version if one else "given")
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    """A running server of each release that this machine can run."""
    if GIVEN:
        user = os.environ.get("SSCB_TEST_NEO4J_USER", "neo4j")
        password = os.environ.get("SSCB_TEST_NEO4J_PASSWORD", "")
        yield Shared(GIVEN, user, password, os.environ.get("SSCB_TEST_NEO4J_DATABASE"))
        return
    _skip_where_it_cannot_run(request.param)
    with Server(tmp_path_factory.mktemp("neo4j"), request.param) as running:
        yield Shared(running.uri, running.user, running.password, release=request.param.version)


@pytest.fixture
def empty(server: Shared) -> Shared:
    """The shared server, with nothing in it."""
    server.empty()
    return server


@pytest.fixture(scope="module")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of a module's own, to stop, kill and hold up."""
    _skip_where_it_cannot_run(LTS)
    with Server(tmp_path_factory.mktemp("own"), LTS) as running:
        yield running
