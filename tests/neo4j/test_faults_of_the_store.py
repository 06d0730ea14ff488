"""What goes wrong with a server: one clear sentence each, exit code 4, nothing lost, and never the password."""

from __future__ import annotations

import json
import math
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any, LiteralString

import pytest
from neo4j.exceptions import Neo4jError

from sscb_graph.cli.advice import advice
from sscb_graph.errors import BadValue
from sscb_graph.errors_of_store import Busy, Damaged, StoreError
from sscb_graph.folder import open_seed
from sscb_graph.stores.address import StoreAddress
from sscb_graph.stores.neo4j import patience, writing
from sscb_graph.stores.neo4j.adhoc import plain
from sscb_graph.stores.neo4j.connection import Connection, from_environment
from sscb_graph.stores.neo4j.faults import translate
from sscb_graph.stores.neo4j.reading import SharedPlan
from tests.conftest import Ran, SeedCopy, run_sscb
from tests.neo4j.conftest import Built, Shared, content
from tests.neo4j.server import Server

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


def test_that_no_server_is_there_is_said_at_once() -> None:
    env = {"SSCB_NEO4J_URI": "neo4j://127.0.0.1:1", "SSCB_NEO4J_PASSWORD": SECRET}
    started = time.monotonic()
    refused(run_sscb("--store", "neo4j", "gaps", env=env), "No Neo4j server answers at neo4j://127.0.0.1:1")
    assert time.monotonic() - started < 3  # about 0.3 s on a machine that does nothing else


def test_a_server_with_an_unknown_name() -> None:
    env = {"SSCB_NEO4J_URI": "neo4j://no-such-host.invalid:7687", "SSCB_NEO4J_PASSWORD": SECRET}
    refused(run_sscb("--store", "neo4j", "gaps", env=env), "No Neo4j server answers at neo4j://no-such-host.invalid")


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_something_that_is_no_server_and_says_nothing(scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "GRACE", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = Connection(f"{scheme}://127.0.0.1:{silent.getsockname()[1]}", "neo4j", SECRET, None, 0.5)
        started = time.monotonic()
        with pytest.raises(StoreError) as caught:
            SharedPlan(address).read(lambda reading: reading.plan, "asking")
    assert time.monotonic() - started < 8
    assert SECRET not in str(caught.value)


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
        f"neo4j://neo4j:Se/{SECRET}@host",
        f"neo4j://neo4j:#{SECRET}@host",
        f"neo4j://neo4j:?{SECRET}@host",
        f"neo4j://neo4j:[{SECRET}@host",
        f"neo4j://neo4j:a@{SECRET}@host",
        f"neo4j://host/@{SECRET}",
        f"neo4j://neo4j:{SECRET}",
        f"bolt://{SECRET}@localhost",
        f"neo4j:neo4j:{SECRET}@localhost",
        f"http://neo4j:{SECRET}@localhost",
        f"neo4j://localhost/{SECRET}",
        f"neo4j://localhost#{SECRET}",
        "http://localhost",
        "neo4j://",
        "neo4j://a:b:c",
        "neo4j://localhost:0",
    ],
)
def test_an_address_that_cannot_be_used(uri: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSCB_NEO4J_PASSWORD", "x")
    with pytest.raises(BadValue) as caught:
        from_environment(uri)
    assert SECRET not in str(caught.value)
    with pytest.raises(BadValue) as caught:
        from_environment(StoreAddress.parse(uri).uri)
    assert SECRET not in str(caught.value)
    refused(run_sscb("--store", uri, "gaps", env={"SSCB_NEO4J_PASSWORD": "x"}), "does not do for", code=2)
    refused(run_sscb("load", env={"SSCB_NEO4J_PASSWORD": "x", "SSCB_NEO4J_URI": uri}), "does not do for", code=2)


def test_what_follows_an_address_is_never_shown() -> None:
    address = Connection(f"neo4j://localhost:7687?policy={SECRET}", "neo4j", SECRET, None, 1.0)
    assert address.address == "neo4j://localhost:7687"
    assert SECRET not in repr(Connection("neo4j://localhost", "neo4j", SECRET, None, 1.0))


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


def test_a_deadlock_with_other_writers() -> None:
    """The driver tries again for a while; a server does not deadlock for so long at a test's wish."""
    problem = Neo4jError._hydrate_neo4j(
        code="Neo.TransientError.Transaction.DeadlockDetected", message="ForsetiClient[1] ..."
    )
    said = translate(problem, Connection("neo4j://localhost", "neo4j", SECRET, None, 1.0), "loading the plan 'x'")
    assert isinstance(said, Busy)
    assert "Others write to the Neo4j database at neo4j://localhost too, and loading the plan 'x'" in str(said)
    assert advice(said) == "Run the command again."


def test_a_slow_answer_says_what_waited_and_how_long(empty: Shared, tmp_path: Path) -> None:
    said = empty.sscb("cypher", slow(tmp_path), SSCB_NEO4J_TIMEOUT="1.5")
    refused(said, "did not finish running the query in 1.5 seconds", "SSCB_NEO4J_TIMEOUT")


@pytest.mark.parametrize(
    "damage",
    [
        "MATCH (n:Body {id: 'qap'}) REMOVE n.id",
        "MATCH (n:Body {id: 'qap'}) SET n.id = 5",
        "MATCH (n:Body {id: 'qap'}) SET n.id = '<script>'",
        "MATCH (n:Body {id: 'qap'}) REMOVE n.name",
        "MATCH (n:Body {id: 'qap'}) SET n.name = ['a']",
        "MATCH (n:Body {id: 'qap'}) SET n.name = 'a\\u001b[31mb'",
        "MATCH (n:Body {id: 'qap'}) SET n.printed_names = 'a'",
        "MATCH (n:Body {id: 'qap'}) SET n.reason = 1.5",
        "MATCH (n:Body {id: 'qap'}) SET n.position = 'x'",
        "MATCH (n:Body {id: 'qap'}) REMOVE n:Body:Subgroup",
        "MATCH (:Body {id: 'qap'})-[r:REPORTS_TO]->() SET r.basis = 'sworn'",
        "MATCH (:Body {id: 'qap'})-[r:REPORTS_TO]->() REMOVE r.source",
        "MATCH (b:Body {id: 'qap'})-[r:REPORTS_TO]->(o) CREATE (b)-[x:KNOWS]->(o) SET x = properties(r), x.id = 'x'",
    ],
)
def test_data_that_cannot_be_ours(empty: Shared, damage: LiteralString) -> None:
    Built(open_seed(None)).load(empty.connection)
    empty.run(damage)
    with pytest.raises(Damaged, match=r"damaged: a (node|relationship) ") as caught:
        empty.read(lambda reading: reading.whole(), "surrey-2018")
    assert str(caught.value).isprintable()
    empty.run("MATCH (n) WHERE n:Sscb OR n.plan = 'surrey-2018' DETACH DELETE n")


def test_a_load_record_that_is_not_whole(empty: Shared) -> None:
    Built(open_seed(None)).load(empty.connection)
    empty.run("MATCH (l:Load) REMOVE l.digest")
    with pytest.raises(Damaged, match="its load record"):
        empty.read(lambda reading: reading.origin)


def test_other_peoples_data_does_not_reach_an_answer(empty: Shared) -> None:
    Built(open_seed(None)).load(empty.connection)
    before = empty.content()
    empty.run("MATCH (b:Body {id: 'qap'}) SET b:Theirs CREATE (:Foreign:Body {id: 5})-[:REPORTS_TO {basis: 1}]->(b)")
    assert empty.content() == before
    rows = empty.sscb("--store", "neo4j", "who", "reports-to", "qap", "--format", "json").rows
    empty.run("MATCH (f:Foreign) DETACH DELETE f")
    assert rows == empty.sscb("--store", "neo4j", "who", "reports-to", "qap", "--format", "json").rows


def test_no_value_of_a_query_is_more_than_json_can_say() -> None:
    found = plain([1.5, math.inf, -math.inf, {"deep": math.nan}])
    assert json.loads(json.dumps(found, allow_nan=False)) == [1.5, "inf", "-inf", {"deep": "nan"}]


def own(server: Server, timeout: float = 30.0) -> Connection:
    return Connection(server.uri, server.user, server.password, None, timeout)


def test_an_untrusted_certificate(own_server: Server) -> None:
    env = {"SSCB_NEO4J_PASSWORD": own_server.password}
    for scheme in ("bolt+s", "neo4j+s"):
        ran = run_sscb("load", env={**env, "SSCB_NEO4J_URI": f"{scheme}://127.0.0.1:{own_server.port}"})
        refused(ran, "is not trusted")
        assert own_server.password not in ran.err
    assert run_sscb("load", env={**env, "SSCB_NEO4J_URI": own_server.uri}).code == 0


def test_a_server_that_stops_in_a_load_keeps_the_old_plan(
    own_server: Server, seed_copy: SeedCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = Built(open_seed(None))
    old.load(own(own_server))
    seed_copy.edit("bodies.csv", "qap", name="Quality Group")
    new = Built(open_seed(seed_copy.folder))
    real = writing._batched

    def stops(*arguments: Any) -> None:
        real(*arguments)
        if arguments[-1] == "updating nodes":
            own_server.kill()

    monkeypatch.setattr(writing, "_batched", stops)
    with pytest.raises(StoreError, match=r"lost while loading the plan|No Neo4j server answers") as caught:
        new.load(own(own_server, timeout=2.0))
    assert own_server.password not in str(caught.value)
    monkeypatch.undo()
    own_server.start()
    for plan in (None, new):
        if plan:
            plan.load(own(own_server))
        held = SharedPlan(own(own_server)).read(lambda reading: content(reading.whole().reader), "reading")
        assert held == content((plan or old).graph)


def slow(folder: Path) -> Path:
    query = folder / "slow.cypher"
    query.write_text("UNWIND range(1, 100000000000) AS x WITH x WHERE x < 0 RETURN x", encoding="utf-8")
    return query


@pytest.mark.skipif(sys.platform == "win32", reason="a process is held up by a signal of other systems")
def test_a_server_that_falls_silent(own_server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before a question, and in the middle of it."""
    monkeypatch.setattr(patience, "GRACE", 1.0)
    Built(open_seed(None)).load(own(own_server))
    assert own_server._process
    held = own_server._process.pid

    def falls_silent(reading: Any) -> None:
        os.kill(held, signal.SIGSTOP)
        reading.whole()

    try:
        for work, said in ((falls_silent, "did not finish asking in 2 seconds"), (falls_silent, "it does not answer")):
            started = time.monotonic()
            with pytest.raises(StoreError, match=said):
                SharedPlan(own(own_server, timeout=2.0)).read(work, "asking")
            assert time.monotonic() - started < 15
    finally:
        os.kill(held, signal.SIGCONT)
    assert SharedPlan(own(own_server)).read(lambda reading: reading.plan, "asking") == "surrey-2018"


def test_a_server_that_stops_in_a_question(own_server: Server, tmp_path: Path) -> None:
    env = {"SSCB_NEO4J_URI": own_server.uri, "SSCB_NEO4J_PASSWORD": own_server.password}
    threading.Timer(1, own_server.kill).start()
    refused(run_sscb("cypher", slow(tmp_path), env=env), "was lost while running the query")
