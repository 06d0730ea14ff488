"""Opening a plan from Python: which plan, which store, and what an answer from a kept index imports."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from sscb_graph import OpenPlan, open_plan
from sscb_graph.errors import BadValue, BrokenInstallation, ClosedPlan, NoSeed, SeedError, SeveralPlans, UnknownPlan
from sscb_graph.resources import questions_folder
from sscb_graph.stores.address import StoreAddress
from tests.conftest import SeedCopy

HEAVY = {
    "networkx",
    "pydantic",
    "neo4j",
    "rapidfuzz",
    "hashlib",
    "importlib.metadata",
    "platformdirs",
    "tempfile",
    "csv",
}
ASKING = """
import sys
from sscb_graph import open_plan
with open_plan() as plan:
    assert plan.ask("actions-by-recommendation", recommendation="ofsted 22").rows
print(*sys.modules)
"""


def test_an_unchanged_plan_imports_nothing_that_builds_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Coverage would measure the process too, and imports much that the tool does not.
    env = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    env["SSCB_CACHE_DIR"] = str(tmp_path)
    runs = [
        subprocess.run([sys.executable, "-c", ASKING], env=env, capture_output=True, text=True, check=True)
        for _ in range(3)
    ]
    assert "pydantic" in runs[0].stdout.split()
    assert not HEAVY & set(runs[2].stdout.split())


def test_importing_the_package_imports_no_part_of_it() -> None:
    code = "import sys, sscb_graph; print(*(name for name in sys.modules if name.startswith('sscb_graph')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["sscb_graph.version", "sscb_graph"]


def test_what_the_package_does_not_have_is_an_error() -> None:
    import sscb_graph

    with pytest.raises(AttributeError, match="nothing"):
        sscb_graph.nothing  # noqa: B018


def test_a_plan_says_where_answers_come_from(surrey: OpenPlan) -> None:
    assert surrey.origin.to_dict() == {
        "store": "embedded",
        "plan": "surrey-2018",
        "seed": "the plan shipped with sscb-graph",
        "digest": surrey.origin.digest,
    }
    assert surrey.origin.digest.startswith("sha256:")
    assert "actions-by-recommendation" in {question.name for question in surrey.questions}


@pytest.fixture
def two_plans(seed_copy: SeedCopy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two plans, "first" and "second"."""
    monkeypatch.setattr("sscb_graph.stamps.MARGIN", -(10**12))
    above = tmp_path / "plans"
    for name in ("first", "second"):
        shutil.copytree(seed_copy.folder, above / name)
        rows = SeedCopy(above / name).rows("plan.csv")
        rows[0]["id"] = name
        SeedCopy(above / name).write("plan.csv", rows)
    return above


def test_one_of_several_plans_is_chosen_by_its_id(two_plans: Path) -> None:
    for _ in range(3):
        with pytest.raises(SeveralPlans):
            open_plan(two_plans)
        with pytest.raises(UnknownPlan):
            open_plan(two_plans, plan="third")
        for name in ("first", "second"):
            with open_plan(two_plans, plan=name) as plan:
                assert (plan.origin.plan, plan.origin.seed) == (name, str(two_plans / name))


def test_the_choice_is_made_again_when_a_plan_changes_its_id(two_plans: Path) -> None:
    for name in ("first", "second"):
        open_plan(two_plans, plan=name).close()
    rows = SeedCopy(two_plans / "second").rows("plan.csv")
    rows[0]["id"] = "first"
    SeedCopy(two_plans / "second").write("plan.csv", rows)
    with pytest.raises(SeedError, match="is also the id of the plan"):
        open_plan(two_plans, plan="first")


def test_a_plan_alone_is_not_another(seed_copy: SeedCopy) -> None:
    for _ in range(2):
        with open_plan(seed_copy.folder, plan="surrey-2018") as plan:
            assert plan.origin.plan == "surrey-2018"
        with pytest.raises(UnknownPlan):
            open_plan(seed_copy.folder, plan="other")


def test_a_folder_may_be_text_and_may_be_wrong(seed_copy: SeedCopy, tmp_path: Path) -> None:
    open_plan(str(seed_copy.folder)).close()
    with pytest.raises(NoSeed):
        open_plan(tmp_path / "nowhere")
    (seed_copy.folder / "leads.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SeedError):
        open_plan(seed_copy.folder)


def test_a_folder_of_another_directory_is_not_taken_for_it(two_plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("first", "second"):
        shutil.move(two_plans / name, two_plans.with_name(f"in-{name}") / "plan")
        monkeypatch.chdir(two_plans.with_name(f"in-{name}"))
        with open_plan("plan") as plan:
            assert (plan.origin.plan, plan.origin.seed) == (name, "plan")


def test_a_store_is_named_by_its_address() -> None:
    assert StoreAddress.parse("embedded") == StoreAddress.EMBEDDED
    assert StoreAddress.parse("neo4j") == StoreAddress.neo4j()
    assert StoreAddress.parse("bolt://there:7687") == StoreAddress.neo4j("bolt://there:7687")
    with pytest.raises(BadValue, match="write embedded"):
        open_plan(store="postgres")


def test_values_are_taken_as_a_person_would_type_them(surrey: OpenPlan) -> None:
    assert surrey.ask("actions-by-recommendation", recommendation=22).rows
    assert surrey.ask("due-by", by=date(2018, 6, 30)).rows == surrey.ask("due-by", by="2018-06-30").rows
    assert surrey.ask("relations", via=["REPORTS_TO"]).rows == surrey.ask("relations", via="REPORTS_TO").rows
    for value in (2.2, None, [1, 2], True):
        with pytest.raises(BadValue, match="give it as text"):
            surrey.ask("who-leads", actions=value)


def test_a_basis_that_is_none_is_refused(surrey: OpenPlan) -> None:
    assert surrey.ask("gaps", basis="stated").rows == surrey.ask("gaps", basis=["stated"]).rows
    for basis in (["Stated"], "state", ["stated", "guessed"]):
        with pytest.raises(BadValue, match="is not one of stated, recorded"):
            surrey.ask("gaps", basis=basis)


def test_a_closed_plan_cannot_be_asked() -> None:
    plan = open_plan()
    plan.close()
    with pytest.raises(ClosedPlan):
        plan.ask("gaps")


def test_a_missing_folder_of_the_installation_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sscb_graph.resources._PACKAGE", tmp_path / "package")
    with pytest.raises(BrokenInstallation, match="the folder cypher is missing") as caught:
        questions_folder()
    assert caught.value.exit_code == 5
