"""A server that sends more than an answer can be read from: refused while it arrives, never cut short."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from sscb_graph.folder import open_seed
from sscb_graph.stores.neo4j import limits
from tests.neo4j.conftest import ONE_RELEASE, Built, Shared, content
from tests.neo4j.test_faults_of_the_store import refused


def query(folder: Path, cypher: str) -> Path:
    file = folder / "query.cypher"
    file.write_text(cypher, encoding="utf-8")
    return file


@ONE_RELEASE
def test_five_million_rows_are_refused_and_not_kept(
    server: Shared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_SHOWN", 50_000)
    file = query(tmp_path, "UNWIND range(1, 5000000) AS x RETURN x, toString(x) AS text")
    tracemalloc.start()
    try:
        refused(server.sscb("cypher", file), "more than 50,000 values", "nothing of it is shown. Add a LIMIT to it")
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()


@ONE_RELEASE
@pytest.mark.parametrize(
    ("cypher", "said"),
    [
        ("RETURN range(1, 60000) AS all", "more than 50,000 values"),
        ("UNWIND range(1, 50) AS x RETURN reduce(a = 'x', i IN range(1, 14) | a + a) AS text", "characters"),
        ("RETURN reduce(a = [], i IN range(1, 150) | [a]) AS deep", "100 lists in lists"),
        ("UNWIND range(1, 60000) AS x RETURN {a: {b: [x]}} AS map", "more than 50,000 values"),
    ],
)
def test_an_answer_of_few_rows_may_be_too_large_too(
    server: Shared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cypher: str, said: str
) -> None:
    monkeypatch.setattr(limits, "MOST_SHOWN", 50_000)
    monkeypatch.setattr(limits, "MOST_CHARACTERS", 500_000)
    refused(server.sscb("cypher", query(tmp_path, cypher)), said)


@ONE_RELEASE
def test_an_answer_below_the_limit_is_whole(server: Shared, tmp_path: Path) -> None:
    ran = server.sscb("cypher", query(tmp_path, "UNWIND range(1, 20000) AS x RETURN x"), "--format", "json")
    assert [row["x"] for row in ran.rows] == list(range(1, 20_001))


@ONE_RELEASE
def test_a_plan_that_others_fill_is_refused_by_questions_and_loads(
    empty: Shared, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert empty.sscb("load").code == 0
    empty.run(
        "MATCH (n:Body {id: 'qap'})-[r:REPORTS_TO]->(o) UNWIND range(1, 5000) AS x "
        "CREATE (n)-[y:REPORTS_TO]->(o) SET y = properties(r), y.id = 'x' + x"
    )
    monkeypatch.setattr(limits, "MOST_VALUES", 30_000)
    refused(
        empty.sscb("--store", "neo4j", "gaps"), "sent more than 30,000 values while answering", "no plan is so large"
    )
    for command in (("unload", "surrey-2018", "--yes"), ("load", "--dry-run")):
        ran = empty.sscb(*command)
        assert ran.code == 4
        assert "sent more than 30,000" in ran.err


def test_the_default_limits_are_far_above_a_plan() -> None:
    nodes, edges = content(Built(open_seed(None)).graph)
    values = sum(len(properties) for _, properties in nodes.values()) + sum(len(edge[-1]) for edge in edges.values())
    assert 400 * values < limits.MOST_VALUES
