"""A few of the damages that an attack does to a shared plan; all of them: python -m tests.attack hostile_stores."""

from __future__ import annotations

from pathlib import Path

from sscb_graph.folder import open_seed
from tests.attack.hostile_stores import ask, attack
from tests.attack.store_damages import DAMAGES, Kind
from tests.neo4j.conftest import ONE_RELEASE, Built, Shared

#: One of each family, and of each kind.
CHOSEN = (
    "a name with an escape",
    "names like a command",
    "a property named labels",
    "an action reports to a body",
    "no node of the plan",
    "a load record without digest",
)


@ONE_RELEASE
def test_a_damaged_plan_is_refused_or_answered_cleanly(empty: Shared, tmp_path: Path) -> None:
    damages = [damage for damage in DAMAGES if damage.name in CHOSEN]
    assert {damage.kind for damage in damages} == {Kind.IMPOSSIBLE, Kind.POSSIBLE, Kind.HARMLESS}
    report = attack(empty, damages, tmp_path, questions=2)
    assert not report.failures, str(report)
    assert report.tried == len(CHOSEN) * 3
    assert report.outcomes["exit 4"] >= 4, "of the damages that are refused, each is by what reads the whole plan"
    assert report.outcomes["unchanged"] >= 3


@ONE_RELEASE
def test_an_id_that_two_nodes_have_is_refused_where_a_name_is_looked_up(empty: Shared, tmp_path: Path) -> None:
    [damage] = [damage for damage in DAMAGES if damage.name == "two nodes with an id"]
    Built(open_seed(None)).load(empty.connection)
    for statement in damage.statements:
        empty.run(statement, **damage.parameters)
    for command in (("about", "qap"), ("line", "QA&P"), ("who", "led-by", "qap"), ("diagram", "body", "qap")):
        ran = ask(empty, command, tmp_path).ran
        assert ran.code == 4, (command, ran)
        assert "two nodes have the id 'qap'" in ran.err
    empty.empty()


def test_the_damages_are_many_and_each_is_named_once() -> None:
    assert len(DAMAGES) >= 36
    assert len({damage.name for damage in DAMAGES}) == len(DAMAGES)
