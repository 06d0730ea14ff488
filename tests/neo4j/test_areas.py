"""A plan that is split into areas, loaded as a plan for each area, and asked."""

from __future__ import annotations

from tests.conftest import ROOT
from tests.neo4j.conftest import ONE_RELEASE, Shared

EXAMPLE = ROOT / "seed" / "proposals" / "east-and-west.csv"


@ONE_RELEASE
def test_each_area_is_a_plan_of_its_own(empty: Shared) -> None:
    loaded = empty.sscb("rehearse", "load", EXAMPLE)
    assert loaded.code == 0, loaded.err
    assert "sscb --plan surrey-2018-east-surrey" in loaded.err.replace("--store neo4j ", "")
    for area, other in (("East", "West"), ("West", "East")):
        plan = ("--store", "neo4j", "--plan", f"surrey-2018-{area.lower()}-surrey")
        answer = empty.sscb(*plan, "questions", "run", "bodies", "--format", "json")
        names = {row["body"] for row in answer.rows}
        assert {f"{area} Surrey Council", f"{area} Surrey Safeguarding Children Partnership"} <= names
        assert f"{other} Surrey Council" not in names
        actions = {row["action"] for row in empty.sscb(*plan, "actions", "--format", "json").rows}
        assert "2.2" in actions
        assert "2.3" not in actions
    again = empty.sscb("rehearse", "load", EXAMPLE)
    assert again.code == 0
    assert "created" not in again.out, "a second load of the same writes nothing"
    found = empty.sscb("--store", "neo4j", "--plan", "surrey-2018-east-surrey", "check")
    assert found.code in {0, 1}, found.err
