"""Loading, asking and unloading on a real server, as users do it."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any, LiteralString

import neo4j
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sscb_graph.errors import SscbError, UnknownName
from sscb_graph.folder import open_seed
from sscb_graph.questions.asking import Reading, ask
from sscb_graph.questions.definition import find_question
from sscb_graph.questions.rows import Row
from sscb_graph.stores.neo4j import reading as reading_module
from sscb_graph.stores.neo4j.reading import SharedReading
from sscb_graph.stores.neo4j.schema import load_record, statements
from sscb_graph.stores.neo4j.script import comment, literal, script
from tests.cli.named_files import provide_files
from tests.conftest import ROOT, SeedCopy, run_sscb, speaks_to_neo4j
from tests.neo4j.conftest import Built, Shared, content


def rows(server: Shared, *command: str) -> list[dict[str, object]]:
    ran = server.sscb("--store", "neo4j", *command, "--format", "json")
    assert ran.code == 0, ran.err
    return ran.rows


def test_a_lead_loads_the_plan_and_asks_it(empty: Shared) -> None:
    first = empty.sscb("load")
    assert first.code == 0, first.err
    assert "created, 0 updated, 0 removed" in first.out
    answer = json.loads(empty.sscb("--store", "neo4j", "trace", "ofsted", "22", "--format", "json").out)
    assert len(answer["rows"]) == 6
    assert answer["from"]["store"] == "neo4j"
    assert answer["from"]["digest"] == open_seed(None).digest
    assert "loaded 20" in answer["from"]["load"]
    shown = empty.sscb("--store", empty.uri, "trace", "ofsted", "22", "--full").out
    assert "neo4j store, loaded 20" in shown.replace("\n", " ")
    brief = empty.sscb("--store", empty.uri, "trace", "ofsted", "22").out
    assert ", loaded " in brief
    assert len(brief.splitlines()) <= 24, "a brief page fits a screen here too"
    here = json.loads(empty.sscb("trace", "ofsted", "22", "--format", "json").out)
    assert here["from"]["store"] == "embedded", "the environment alone does not change where answers come from"


def _when(command: list[str]) -> tuple[bool, ...]:
    """When a printed command runs: a load first, and last what puts a second plan beside the only one."""
    return command[0] == "rehearse", command[0] == "unload", command[-1] == "my-plan", command != ["load"]


def test_every_printed_command_that_needs_a_server_runs_on_one(empty: Shared, tmp_path: Path) -> None:
    pages = "".join((ROOT / page).read_text(encoding="utf-8") for page in ("README.md", "docs/neo4j.md"))
    commands = dict.fromkeys(re.findall(r"`sscb ([^`]+)`", pages))
    needing = [command for command in map(shlex.split, commands) if speaks_to_neo4j(command)]
    assert len(needing) >= 7
    needing.sort(key=_when)
    for command in needing:
        provide_files(tmp_path, command)
        yes = ["--yes"] if command[0] == "unload" else []
        ran = run_sscb(*command, *yes, cwd=tmp_path, env=empty.env)
        assert ran.code == 0, (command, ran.err)


def test_a_second_load_of_the_same_seed_writes_nothing(empty: Shared) -> None:
    empty.sscb("load")
    before = empty.run("MATCH (l:Load) RETURN l{.*} AS load")
    again = empty.sscb("load")
    assert "already loaded as it is" in again.out
    assert "nothing was written" in again.out
    assert empty.run("MATCH (l:Load) RETURN l{.*} AS load") == before


def test_a_dry_run_says_what_would_change_and_writes_nothing(empty: Shared, seed_copy: SeedCopy) -> None:
    dry = empty.sscb("load", "--dry-run")
    assert dry.out.startswith("Dry run, nothing written.")
    assert empty.run("MATCH (n:Sscb) RETURN count(n) AS n") == [{"n": 0}]
    real = empty.sscb("load")
    assert dry.out.removeprefix("Dry run, nothing written. ") == real.out
    seed_copy.edit("bodies.csv", "qap", name="Quality Group")
    changed = empty.sscb("load", "--dry-run", seed_copy.folder)
    assert "updated" in changed.out
    assert "0 removed" in changed.out


def test_a_changed_seed_changes_only_what_differs(empty: Shared, seed_copy: SeedCopy) -> None:
    empty.sscb("load")
    empty.run("MATCH (b:Body {id: 'qap'}) SET b.stale = 'x'")
    seed_copy.edit("bodies.csv", "qap", name="Quality Group", kind="panel")
    seed_copy.remove("relations.csv", "damb-updates-qap")
    done = empty.sscb("load", seed_copy.folder)
    assert done.code == 0, done.err
    (body,) = empty.run("MATCH (b:Body {id: 'qap'}) RETURN b.name AS name, labels(b) AS labels, b.stale AS stale")
    assert (body["name"], sorted(body["labels"]), body["stale"]) == ("Quality Group", ["Body", "Panel", "Sscb"], None)
    assert empty.content() == content(Built(open_seed(seed_copy.folder)).graph)


def test_other_peoples_data_is_left_alone(empty: Shared, seed_copy: SeedCopy) -> None:
    empty.run("CREATE (:Foreign:Body {id: 'qap', name: 'theirs'})-[:KNOWS {plan: 'theirs'}]->(:Foreign {x: 1})")
    empty.sscb("load")
    empty.run("MATCH (b:Sscb {id: 'damb'}), (f:Foreign {x: 1}) CREATE (f)-[:LIKES]->(b)")
    before = empty.run("MATCH (f:Foreign) OPTIONAL MATCH (f)-[r]->(o) RETURN f{.*} AS f, type(r) AS r, o{.id} AS o")
    assert empty.sscb("load").code == 0
    refused = empty.sscb("unload", "surrey-2018", "--yes")
    assert refused.code == 4
    assert "somebody else's relationship LIKES hangs on it" in refused.err
    empty.run("MATCH (:Foreign)-[r:LIKES]->() DELETE r")
    assert empty.sscb("unload", "surrey-2018", "--yes").code == 0
    after = empty.run("MATCH (f:Foreign) OPTIONAL MATCH (f)-[r]->(o) RETURN f{.*} AS f, type(r) AS r, o{.id} AS o")
    kept = [{**row, "r": None, "o": None} if row["r"] == "LIKES" else row for row in before]
    assert sorted(map(str, after)) == sorted(map(str, kept))
    assert empty.run("MATCH (n:Sscb) RETURN count(n) AS n") == [{"n": 0}]


def test_several_plans_live_together_and_one_is_removed(empty: Shared, seed_copy: SeedCopy) -> None:
    seed_copy.edit("plan.csv", "surrey-2018", id="second")
    done = empty.sscb("load", ROOT / "seed", seed_copy.folder)
    assert done.out.count("created") == 2
    unchosen = empty.sscb("--store", "neo4j", "gaps")
    assert unchosen.code == 2
    assert "Several plans are here: second, surrey-2018." in unchosen.err
    chosen = empty.sscb("--store", "neo4j", "--plan", "second", "trace", "ofsted", "22", "--format", "json")
    assert len(chosen.rows) == 6
    assert empty.sscb("unload", "second", "--yes").code == 0
    assert len(rows(empty, "trace", "ofsted", "22")) == 6
    assert empty.sscb("--store", "neo4j", "--plan", "second", "gaps").code == 4
    assert empty.sscb("unload", "second", "--yes").code == 4


def test_unloading_asks_first(empty: Shared) -> None:
    empty.sscb("load")
    ran = empty.sscb("unload", "surrey-2018")
    assert ran.code == 2
    assert ran.err.splitlines()[-1].startswith("Error: Nothing was removed: answer y, or say --yes.")
    assert empty.run("MATCH (l:Load) RETURN count(l) AS n") == [{"n": 1}]


def test_a_bad_seed_is_not_loaded_at_all(empty: Shared, seed_copy: SeedCopy) -> None:
    seed_copy.edit("leads.csv", "lead-p1-1.2-scrg", body="scrgg")
    ran = empty.sscb("load", ROOT / "seed", seed_copy.folder)
    assert ran.code in {2, 3}
    assert empty.run("MATCH (n:Sscb) RETURN count(n) AS n") == [{"n": 0}]


def test_the_schema_is_made_once(empty: Shared) -> None:
    assert empty.sscb("schema", "apply").code == 0
    assert "already" in empty.sscb("schema", "apply").out
    shown = empty.sscb("schema", "show").out
    assert "REQUIRE (n.plan, n.id) IS UNIQUE" in shown


@pytest.mark.parametrize("name", ["actions-by-recommendation", "reports-to", "who-leads", "path"])
def test_the_lookup_of_a_question_uses_the_constraint(empty: Shared, name: str) -> None:
    empty.sscb("load")
    text = find_question(name).cypher.replace("CYPHER 5", "CYPHER 5 EXPLAIN", 1)
    given = {
        parameter.name: ["x"] if parameter.kind in {"action", "types", "ids"} else "x"
        for parameter in find_question(name).parameters
    }
    with empty.driver.session(database=empty.database) as session:
        plan = session.run(neo4j.Query(text), {**given, "plan": "x", "basis": ["stated"]}).consume().plan
    assert "NodeUniqueIndexSeek" in json.dumps(plan, default=str)


def test_an_ad_hoc_query_reads_and_cannot_write(empty: Shared, tmp_path: Path) -> None:
    empty.sscb("load")
    query = tmp_path / "q.cypher"
    query.write_text("MATCH (b:Body {id: $id}) RETURN b.name AS name, b AS node", encoding="utf-8")
    ran = empty.sscb("cypher", query, "-p", "id=qap", "--format", "json")
    assert ran.rows[0]["name"] == "Quality Assurance and Performance Group"
    assert ran.rows[0]["node"]["labels"] == ["Body", "Sscb", "Subgroup"]
    for write in (
        "CREATE (:Foreign) RETURN 1 AS x",
        "MATCH (n:Sscb) DETACH DELETE n",
        "CREATE INDEX x FOR (n:X) ON (n.y)",
    ):
        query.write_text(write, encoding="utf-8")
        refused = empty.sscb("cypher", query)
        assert refused.code == 4, refused.out
        assert "refused running the query" in refused.err
        assert "Traceback" not in refused.err
    assert empty.run("MATCH (n:Foreign) RETURN count(n) AS n") == [{"n": 0}]
    query.write_text("MATCH (n RETURN", encoding="utf-8")
    assert empty.sscb("cypher", query).code == 4


def test_an_ad_hoc_query_from_standard_input(empty: Shared) -> None:
    done = run_sscb("cypher", "-", "--format", "json", env=empty.env, stdin="RETURN 1 AS one")
    assert done.rows == [{"one": 1}], done.err


def run_script(server: Shared, text: str) -> None:
    with server.driver.session(database=server.database) as session:
        for line in text.splitlines():
            if not line.startswith("//"):
                session.run(neo4j.Query(line.removesuffix(";"))).consume()


def test_a_script_rebuilds_the_same_graph(empty: Shared) -> None:
    built = Built(open_seed(None))
    origin = built.plan.read(lambda reading: reading.origin, "reading")
    nodes, edges = content(built.graph)
    record = load_record(origin, len(nodes), len(edges), "by a script")
    text = script(built.graph, origin, statements(), record)
    assert text.isascii()
    run_script(empty, text)
    assert empty.content() == (nodes, edges)
    assert "already loaded as it is" in empty.sscb("load").out
    back = empty.read(lambda reading: reading.whole())
    assert script(back.reader, origin, statements(), record) == text


@pytest.mark.parametrize("name", ["a\nCREATE (:Foreign) //", "a\u2028b", "a\\u000aCREATE (:Foreign) //", "é\r\n"])
def test_a_folders_name_stays_in_its_comment(name: str) -> None:
    line = comment(name)
    assert line.startswith("// ")
    assert line.splitlines() == [line]
    assert line.isascii()
    assert "\\" not in line


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_folders_name_is_stored_on_one_line(empty: Shared, seed_copy: SeedCopy, tmp_path: Path) -> None:
    folder = seed_copy.folder.rename(tmp_path / "a\nb\u202ec")
    assert empty.sscb("load", folder).code == 0
    (record,) = empty.run("MATCH (l:Load) RETURN l.seed AS seed")
    assert str(record["seed"]).endswith("a\\nb\\u202ec")


def test_infinity_is_no_json(empty: Shared) -> None:
    ran = run_sscb("cypher", "-", "--format", "json", env=empty.env, stdin="RETURN 1.0 / 0.0 AS a, [0.0 / 0.0] AS b")
    assert json.loads(ran.out, parse_constant=pytest.fail)["rows"] == [{"a": "inf", "b": ["nan"]}]


def test_two_loads_at_once_end_as_one_of_the_two(empty: Shared, seed_copy: SeedCopy) -> None:
    seed_copy.edit("bodies.csv", "qap", name="Quality Group")
    seed_copy.remove("relations.csv", "damb-updates-qap")
    plans = [Built(open_seed(None)), Built(open_seed(seed_copy.folder))]
    for _ in range(3):
        starts = [threading.Thread(target=plan.load, args=(empty.connection,)) for plan in plans]
        for thread in starts:
            thread.start()
        for thread in starts:
            thread.join()
        digest = empty.read(lambda reading: reading.origin.digest)
        (winner,) = (plan for plan in plans if plan.seed.digest == digest)
        assert empty.content() == content(winner.graph)


def test_no_answer_mixes_two_loads(empty: Shared, seed_copy: SeedCopy) -> None:
    seed_copy.edit("bodies.csv", "qap", name="Quality Group")
    plans = [Built(open_seed(None)), Built(open_seed(seed_copy.folder))]

    def work(reading: Reading) -> list[Row]:
        return ask(reading, "led-by", {"body": "qap"}).rows

    expected = [plan.plan.read(work, "asking") for plan in plans]
    plans[0].load(empty.connection)
    done = threading.Event()

    def loads() -> None:
        for turn in range(1, 9):
            plans[turn % 2].load(empty.connection)
        done.set()

    thread = threading.Thread(target=loads)
    thread.start()
    seen = set()
    while not done.is_set():
        found = empty.read(work)
        assert found in expected
        seen.add(expected.index(found))
    thread.join()
    assert seen == {0, 1}


def test_a_question_is_asked_again_when_a_load_comes_in_between(empty: Shared, seed_copy: SeedCopy) -> None:
    seed_copy.edit("bodies.csv", "qap", name="Quality Group")
    old, new = Built(open_seed(None)), Built(open_seed(seed_copy.folder))
    old.load(empty.connection)
    names = []

    def work(reading: SharedReading) -> str:
        names.append(reading.names.body("qap").name)
        if len(names) == 1:
            new.load(empty.connection)
            raise UnknownName("x", "body", [])  # as half of a plan may, in which a name is missing
        return names[-1]

    assert empty.read(work) == "Quality Group"
    assert names == ["Quality Assurance and Performance Group", "Quality Group"]


def test_a_load_that_ends_after_the_reading_is_noticed(
    empty: Shared, seed_copy: SeedCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A load becomes visible piece by piece: its first pieces in the reading, its record only after it."""
    seed_copy.edit("bodies.csv", "qap", name="Quality Group")
    old, new = Built(open_seed(None)), Built(open_seed(seed_copy.folder))
    old.load(empty.connection)
    settled = reading_module._settled
    names: list[tuple[str, str]] = []

    def work(reading: SharedReading) -> str:
        if not names:
            empty.run("MATCH (b:Sscb {id: 'qap'}) SET b.name = 'Quality Group'")
        names.append((reading.origin.digest, reading.names.body("qap").name))
        return names[-1][1]

    def ends_first(*arguments: Any) -> bool:
        new.load(empty.connection)
        return settled(*arguments)

    monkeypatch.setattr(reading_module, "_settled", ends_first)
    assert empty.read(work) == "Quality Group"
    assert names == [(old.seed.digest, "Quality Group"), (new.seed.digest, "Quality Group")]


@pytest.mark.parametrize("half", ["REMOVE l.digest", "SET l.schema = 1", "SET l.id = 'load~elsewhere'"])
def test_a_load_record_that_is_half_there_is_read_again(
    half: LiteralString, empty: Shared, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The record of a load comes in pieces too: what it lacks is an error only if it still lacks it later."""
    empty.sscb("load")
    (whole,) = empty.run("MATCH (l:Sscb) WHERE l.id STARTS WITH 'load~' RETURN properties(l) AS load")
    empty.run(f"MATCH (l:Sscb) WHERE l.id STARTS WITH 'load~' {half}")
    with pytest.raises(SscbError):
        empty.read(lambda reading: reading.plan, "surrey-2018")
    settled = reading_module._settled

    def whole_meanwhile(*arguments: Any) -> bool:
        empty.run("MATCH (l:Sscb) WHERE l.id STARTS WITH 'load~' SET l = $load", **whole)
        return settled(*arguments)

    monkeypatch.setattr(reading_module, "_settled", whole_meanwhile)
    assert empty.read(lambda reading: reading.plan, "surrey-2018") == "surrey-2018"


def test_a_reading_is_settled_by_a_later_transaction_of_its_session(
    empty: Shared, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its bookmark makes that transaction wait for every load of which the reading could see a piece."""
    empty.sscb("load")
    begun = []
    execute_read = neo4j.Session.execute_read

    def noted(session: neo4j.Session, *arguments: Any) -> Any:
        begun.append((id(session), session.last_bookmarks().raw_values))
        return execute_read(session, *arguments)

    monkeypatch.setattr(neo4j.Session, "execute_read", noted)
    assert empty.read(lambda reading: reading.plan) == "surrey-2018"
    (reading, before), (settling, after) = begun
    assert reading == settling
    assert not before
    assert after


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal of other systems")
def test_a_killed_load_leaves_the_old_plan_whole(empty: Shared, seed_copy: SeedCopy) -> None:
    empty.sscb("load")
    before = empty.content()
    seed_copy.edit("bodies.csv", "qap", name="Quality Group")
    code = (
        "import os, signal, sscb_graph.stores.neo4j.writing as w\n"
        "real = w._batched\n"
        "def dies(managed, statement, plan, rows, progress, title):\n"
        "    real(managed, statement, plan, rows, progress, title)\n"
        "    if title == 'updating nodes': os.kill(os.getpid(), signal.SIGKILL)\n"
        "w._batched = dies\n"
        "from sscb_graph.cli import main; main()"
    )
    died = subprocess.run(
        [sys.executable, "-c", code, "load", str(seed_copy.folder)], env={**os.environ, **empty.env}, check=False
    )
    assert died.returncode == -9
    for _ in range(100):
        if empty.content() == before:
            break
        time.sleep(0.1)
    assert empty.content() == before
    assert not empty.run("MATCH (p:Plan) WHERE p.being_loaded RETURN p")
    assert empty.sscb("load", seed_copy.folder).code == 0
    assert rows(empty, "about", "qap")[0]["subject"] == "Quality Group"


def test_seed_and_store_are_not_said_together(empty: Shared, seed_copy: SeedCopy) -> None:
    ran = empty.sscb("--store", "neo4j", "--seed", seed_copy.folder, "gaps")
    assert ran.code == 2
    assert "not both" in ran.err


def test_every_form_of_every_answer(empty: Shared) -> None:
    empty.sscb("load")
    for form in ("table", "csv", "markdown"):
        ours = empty.sscb("who", "reports-to", "Business Group", "--format", form)
        theirs = empty.sscb("--store", "neo4j", "who", "reports-to", "Business Group", "--format", form)
        assert theirs.code == 0
        same = [line for line in theirs.out.splitlines() if line in ours.out.splitlines()]
        assert len(same) >= len(ours.out.splitlines()) - 3


def test_a_load_repairs_what_somebody_has_changed(empty: Shared, seed_copy: SeedCopy) -> None:
    empty.sscb("load")
    empty.run("MATCH (b:Body {id: 'qap'}) SET b.position = 'x', b.name = 5")
    empty.run("MATCH (b:Body {id: 'qap'})-[r]->() SET r.id = 7")
    empty.run("MATCH (p:Plan), (b:Body {id: 'damb'}) CREATE (b)-[:KNOWS {plan: p.id}]->(:Sscb {plan: p.id})")
    seed_copy.edit("bodies.csv", "damb", name="Another name")
    assert empty.sscb("load", seed_copy.folder).code == 0
    assert empty.content() == content(Built(open_seed(seed_copy.folder)).graph)


def test_a_plan_of_an_older_version_becomes_a_plan_of_this_one(empty: Shared) -> None:
    empty.run("CREATE INDEX sscb_of_old FOR (n:OldLabel) ON (n.plan)")
    empty.sscb("load")
    empty.run("MATCH (l:Load) SET l.schema = 1")
    empty.run("MATCH (r:Recommendation) SET r:OldLabel REMOVE r.kind")
    assert empty.sscb("load").code == 0
    assert empty.run("MATCH (r:OldLabel) RETURN r") == []
    assert empty.run("SHOW INDEXES YIELD name WHERE name = 'sscb_of_old' RETURN name") == []
    assert empty.content() == content(Built(open_seed(None)).graph)


ODD = st.sampled_from(["\\u0027", "'", "\\", "\\'", "'--", "\u2028\n\0"])


@given(st.text(st.characters(exclude_categories=["Cs"])) | ODD)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_literal_is_read_back_as_it_was(server: Shared, text: str) -> None:
    with server.driver.session(database=server.database) as session:
        found = session.run(neo4j.Query(f"CYPHER 5 RETURN {literal([text])} AS texts")).single(strict=True)
    assert found["texts"] == [text]
