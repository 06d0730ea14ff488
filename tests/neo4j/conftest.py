"""Real Neo4j servers for a test session, or the one that SSCB_TEST_NEO4J_URI names."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, LiteralString, TypeVar

import neo4j
import pytest

from sscb_graph.graph.graph import GraphReader
from sscb_graph.model.vocabulary import Label
from sscb_graph.stores.neo4j.connection import Connection
from sscb_graph.stores.neo4j.loading import load
from sscb_graph.stores.neo4j.reading import SharedPlan, SharedReading
from tests import every_answer
from tests.conftest import Ran, run_sscb
from tests.neo4j.server import CURRENT, LTS, Release, Server

GIVEN = os.environ.get("SSCB_TEST_NEO4J_URI")
RELEASES = [LTS, CURRENT] if CURRENT.find_java() else [LTS]
Result = TypeVar("Result")


class Built(every_answer.Built):
    """A folder's plan in memory, which a server can be given too."""

    def load(self, connection: Connection) -> None:
        """Loads it into a server."""
        load(connection, lambda: self.graph, self.graph.plan_id, self.seed.name, self.seed.digest)


def content(graph: GraphReader) -> tuple[dict[str, Any], dict[str, Any]]:
    """All that a graph holds, for comparing."""
    nodes = {node.id: (sorted(node.labels), node.properties) for node in graph.labelled(Label.SSCB)}
    return nodes, {edge.id: (edge.start.id, edge.type, edge.end.id, edge.properties) for edge in graph.edges(())}


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

    def read(self, work: Callable[[SharedReading], Result], plan: str | None = None) -> Result:
        return SharedPlan(self.connection, plan).read(work, "reading")

    def content(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """All that the only plan holds."""
        return self.read(lambda reading: content(reading.whole().reader))

    @cached_property
    def driver(self) -> neo4j.Driver:
        return neo4j.GraphDatabase.driver(self.uri, auth=(self.user, self.password), notifications_min_severity="OFF")

    def run(self, cypher: LiteralString, **parameters: Any) -> list[dict[str, Any]]:
        with self.driver.session(database=self.database) as session:
            return session.run(cypher, parameters).data()

    def empty(self) -> None:
        """Takes everything of ours and of the tests' away."""
        self.run("MATCH (n) WHERE n:Sscb OR n:Foreign DETACH DELETE n")


def require(release: Release) -> None:
    """Skips where a server cannot run here; a machine of continuous integration has to be able to."""
    if sentence := release.missing():
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)


def _version(release: Release | None) -> str:
    return release.version if release else "given"


#: The mark of tests that a single release shows, since what they show is the tool's and not the server's.
ONE_RELEASE = pytest.mark.parametrize(
    "server", [None] if GIVEN else [LTS], ids=_version, indirect=True, scope="session"
)


@pytest.fixture(scope="session", params=[None] if GIVEN else RELEASES, ids=_version)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    """A running server of each release that this machine can run."""
    if GIVEN:
        user = os.environ.get("SSCB_TEST_NEO4J_USER", "neo4j")
        password = os.environ.get("SSCB_TEST_NEO4J_PASSWORD", "")
        shared = Shared(GIVEN, user, password, os.environ.get("SSCB_TEST_NEO4J_DATABASE"))
        yield shared
        shared.driver.close()
        return
    require(request.param)
    with Server(tmp_path_factory.mktemp("neo4j"), request.param, quick=True) as running:
        shared = Shared(running.uri, running.user, running.password, release=request.param.version)
        yield shared
        shared.driver.close()


@pytest.fixture
def empty(server: Shared) -> Shared:
    """The shared server, with nothing in it."""
    server.empty()
    return server


@pytest.fixture(scope="module")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of a module's own, to stop, kill and hold up; its certificate is signed by nobody but itself."""
    require(LTS)
    with Server(tmp_path_factory.mktemp("own"), LTS, tls=True, quick=True) as running:
        yield running
