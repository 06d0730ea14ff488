"""A server that never answers, stops midway, sends what is no answer, or does not stop: a sentence, soon, and 4."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator

import pytest

from sscb_graph.stores.neo4j import connection, limits, loading, patience
from tests.conftest import Ran, run_sscb
from tests.neo4j.bolt import FAULTS, FakeServer
from tests.neo4j.test_faults_of_the_store import SECRET, refused

#: The time limit of a question in these tests, in seconds; the silence of others is as short.
SHORT = 0.3
GAPS = ("--store", "neo4j", "gaps")


#: A driver that is closed while it waits leaves the closing of some sockets to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore:unclosed")


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for module, name in ((connection, "CONNECT"), (connection, "LOGIN"), (loading, "SILENCE")):
        monkeypatch.setattr(module, name, SHORT)
    for module in (connection, patience):
        monkeypatch.setattr(module, "GRACE", SHORT)
    yield
    gc.collect()


def ask(fake: FakeServer, *command: str) -> Ran:
    env = {"SSCB_NEO4J_URI": fake.uri, "SSCB_NEO4J_PASSWORD": SECRET, "SSCB_NEO4J_TIMEOUT": str(SHORT)}
    return run_sscb(*command, env=env)


#: In place of a greeting of four bytes, most faults are the same words that are none.
GREETINGS = ("nothing", "nothing, for ever", "zeros", "words")


@pytest.mark.parametrize(
    ("step", "fault"),
    [
        *(("greeting", fault) for fault in GREETINGS),
        *((step, fault) for step in ("login", "answer") for fault in FAULTS),
    ],
)
def test_a_server_that_is_none(step: str, fault: str) -> None:
    with FakeServer(step, fault) as fake:
        ran = ask(fake, *GAPS)
    refused(ran, "server")
    assert ran.err.rstrip("\n").isprintable()
    assert len(ran.err) < 1_000


@pytest.mark.parametrize("command", [("load",), ("load", "--dry-run"), ("unload", "x", "--yes"), ("schema", "apply")])
def test_a_server_that_falls_silent_in_a_load(command: tuple[str, ...]) -> None:
    with FakeServer("answer", "nothing, for ever") as fake:
        refused(ask(fake, *command), f"The Neo4j server at {fake.uri} did not finish", "in 0.3 seconds")


def test_records_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_VALUES", 10_000)
    for module in (connection, patience):
        monkeypatch.setattr(module, "GRACE", 30.0)
    with FakeServer("answer", "records for ever") as fake:
        refused(ask(fake, *GAPS), "sent more than 10,000 values while answering the question")


def test_a_question_waits_no_longer_than_its_limit() -> None:
    """A closed connection makes the driver try again; the second try is bounded too."""
    started = time.monotonic()
    with FakeServer("answer", "nothing, for ever") as fake:
        refused(ask(fake, *GAPS), "did not finish answering the question in 0.3 seconds")
    assert time.monotonic() - started < 60  # it was for ever
