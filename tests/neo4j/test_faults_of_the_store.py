"""What goes wrong with a server: one clear sentence each, exit code 4, nothing lost, and never the password."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sscb_graph.seed import open_seed

from sscb_graph.errors import StoreError
from sscb_graph.stores.embedded import EmbeddedStore
from sscb_graph.stores.neo4j import loading
from sscb_graph.stores.neo4j.connection import Connection
from sscb_graph.stores.neo4j.reading import read
from tests.conftest import Ran, SeedCopy, run_sscb
from tests.neo4j.conftest import Shared
from tests.neo4j.server import LTS, Server, missing

SECRET = "hunter2-is-not-to-be-seen"  # noqa: S105 (it is looked for in what is printed)


def refused(ran: Ran, *said: str, code: int = 4) -> None:
    assert ran.code == code, (ran.out, ran.err)
    assert ran.out == ""
    assert ran.err.startswith("Error: ")
    assert ran.err.count("\n") == 1, ran.err
    assert "Traceback" not in ran.err
    assert SECRET not in ran.err
    for part in said:
        assert part in ran.err, ran.err


def test_no_server_is_there() -> None:
    env = {"SSCB_NEO4J_URI": "bolt://127.0.0.1:1", "SSCB_NEO4J_PASSWORD": SECRET}
    for command in (["--store", "neo4j", "gaps"], ["load"], ["unload", "x", "--yes"], ["schema", "apply"]):
        refused(run_sscb(*command, env=env), "No Neo4j server answers at bolt://127.0.0.1:1")


def test_a_server_with_an_unknown_name() -> None:
    env = {"SSCB_NEO4J_URI": "neo4j://no-such-host.invalid:7687", "SSCB_NEO4J_PASSWORD": SECRET}
    refused(run_sscb("--store", "neo4j", "gaps", env=env), "No Neo4j server answers at neo4j://no-such-host.invalid")


def test_no_password_is_set() -> None:
    env = {key: value for key, value in os.environ.items() if not key.startswith("SSCB_NEO4J")}
    done = subprocess.run(
        [sys.executable, "-m", "sscb_graph", "--store", "neo4j", "gaps"],
        capture_output=True,
        text=True,
        env=env,
        check=False,
    )
    assert done.returncode == 4
    assert "SSCB_NEO4J_PASSWORD is not set" in done.stderr


@pytest.mark.parametrize(
    "uri",
    [
        f"neo4j://neo4j:{SECRET}@localhost:7687",
        f"bolt://{SECRET}@localhost",
        "http://localhost",
        "neo4j://",
        "neo4j://a:b:c",
    ],
)
def test_an_address_that_cannot_be_used(uri: str) -> None:
    env = {"SSCB_NEO4J_PASSWORD": "x"}
    refused(run_sscb("--store", uri, "gaps", env=env), "does not do for the address of the store", code=2)
    refused(run_sscb("load", env={**env, "SSCB_NEO4J_URI": uri}), "the address of the store", code=2)


def test_a_timeout_that_is_no_number() -> None:
    env = {"SSCB_NEO4J_PASSWORD": "x", "SSCB_NEO4J_TIMEOUT": "soon"}
    refused(run_sscb("load", env=env), "'soon' does not do for SSCB_NEO4J_TIMEOUT", code=2)


def test_a_wrong_password(server: Shared) -> None:
    refused(server.sscb("load", SSCB_NEO4J_PASSWORD=SECRET), "refuses the login of 'neo4j'", "SSCB_NEO4J_PASSWORD")


def test_a_wrong_database(server: Shared) -> None:
    refused(server.sscb("load", SSCB_NEO4J_DATABASE="nosuch"), "has no database 'nosuch'")


def test_nothing_is_loaded(empty: Shared) -> None:
    refused(empty.sscb("--store", "neo4j", "gaps"), "No plan is in the Neo4j database", "sscb load")
    refused(empty.sscb("--store", "neo4j", "--plan", "x", "gaps"), "The plan 'x' is not in the Neo4j database")


def test_a_plan_of_an_older_version(empty: Shared) -> None:
    empty.sscb("load")
    empty.run("MATCH (l:Load) SET l.schema = 0")
    refused(empty.sscb("--store", "neo4j", "gaps"), "loaded by another version", "sscb load")
    assert empty.sscb("load").code == 0
    assert empty.sscb("--store", "neo4j", "gaps").code == 0


def test_somebody_elses_constraint(empty: Shared) -> None:
    empty.run("CREATE (:Foreign:Body {name: 'Ofsted'})")
    empty.run("CREATE CONSTRAINT theirs FOR (b:Body) REQUIRE b.name IS UNIQUE")
    try:
        refused(
            empty.sscb("load"), "A constraint of the database stands against loading the plan", "Nothing was written"
        )
        assert empty.run("MATCH (n:Sscb) RETURN count(n) AS n") == [{"n": 0}]
    finally:
        empty.run("DROP CONSTRAINT theirs")
    assert empty.sscb("load").code == 0


def test_a_slow_answer_says_what_waited_and_how_long(empty: Shared, tmp_path: Path) -> None:
    query = tmp_path / "slow.cypher"
    query.write_text("UNWIND range(1, 100000000000) AS x WITH x WHERE x < 0 RETURN x", encoding="utf-8")
    said = empty.sscb("cypher", query, SSCB_NEO4J_TIMEOUT="1.5")
    refused(said, "did not finish running the query in 1.5 seconds", "SSCB_NEO4J_TIMEOUT")


@pytest.fixture(scope="module")
def secured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    if sentence := missing(LTS):
        pytest.skip(sentence)
    with Server(tmp_path_factory.mktemp("tls"), LTS, tls=True) as running:
        yield running


def test_an_untrusted_certificate(secured: Server) -> None:
    env = {"SSCB_NEO4J_PASSWORD": secured.password}
    for scheme in ("bolt+s", "neo4j+s"):
        ran = run_sscb("load", env={**env, "SSCB_NEO4J_URI": f"{scheme}://127.0.0.1:{secured.port}"})
        refused(ran, "is not trusted")
        assert secured.password not in ran.err
    assert run_sscb("load", env={**env, "SSCB_NEO4J_URI": secured.uri}).code == 0


def test_a_server_that_stops_in_a_load_keeps_the_old_plan(
    own_server: Server, seed_copy: SeedCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = Connection(own_server.uri, own_server.user, own_server.password, None, 30.0)
    old = EmbeddedStore(open_seed(None))
    loading.load(connection, lambda: old.graph, "surrey-2018", "old", old.seed.digest)
    seed_copy.edit("bodies.csv", "qap", name="Quality Group")
    new = seed_copy.store()
    real = loading._batched

    def stops(*arguments: object) -> None:
        real(*arguments)  # type: ignore[arg-type]
        if arguments[-1] == "updating nodes":
            own_server.kill()

    monkeypatch.setattr(loading, "_batched", stops)
    with pytest.raises(StoreError, match=r"lost while loading the plan|No Neo4j server answers") as caught:
        loading.load(connection, lambda: new.graph, "surrey-2018", "new", new.seed.digest)
    assert own_server.password not in str(caught.value)
    monkeypatch.undo()
    own_server.start()
    back = read(connection, None, lambda one: one.graph(), "reading")
    assert dict(back.nodes) == dict(old.graph.nodes)
    loading.load(connection, lambda: new.graph, "surrey-2018", "new", new.seed.digest)
    back = read(connection, None, lambda one: one.graph(), "reading")
    assert dict(back.nodes) == dict(new.graph.nodes)


def test_a_server_that_stops_in_a_question(own_server: Server, tmp_path: Path) -> None:
    query = tmp_path / "slow.cypher"
    query.write_text("UNWIND range(1, 100000000000) AS x WITH x WHERE x < 0 RETURN x", encoding="utf-8")
    env = {"SSCB_NEO4J_URI": own_server.uri, "SSCB_NEO4J_PASSWORD": own_server.password}
    threading.Timer(3, own_server.kill).start()
    ran = run_sscb("cypher", query, env=env)
    own_server.kill()
    own_server.start()
    refused(ran, "was lost while running the query")


@pytest.mark.skipif(sys.platform == "win32", reason="a process is held up by a signal of other systems")
def test_a_server_that_says_nothing(own_server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    assert own_server._process
    held = own_server._process.pid
    env = {"SSCB_NEO4J_URI": own_server.uri, "SSCB_NEO4J_PASSWORD": own_server.password, "SSCB_NEO4J_TIMEOUT": "1"}
    os.kill(held, signal.SIGSTOP)
    try:
        started = time.monotonic()
        ran = run_sscb("--store", "neo4j", "gaps", env=env)
        assert time.monotonic() - started < 60
    finally:
        os.kill(held, signal.SIGCONT)
    refused(ran)
