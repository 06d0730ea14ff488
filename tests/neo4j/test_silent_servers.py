"""A server that never answers, stops midway, sends what is no answer, or does not stop: a sentence, soon, and 4."""

from __future__ import annotations

import gc
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from sscb_graph.folder import open_seed
from sscb_graph.stores.neo4j import connection, limits, loading, patience
from tests.conftest import Ran, run_sscb
from tests.neo4j.bolt import FAULTS, FakeServer
from tests.neo4j.conftest import Built, Shared, content
from tests.neo4j.server import LTS
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


@pytest.mark.parametrize("step", ["greeting", "login", "answer"])
@pytest.mark.parametrize("fault", FAULTS)
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
    monkeypatch.setattr(limits, "MOST_THINGS", 10_000)
    for module in (connection, patience):
        monkeypatch.setattr(module, "GRACE", 30.0)
    with FakeServer("answer", "records for ever") as fake:
        refused(ask(fake, *GAPS), "sent more than 10,000 rows, nodes and other values while answering the question")


def only_on_lts(server: Shared) -> None:
    if server.release not in {LTS.version, "given"}:
        pytest.skip("the limit is the tool's, not the server's: a single release shows it")


def query(folder: Path, cypher: str) -> Path:
    file = folder / "query.cypher"
    file.write_text(cypher, encoding="utf-8")
    return file


def test_five_million_rows_are_refused_and_not_kept(
    server: Shared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only_on_lts(server)
    monkeypatch.setattr(limits, "MOST_THINGS", 50_000)
    file = query(tmp_path, "UNWIND range(1, 5000000) AS x RETURN x, toString(x) AS text")
    tracemalloc.start()
    try:
        refused(server.sscb("cypher", file), "more than 50,000 rows", "nothing of it is shown. Add a LIMIT to it")
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("cypher", "said"),
    [
        ("RETURN range(1, 60000) AS all", "more than 50,000 rows"),
        ("UNWIND range(1, 50) AS x RETURN reduce(a = 'x', i IN range(1, 14) | a + a) AS text", "characters"),
        ("RETURN reduce(a = [], i IN range(1, 150) | [a]) AS deep", "100 lists in lists"),
        ("UNWIND range(1, 60000) AS x RETURN {a: {b: [x]}} AS map", "more than 50,000 rows"),
    ],
)
def test_an_answer_of_few_rows_may_be_too_large_too(
    server: Shared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cypher: str, said: str
) -> None:
    only_on_lts(server)
    monkeypatch.setattr(limits, "MOST_THINGS", 50_000)
    monkeypatch.setattr(limits, "MOST_CHARACTERS", 500_000)
    refused(server.sscb("cypher", query(tmp_path, cypher)), said)


def test_an_answer_below_the_limit_is_whole(server: Shared, tmp_path: Path) -> None:
    only_on_lts(server)
    ran = server.sscb("cypher", query(tmp_path, "UNWIND range(1, 20000) AS x RETURN x"), "--format", "json")
    assert [row["x"] for row in ran.rows] == list(range(1, 20_001))


def test_a_plan_that_others_fill_is_refused_by_questions_and_loads(
    empty: Shared, monkeypatch: pytest.MonkeyPatch
) -> None:
    only_on_lts(empty)
    assert empty.sscb("load").code == 0
    empty.run(
        "MATCH (n:Body {id: 'qap'})-[r:REPORTS_TO]->(o) UNWIND range(1, 5000) AS x "
        "CREATE (n)-[y:REPORTS_TO]->(o) SET y = properties(r), y.id = 'x' + x"
    )
    monkeypatch.setattr(limits, "MOST_THINGS", 4_000)
    refused(
        empty.sscb(*GAPS), "sent more than 4,000 rows, nodes and other values while answering", "no plan is so large"
    )
    for command in (("unload", "surrey-2018", "--yes"), ("load", "--dry-run")):
        ran = empty.sscb(*command)
        assert ran.code == 4
        assert "sent more than 4,000" in ran.err


def test_the_default_limits_are_far_above_a_plan() -> None:
    assert 500 * sum(map(len, content(Built(open_seed(None)).graph))) < limits.MOST_THINGS


def test_a_question_waits_no_longer_than_its_limit() -> None:
    """A closed connection makes the driver try again; the second try is bounded too."""
    started = time.monotonic()
    with FakeServer("answer", "nothing, for ever") as fake:
        refused(ask(fake, *GAPS), "did not finish answering the question in 0.3 seconds")
    assert time.monotonic() - started < 60  # it was for ever
