"""A built wheel works in a fresh virtual environment, outside the checkout."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (built,) = target.glob("*.whl")
    return built


def test_the_wheel_carries_the_data(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("seed", "cypher/questions"):
        for file in (ROOT / folder).iterdir():
            assert f"sscb_graph/data/{folder}/{file.name}" in names
    assert not [name for name in names if name.startswith("tests/")]


def test_it_answers_in_a_fresh_environment_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh"
    venv.create(fresh, with_pip=True)
    scripts = fresh / ("Scripts" if sys.platform == "win32" else "bin")
    install = [str(scripts / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel)]
    subprocess.run(install, check=True, capture_output=True, cwd=tmp_path)
    sscb = str(scripts / "sscb")
    ran = subprocess.run(
        [sscb, "trace", "ofsted", "22", "--format", "json"], check=True, capture_output=True, text=True, cwd=tmp_path
    )
    assert len(json.loads(ran.stdout)["rows"]) == 6
    asked = subprocess.run([sscb, "questions", "--format", "json"], check=True, capture_output=True, cwd=tmp_path)
    assert len(json.loads(asked.stdout)["rows"]) >= 15
    subprocess.run([sscb, "init", "new"], check=True, capture_output=True, cwd=tmp_path)
    subprocess.run([sscb, "--seed", "new", "check"], check=True, capture_output=True, cwd=tmp_path)
