"""sscb diagram as a process: files, stdout, wrong commands, and what is said."""

from __future__ import annotations

import os
import re
import shlex
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from sscb_graph.cli.diagram import diagram
from sscb_graph.drawing import engine, glyphs
from sscb_graph.drawing.dot import dot
from sscb_graph.drawing.forms import FORMS
from sscb_graph.drawing.render import render_picture
from sscb_graph.errors import EngineFailed, NoEngine
from sscb_graph.pictures.kinds import coverage
from sscb_graph.pictures.picture import Box, Picture
from sscb_graph.plan import OpenPlan
from tests.conftest import NO_SERVER, ROOT, Ran, SeedCopy, run_sscb
from tests.diagrams.drawing import (
    SVG,
    asking,
    flat,
    joined,
    pictures,
    svg_of,
)

#: A command line for every kind of picture.
KINDS = [
    ["structure"],
    ["trace", "ofsted", "22"],
    ["trace", "action", "2.11"],
    ["priority", "2"],
    ["body", "Business Group"],
    ["coverage"],
    ["coverage", "--by", "lead"],
    ["timeline"],
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_every_kind_is_written_in_every_form(
    kind: list[str], form: str, sscb: Callable[..., Ran], tmp_path: Path
) -> None:
    ran = sscb("diagram", *kind, "-o", f"picture.{form}", cwd=tmp_path)
    assert ran.code == 0, ran.err
    assert ran.out == ""
    assert f"Wrote picture.{form}" in ran.err
    begins = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF", "dot": b"digraph", "txt": b""}[form]
    assert (tmp_path / f"picture.{form}").read_bytes().startswith(begins)


def test_without_a_name_the_picture_is_written_here_under_its_own(sscb: Callable[..., Ran], tmp_path: Path) -> None:
    ran = sscb("diagram", "structure", cwd=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["structure.svg"]
    assert "29 other bodies are not drawn: --everyone draws them too." in ran.err
    assert "Wrote structure.svg (A4 landscape). As text: sscb diagram structure --format txt" in ran.err
    sscb("diagram", "trace", "ofsted", "22", "--format", "txt", cwd=tmp_path)
    assert (tmp_path / "trace-ofsted-22.txt").is_file()


def test_a_picture_goes_to_stdout_and_nothing_else_does(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sscb_graph", "diagram", "structure", "-o", "-"]
    done = subprocess.run([*command, "--format", "png"], capture_output=True, check=True, cwd=tmp_path)
    assert done.stdout.startswith(b"\x89PNG")
    assert done.stdout.rstrip().endswith(b"IEND\xaeB`\x82")
    assert done.stderr == b""
    assert subprocess.run(command, capture_output=True, check=True, cwd=tmp_path).stdout.startswith(b"<?xml")
    assert not list(tmp_path.iterdir())


def test_a_file_is_replaced_whole_or_not_at_all(sscb: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "x.svg").write_text("before", encoding="utf-8")
    assert sscb("diagram", "priority", "9", "-o", "x.svg", cwd=tmp_path).code == 2
    assert (tmp_path / "x.svg").read_text(encoding="utf-8") == "before"
    assert sscb("diagram", "structure", "-o", "x.svg", cwd=tmp_path).code == 0
    assert (tmp_path / "x.svg").read_text(encoding="utf-8").endswith("</svg>\n")
    assert [path.name for path in tmp_path.iterdir()] == ["x.svg"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["structure", "-o", "x.gif"], "'x.gif' does not say the form: end it in .svg, .png, .pdf, .dot or .txt."),
        (["structure", "-o", "plain"], "'plain' does not say the form"),
        (["structure", "-o", "x.svg", "--format", "png"], "says svg and --format says png: leave one out."),
        (["structure", "-o", "no/such/x.svg"], "Cannot write no/such/x.svg: no such file or directory."),
        (["structure", "--root", "Nobody"], "No body in the plan is called 'Nobody'."),
        (["structure", "--compare", "nowhere"], "'nowhere' does not exist"),
        (
            ["structure", "--compare", ".", "--depth", "1"],
            "Say --compare without --root, --depth, --narrow and --pages",
        ),
        (
            ["trace", "ofsted", "999"],
            "No Ofsted recommendation is called '999': the numbers of the report go from 1 to 110, and the plan prints "
            "23 of them.",
        ),
        (["priority", "9"], "'9' does not do for priority: the plan has 1, 2, 3, 4."),
        (["trace"], "Say which: sscb diagram trace action|ofsted|peer."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_a_wrong_command_is_answered_with_a_sentence(
    arguments: list[str], sentence: str, sscb: Callable[..., Ran], tmp_path: Path
) -> None:
    ran = sscb("diagram", *arguments, cwd=tmp_path)
    assert ran.code == (5 if sentence.startswith("Cannot write no/") else 2), ran.err
    assert sentence in ran.err
    assert ran.err.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_only_facts_of_the_basis_asked_for_are_drawn(sscb: Callable[..., Ran]) -> None:
    text = sscb("diagram", "structure", "--basis", "stated", "-o", "-", "--format", "txt").out
    assert text.count("reports to Surrey Safeguarding Children Board (stated)") == 2
    assert "(inferred" not in text
    assert "Only facts that are stated are drawn" in flat(text)


def test_the_committed_pictures_are_as_they_are_drawn(sscb: Callable[..., Ran]) -> None:
    ran = sscb("diagram", "all", "--check", cwd=ROOT)
    assert ran.code == 0, ran.err


def test_a_stale_picture_is_named(sscb: Callable[..., Ran], tmp_path: Path, seed_copy: SeedCopy) -> None:
    folder = tmp_path / "pictures"
    assert sscb("diagram", "trace", "ofsted", "22", "-o", tmp_path / "trace-ofsted-22.svg").code == 0
    folder.mkdir()
    (tmp_path / "trace-ofsted-22.svg").rename(folder / "trace-ofsted-22.svg")
    assert sscb("diagram", "all", "-o", folder, cwd=tmp_path).code == 0
    assert (folder / "trace-ofsted-22.txt").is_file()
    assert sscb("diagram", "all", "-o", folder, "--check").code == 0
    (folder / "trace-ofsted-22.txt").write_text("other", encoding="utf-8")
    (folder / "mine.svg").write_text("other", encoding="utf-8")
    (folder / "priority-9.svg").write_text("other", encoding="utf-8")
    ran = sscb("diagram", "all", "-o", folder, "--check")
    assert ran.code == 1
    assert "Not as they would be drawn: trace-ofsted-22.txt." in ran.err
    assert "Of no picture of this plan: priority-9.svg." in ran.err
    assert "mine.svg" not in ran.err
    (folder / "priority-9.svg").unlink()
    seed_copy.edit("bodies.csv", "qap", name="Quality Group")
    ran = sscb("--seed", seed_copy.folder, "diagram", "all", "-o", folder, "--check")
    assert ran.code == 1
    assert "structure.svg, structure.png, structure.txt" in ran.err


@pytest.mark.parametrize("form", FORMS)
def test_the_same_input_gives_the_same_bytes(form: str, surrey: OpenPlan, drawn: dict[str, Picture]) -> None:
    again = pictures(surrey)
    for name in ("structure", "priority-2", "timeline"):
        assert render_picture(again[name], form).data == render_picture(drawn[name], form).data
    assert re.search(rb"20(1[0-79]|2[0-9])-[0-9]{2}-[0-9]{2}T", render_picture(drawn["structure"], form).data) is None


def test_the_engine_is_the_wheel_s_own_whatever_is_on_the_path(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, drawn: dict[str, Picture]
) -> None:
    source = dot(drawn["structure"])
    usual = engine.run_graphviz(source, "svg", "built-in")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert engine.run_graphviz(source, "svg", "built-in") == usual
    with pytest.raises(NoEngine, match="'dot' is not on the PATH: install Graphviz"):
        engine.run_graphviz(source, "svg", "dot")
    ran = run_sscb("diagram", "structure", "--engine", "dot", "-o", "-")
    assert "'dot' is not on the PATH: install Graphviz, or leave out --engine." in ran.err


def test_the_engine_prints_no_warning_about_our_dot(drawn: dict[str, Picture]) -> None:
    for picture in drawn.values():
        command = [str(engine.engine_path("built-in")), "-Tsvg"]
        done = subprocess.run(command, input=dot(picture).encode(), capture_output=True, check=True)
        assert done.stderr == b""


def test_a_missing_or_failing_engine_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EngineFailed, match="could not draw this picture"):
        engine.run_graphviz("digraph {", "svg", "built-in")
    monkeypatch.setattr(engine, "files", lambda _: [])
    with pytest.raises(NoEngine, match="is not whole: pip install --force-reinstall"):
        engine.engine_path("built-in")


def test_the_dot_that_is_written_is_the_one_that_is_drawn(drawn: dict[str, Picture]) -> None:
    source = render_picture(drawn["structure"], "dot").data.decode()
    assert engine.run_graphviz(source, "png", "built-in") == render_picture(drawn["structure"], "png").data


def test_every_kind_has_a_command() -> None:
    kinds = {"structure", "trace", "priority", "body", "coverage", "timeline"}
    assert kinds | {"rehearse", "all"} == set(diagram.commands)


def test_labels_are_escaped_in_dot() -> None:
    for name in ('"]; evil [label="', "<B>evil</B>", "</TD></TR></TABLE>>]; evil [label=<"):
        picture = Picture("x", name, name, (Box("a", name, "group", ""),), notes=(name,))
        root = svg_of(picture)
        assert [group.get("id") for group in root.iter(f"{SVG}g") if group.get("class") == "node"] == ["node-a"]
        assert joined(root).count("evil") == 4


@pytest.mark.parametrize(
    "kind", [["structure"], ["coverage", "--by", "lead"], ["structure", "--root", "QA&P"]], ids=" ".join
)
def test_the_command_for_the_text_is_the_same_picture(
    kind: list[str], sscb: Callable[..., Ran], tmp_path: Path, seed_copy: SeedCopy
) -> None:
    seed_copy.edit("bodies.csv", "qap", name="Quality & 'Performance' Group")
    ran = sscb("--seed", seed_copy.folder, "diagram", *kind, "--basis", "stated", "-o", tmp_path / "x.svg")
    command = ran.err.strip().rpartition("As text: ")[2]
    again = sscb(*shlex.split(command)[1:], "-o", "-", cwd=tmp_path)
    assert (
        again.out
        == sscb("--seed", seed_copy.folder, "diagram", *kind, "--basis", "stated", "-o", "-", "--format", "txt").out
    )


def test_what_is_wrong_with_a_command_is_said_before_the_store_is_asked(sscb: Callable[..., Ran]) -> None:
    for arguments in (["-o", "x.gif"], ["--pages", "-o", "-"], ["--compare", ".", "--depth", "1"]):
        ran = sscb("--store", "neo4j", "diagram", "structure", *arguments, env=NO_SERVER)
        assert ran.code == 2, ran.err


def test_a_comparison_on_stdout_says_that_a_file_holds_more(sscb: Callable[..., Ran], seed_copy: SeedCopy) -> None:
    ran = sscb("diagram", "structure", "--compare", seed_copy.folder, "-o", "-")
    assert ran.out.count("<?xml") == 1
    assert "With a file, -o also draws how it was before" in ran.err


def test_a_folder_keeps_every_picture_that_is_drawn_into_it(sscb: Callable[..., Ran], tmp_path: Path) -> None:
    for kind in [*KINDS, ["trace", "ofsted", "1"], ["trace", "action", "1.2a"], ["structure", "--root", "QA&P"]]:
        assert sscb("diagram", *kind, cwd=tmp_path).code == 0
    assert sscb("diagram", "all", "-o", ".", cwd=tmp_path).code == 0
    ran = sscb("diagram", "all", "-o", ".", "--check", cwd=tmp_path)
    assert ran.code == 0, ran.err
    names = {path.stem for path in tmp_path.iterdir()}
    assert {
        "trace-ofsted-1",
        "trace-action-1.2a",
        "trace-action-2.11-3.2",
        "structure-qap",
        "body-business-group",
    } <= names


def test_a_folder_that_cannot_be_made_is_a_sentence(sscb: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    ran = sscb("diagram", "all", "-o", tmp_path / "file" / "below")
    assert ran.code == 5
    assert "Cannot write" in ran.err
    assert "Traceback" not in ran.err


def test_a_link_stays_a_link_and_a_device_is_refused(sscb: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "real.svg").write_text("before", encoding="utf-8")
    (tmp_path / "link.svg").symlink_to(tmp_path / "real.svg")
    assert sscb("diagram", "structure", "-o", tmp_path / "link.svg").code == 0
    assert (tmp_path / "link.svg").is_symlink()
    assert (tmp_path / "real.svg").read_text(encoding="utf-8").endswith("</svg>\n")
    os.mkfifo(tmp_path / "pipe.svg")
    ran = sscb("diagram", "structure", "-o", tmp_path / "pipe.svg")
    assert ran.code == 2
    assert "it is there already and is not a file" in ran.err


def test_a_heading_without_a_glyph_is_warned_of(seed_copy: SeedCopy) -> None:
    seed_copy.edit("bodies.csv", "early-help", name="Early Help \U0001f389")
    picture = coverage.compose(asking(seed_copy.open()), "lead")
    assert "PARTY POPPER" in glyphs.find_warnings(picture, "png")[0]


def test_empty_names_are_refused(sscb: Callable[..., Ran], tmp_path: Path) -> None:
    for arguments in (["--root", ""], ["-o", ""]):
        assert sscb("diagram", "structure", *arguments, cwd=tmp_path).code == 2
    assert not list(tmp_path.iterdir())


def test_a_png_says_its_size(sscb: Callable[..., Ran], tmp_path: Path) -> None:
    assert "(A4 landscape)" in sscb("diagram", "structure", "-o", tmp_path / "x.png").err
    data = (tmp_path / "x.png").read_bytes()
    at = data.index(b"pHYs")
    assert struct.unpack(">IIB", data[at + 4 : at + 13]) == (7559, 7559, 1)
    assert struct.unpack(">I", data[at + 13 : at + 17])[0] == zlib.crc32(data[at : at + 13])


def test_parts_of_a_narrow_picture_are_named_after_their_body(sscb: Callable[..., Ran], tmp_path: Path) -> None:
    ran = sscb("diagram", "structure", "--depth", "1", "--pages", "--narrow", "-o", "pg.svg", cwd=tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pg-business-group.svg", "pg.svg"]
    assert "1 part beside it" in ran.err
    assert "with --pages" not in ran.err
    assert "They are on other pages." in (tmp_path / "pg.svg").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for an engine is a shell script")
def test_an_engine_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in = tmp_path / "dot"
    stand_in.write_text("#!/bin/sh\nexec sleep 600\n", encoding="utf-8")
    stand_in.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(engine, "LONGEST", 0.2)
    with pytest.raises(EngineFailed, match=r"dot could not draw this picture: it took more than 0\.2 seconds\."):
        engine.run_graphviz("digraph {}", "svg", "dot")
