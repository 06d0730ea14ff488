"""A built wheel works in a fresh virtual environment, outside the checkout."""

from __future__ import annotations

import json
import os
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
        for file in (ROOT / folder).rglob("*"):
            assert file.is_dir() or f"sscb_graph/data/{file.relative_to(ROOT).as_posix()}" in names
    templates = {str(file.relative_to(ROOT)) for file in (ROOT / "sscb_graph").rglob("*.typ")}
    assert templates
    assert templates <= names
    assert not [name for name in names if name.startswith("tests/")]


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of scripts of a fresh virtual environment in which the wheel is installed."""
    fresh = tmp_path_factory.mktemp("fresh") / "venv"
    venv.create(fresh, with_pip=True)
    found = fresh / ("Scripts" if sys.platform == "win32" else "bin")
    install = [str(found / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel)]
    subprocess.run(install, check=True, capture_output=True, cwd=fresh)
    return found


def test_it_answers_in_a_fresh_environment_outside_the_checkout(scripts: Path, tmp_path: Path) -> None:
    sscb = str(scripts / "sscb")
    check_answers([sscb], tmp_path)
    asked = subprocess.run([sscb, "questions", "--format", "json"], check=True, capture_output=True, cwd=tmp_path)
    assert len(json.loads(asked.stdout)["rows"]) >= 15
    subprocess.run([sscb, "init", "new"], check=True, capture_output=True, cwd=tmp_path)
    subprocess.run([sscb, "--seed", "new", "check"], check=True, capture_output=True, cwd=tmp_path)


# -- the ways that the README names to have the tool at hand


def run(command: list[str | Path], folder: Path, **env: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs a command in a folder, with some environment variables of its own."""
    values = {**os.environ, **{name: str(value) for name, value in env.items()}}
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False, cwd=folder, env=values)


def search_path() -> str:
    """The PATH, with the scripts of this environment, which need not be activated."""
    return os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])


def check_answers(command: list[str | Path], folder: Path, **env: str | Path) -> None:
    """That a command is the tool: it answers, and writes a Word file with a picture."""
    asked = run([*command, "trace", "ofsted", "22", "--format", "json"], folder, **env)
    assert asked.returncode == 0, asked.stderr
    assert len(json.loads(asked.stdout)["rows"]) == 6
    written = run([*command, "trace", "ofsted", "22", "-o", "rec22.docx"], folder, **env)
    assert (written.returncode, written.stderr) == (0, "Wrote rec22.docx.\n")
    names = zipfile.ZipFile(folder / "rec22.docx").namelist()
    assert [name for name in names if name.startswith("word/media/")]


def test_uv_installs_it_as_a_tool(wheel: Path, tmp_path: Path) -> None:
    places: dict[str, str | Path] = {
        "UV_TOOL_DIR": tmp_path / "tools",
        "UV_TOOL_BIN_DIR": tmp_path / "bin",
        "UV_PYTHON": sys.executable,
    }
    installed = run(["uv", "tool", "install", wheel], tmp_path, PATH=search_path(), **places)
    assert installed.returncode == 0, installed.stderr
    check_answers([tmp_path / "bin" / "sscb"], tmp_path)


def test_pipx_installs_it(wheel: Path, tmp_path: Path) -> None:
    places = {"PIPX_HOME": tmp_path / "home", "PIPX_BIN_DIR": tmp_path / "bin", "PIPX_MAN_DIR": tmp_path / "man"}
    installed = run([sys.executable, "-m", "pipx", "install", "--backend", "pip", wheel], tmp_path, **places)
    assert installed.returncode == 0, installed.stderr
    check_answers([tmp_path / "bin" / "sscb"], tmp_path)


def test_without_scripts_on_the_path_and_without_its_engine_everything_but_pictures_works(
    scripts: Path, tmp_path: Path
) -> None:
    """As on a laptop that runs no program but those of a list."""
    python = scripts / "python"
    check_answers([python, "-m", "sscb_graph"], tmp_path, PATH="")
    engine = scripts / ("graphviz-pure.exe" if sys.platform == "win32" else "graphviz-pure")
    engine.chmod(0o600)
    sentence = "graphviz-pure cannot be started: Permission denied"
    drawn = run([python, "-m", "sscb_graph", "diagram", "structure"], tmp_path, PATH="")
    assert drawn.returncode == 5
    assert sentence in drawn.stderr
    assert drawn.stderr.count("\n") == 1
    for suffix in ("docx", "pdf", "html"):
        written = run([python, "-m", "sscb_graph", "trace", "22", "-o", f"x.{suffix}"], tmp_path, PATH="")
        assert written.returncode == 0
        assert sentence in written.stderr
        assert f"Wrote x.{suffix}." in written.stderr
    as_text = run([python, "-m", "sscb_graph", "diagram", "structure", "--format", "txt", "-o", "-"], tmp_path, PATH="")
    assert as_text.returncode == 0
    assert "Business Group" in as_text.stdout


def test_a_single_file_is_the_whole_tool(wheel: Path, tmp_path: Path) -> None:
    built = run([sys.executable, "-m", "shiv", "--console-script", "sscb", "-o", "sscb.pyz", wheel], tmp_path)
    assert built.returncode == 0, built.stderr
    check_answers([sys.executable, "-I", "sscb.pyz"], tmp_path, SHIV_ROOT=tmp_path / "unpacked")
