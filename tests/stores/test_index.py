"""The kept index: the same graph as the folder's, never stale, and never wrong when it is damaged or hostile."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings

from sscb_graph import open_plan
from sscb_graph.folder import SeedFolder, open_seed
from sscb_graph.folder.load import load_records
from sscb_graph.graph.builder import build_graph
from sscb_graph.graph.graph import GraphReader, MemoryGraph
from sscb_graph.graph.multigraph import PropertyGraph, multigraph
from sscb_graph.graph.nodes import Node
from sscb_graph.graph.view import GraphView
from sscb_graph.model.vocabulary import LABELS, TYPES, Label
from sscb_graph.plan import open_index
from sscb_graph.stamps import MARGIN
from sscb_graph.stores import index_code, index_keeping
from sscb_graph.stores.index_reading import DamagedIndex, IndexReader
from sscb_graph.stores.index_writing import write_index
from sscb_graph.temporary import SUFFIX
from tests.conftest import SeedCopy
from tests.plans import seeds

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
OLD_NUMBER, NEW_NUMBER = b"QA&P", b"QA&Q"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of kept indexes, which is not there yet."""
    monkeypatch.setenv("SSCB_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache" / "plans"


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders whose records were loaded, so that an index that is used again shows."""
    found: list[Path] = []

    def loading(seed: SeedFolder) -> object:
        found.append(seed.path)
        return load_records(seed)

    monkeypatch.setattr("sscb_graph.folder.load.load_records", loading)
    return found


def settle(folder: Path) -> None:
    """Makes the files of a folder old enough to be trusted, as they are some seconds after an edit."""
    for file in folder.glob("*.csv"):
        os.utime(file, ns=(time.time_ns() - 10 * MARGIN,) * 2)


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets every stamp be old enough at once: a test that waited would take seconds."""
    monkeypatch.setattr("sscb_graph.stamps.MARGIN", -(10**12))


def direct(folder: Path) -> MemoryGraph:
    return build_graph(load_records(open_seed(folder)))


def ids(graph: MemoryGraph) -> list[str]:
    return sorted(node.id for node in graph.labelled(Label.SSCB))


def same(first: PropertyGraph, second: PropertyGraph) -> bool:
    """Whether two graphs are equal in everything but the order of insertion."""
    return first.graph == second.graph and _nodes(first) == _nodes(second) and _edges(first) == _edges(second)


def _nodes(graph: PropertyGraph) -> dict[str, dict[str, object]]:
    return {key: graph.nodes[key] for key in graph}


def _edges(graph: PropertyGraph) -> dict[tuple[str, str, str], dict[str, object]]:
    return {(start, end, key): data for start, end, key, data in graph.edges(keys=True, data=True)}


def reader_of(graph: MemoryGraph) -> IndexReader:
    return IndexReader(write_index(graph, "sha256:0"), "a test")


# -- the same graph


def facts(reader: GraphReader, keys: list[str]) -> Iterator[object]:
    """Everything that a reader can be asked, with whole properties."""
    yield from ((key, _node(reader.node(key))) for key in [*keys, "nothing"])
    yield from ((label, [_node(node) for node in reader.labelled(label)]) for label in sorted(LABELS))
    for types in [(), ("LEADS", "ADDRESSES"), *((kind,) for kind in TYPES)]:
        yield from ((edge.start.id, edge.type, edge.end.id, edge.properties) for edge in reader.edges(types))
        for key in [*keys, "nothing"]:
            yield key, types, [(edge.id, edge.end.id, edge.properties) for edge in reader.edges_out(key, types)]
            yield key, types, [(edge.id, edge.start.id, edge.properties) for edge in reader.edges_in(key, types)]


def _node(node: Node | None) -> object:
    return (type(node), node.labels, node.properties) if node else None


def orders(keys: list[str]) -> dict[str, Callable[[GraphReader], None]]:
    """What may have been read before: nothing, many look-ups of a type, everything, or part of it at once."""
    return {
        "cold": lambda _: None,
        "prefetched": lambda reader: reader.prefetch(keys[::2], out=["LEADS", "PART_OF"], into=["LEADS"]),
        "whole": lambda reader: (reader.edges(()), None)[1],
        "single": lambda reader: [reader.edges_out(key, ("PART_OF",)) for key in keys] and None,
    }


@pytest.mark.parametrize("order", ["cold", "prefetched", "whole", "single"])
def test_an_index_reads_as_the_graph_in_memory(order: str) -> None:
    graph = direct(Path("seed"))
    keys = ids(graph)
    reader = reader_of(graph)
    orders(keys)[order](reader)
    assert list(facts(reader, keys)) == list(facts(graph, keys))


@given(seeds())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_plan_reads_as_in_memory(seed: SeedFolder) -> None:
    graph = build_graph(load_records(seed))
    keys = ids(graph)
    reader = reader_of(graph)
    assert list(facts(reader, keys)) == list(facts(graph, keys))
    assert same(multigraph(reader), multigraph(graph))


def test_the_graph_of_a_plan_is_the_one_that_was_built(place: Path, seed_copy: SeedCopy) -> None:
    for _ in range(2):
        with open_plan(seed_copy.folder) as plan:
            assert isinstance(plan.graph, nx.MultiDiGraph)
            assert same(plan.graph, multigraph(direct(seed_copy.folder)))


def test_relationships_that_are_prefetched_are_not_read_again() -> None:
    reader = reader_of(direct(Path("seed")))
    actions = reader.labelled("Action")
    reader.prefetch([action.id for action in actions], into=("LEADS",))
    reader.close()
    assert sum(len(reader.edges_in(action.id, ("LEADS",))) for action in actions) == len(_leads(Path("seed")))
    with pytest.raises(DamagedIndex):
        reader.edges_out(actions[0].id, ("SERVES",))


def test_many_single_look_ups_read_the_type_once() -> None:
    reader = reader_of(direct(Path("seed")))
    statements: list[str] = []
    reader._database.set_trace_callback(statements.append)
    for action in [*reader.labelled("Action")] * 3:
        reader.edges_in(action.id, ("LEADS",))
        reader.edges_in(action.id, ("SERVES",))
    view = GraphView(reader)
    for item in reader.labelled("Recommendation"):
        view.into(item, "ADDRESSES")
    assert len([sql for sql in statements if "FROM edges" in sql and "last IN" in sql]) <= 3 * 52


def _leads(folder: Path) -> list[object]:
    return list(direct(folder).edges(("LEADS",)))


# -- kept, and used again


def test_an_unchanged_folder_is_read_once(
    place: Path, settled: None, seed_copy: SeedCopy, built: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        open_index(seed_copy.folder)
    assert built == [seed_copy.folder]
    monkeypatch.setattr("sscb_graph.plan.open_seed", lambda *_: pytest.fail("the folder was read"))
    assert open_index(seed_copy.folder).seed == str(seed_copy.folder)


def test_a_change_of_times_alone_makes_no_new_index(place: Path, seed_copy: SeedCopy, built: list[Path]) -> None:
    first = open_index(seed_copy.folder)
    settle(seed_copy.folder)
    second = open_index(seed_copy.folder)
    shutil.copytree(seed_copy.folder, seed_copy.folder.with_name("copy"))
    third = open_index(seed_copy.folder.with_name("copy"))
    assert built == [seed_copy.folder]
    assert first.meta == second.meta == third.meta
    assert third.seed.endswith("copy")


def test_only_its_user_can_read_what_is_kept(place: Path, seed_copy: SeedCopy) -> None:
    open_index(seed_copy.folder)
    assert place.stat().st_mode & 0o777 == 0o700
    assert {file.suffix for file in place.iterdir()} == {".sqlite", ".record", ".note"}
    assert {file.stat().st_mode & 0o777 for file in place.iterdir()} == {0o600}


def test_twenty_plans_are_kept_and_what_a_killed_process_left_is_removed(
    place: Path, seed_copy: SeedCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_keeping, "KEPT", 2)
    open_index(seed_copy.folder)
    left = place / f".x.sqlite.abc{SUFFIX}"
    left.write_text("half")
    for number in range(3):
        for file in place.glob("*.record"):
            os.utime(file, (number, number))
        seed_copy.edit("plan.csv", "surrey-2018", title=f"Plan {number}")
        open_index(seed_copy.folder)
    assert len(list(place.glob("*.sqlite"))) == len(list(place.glob("*.record"))) == 2
    assert not left.exists()


def test_every_module_that_makes_an_index_counts() -> None:
    code = "import sys, sscb_graph.folder.load, sscb_graph.graph.builder, sscb_graph.stores.index_writing\n"
    code += "print(*(name for name in sys.modules if name.startswith('sscb_graph.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    paths = {name.removeprefix("sscb_graph.").replace(".", "/") for name in done.stdout.split()}
    counted = {name.removesuffix(".py").removesuffix("/__init__") for name in index_code._modules()}
    # Errors, places of files and the version are no part of an index; nor is a package's own docstring.
    assert paths - counted <= {"errors", "files", "resources", "stamps", "questions", "version"}


def test_another_version_of_the_code_makes_its_own_index(
    place: Path, settled: None, seed_copy: SeedCopy, built: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_index(seed_copy.folder)
    monkeypatch.setattr("sscb_graph.stores.index.code_key", lambda: (("other", 0, 0, 0, 0),))
    open_index(seed_copy.folder)
    assert len(built) == 1  # the same code with other times
    monkeypatch.setattr("sscb_graph.stores.index.code_digest", lambda: "other")
    monkeypatch.setattr("sscb_graph.stores.index.code_key", lambda: (("another", 0, 0, 0, 0),))
    open_index(seed_copy.folder)
    assert len(built) == 2


# -- never stale


def title(folder: Path | None, plan: str | None = None) -> str:
    index = open_index(folder, plan)
    found = index.plan.title
    index.close()
    return found


def retitle(seed: SeedCopy, words: str) -> None:
    seed.edit("plan.csv", "surrey-2018", title=words)


def test_an_edited_cell_shows_at_once(place: Path, settled: None, seed_copy: SeedCopy) -> None:
    for number in range(5):
        retitle(seed_copy, f"Plan {number}")
        assert title(seed_copy.folder) == f"Plan {number}"


def test_an_edit_of_the_same_size_within_a_step_of_the_clock_shows(place: Path, seed_copy: SeedCopy) -> None:
    file = seed_copy.folder / "plan.csv"
    for number in range(5):
        retitle(seed_copy, f"Plan {number}")
        now = time.time_ns()
        os.utime(file, ns=(now // MARGIN * MARGIN,) * 2)  # the clock of a memory stick
        assert title(seed_copy.folder) == f"Plan {number}"


def test_an_edit_whose_time_is_set_back_shows(place: Path, settled: None, seed_copy: SeedCopy) -> None:
    file = seed_copy.folder / "plan.csv"
    retitle(seed_copy, "Plan A")
    os.utime(file, (1_500_000_000, 1_500_000_000))
    assert title(seed_copy.folder) == "Plan A"
    time.sleep(0.02)
    retitle(seed_copy, "Plan B")
    os.utime(file, (1_500_000_000, 1_500_000_000))
    assert title(seed_copy.folder) == "Plan B"


def test_a_folder_in_the_place_of_another_shows(place: Path, settled: None, seed_copy: SeedCopy) -> None:
    other = seed_copy.folder.with_name("other")
    shutil.copytree(seed_copy.folder, other)
    retitle(seed_copy, "Plan A")
    retitle(SeedCopy(other), "Plan B")
    assert (title(seed_copy.folder), title(other)) == ("Plan A", "Plan B")
    aside = seed_copy.folder.with_name("aside")
    seed_copy.folder.rename(aside)
    other.rename(seed_copy.folder)
    aside.rename(other)
    assert (title(seed_copy.folder), title(other)) == ("Plan B", "Plan A")


def test_swapped_files_show(place: Path, settled: None, seed_copy: SeedCopy) -> None:
    first, second = seed_copy.folder / "plan.csv", seed_copy.folder.with_name("plan-b.csv")
    retitle(seed_copy, "Plan A")
    shutil.copy(first, second)
    retitle(seed_copy, "Plan B")
    for file in (first, second):
        os.utime(file, (1_500_000_000, 1_500_000_000))
    assert title(seed_copy.folder) == "Plan B"
    second.replace(first)
    assert title(seed_copy.folder) == "Plan A"


def test_a_file_that_comes_or_goes_shows(place: Path, settled: None, seed_copy: SeedCopy) -> None:
    open_index(seed_copy.folder)
    (seed_copy.folder / "notes.csv").rename(seed_copy.folder.with_name("notes.csv"))
    assert not open_index(seed_copy.folder).labelled("Note")
    seed_copy.folder.with_name("notes.csv").rename(seed_copy.folder / "notes.csv")
    assert open_index(seed_copy.folder).labelled("Note")


# -- damaged, hostile, or not to be written


def kept(place: Path, suffix: str = ".sqlite") -> Path:
    (found,) = place.glob(f"*{suffix}")
    return found


def flip(file: Path, at: int) -> None:
    data = bytearray(file.read_bytes())
    data[at % len(data)] ^= 0xFF
    file.write_bytes(data)


def replaced_by_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def replaced_by_a_link(file: Path) -> None:
    target = file.with_name("elsewhere")
    file.rename(target)
    file.symlink_to(target)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda file: file.write_bytes(b""),
    "truncated": lambda file: os.truncate(file, file.stat().st_size // 2),
    "text": lambda file: file.write_text("this is no index"),
    "zeros": lambda file: file.write_bytes(bytes(file.stat().st_size)),
    "missing": lambda file: file.unlink(),
    "a folder": replaced_by_a_folder,
    "a link": replaced_by_a_link,
    "writable by all": lambda file: file.chmod(0o666),
    **{f"byte {at}": partial(flip, at=at) for at in (0, 18, 99, 4097, 20_001, 123_456, 500_000, -3)},
}
if AS_ROOT:
    DAMAGES["somebody else's"] = lambda file: os.chown(file, 12345, 12345)
else:
    DAMAGES["unreadable"] = lambda file: file.chmod(0)


@pytest.mark.parametrize("suffix", [".sqlite", ".record", ".note"])
@pytest.mark.parametrize("damage", list(DAMAGES))
def test_damage_changes_no_answer(place: Path, settled: None, seed_copy: SeedCopy, damage: str, suffix: str) -> None:
    retitle(seed_copy, "Plan A")
    assert title(seed_copy.folder) == "Plan A"
    DAMAGES[damage](kept(place, suffix))
    for _ in range(2):
        with open_plan(seed_copy.folder) as plan:
            assert same(plan.graph, multigraph(direct(seed_copy.folder)))
            assert plan.ask("actions-by-recommendation", recommendation="22").rows


def test_the_index_of_another_plan_in_its_place_is_not_believed(
    place: Path, settled: None, seed_copy: SeedCopy
) -> None:
    other = seed_copy.folder.with_name("other")
    shutil.copytree(seed_copy.folder, other)
    retitle(SeedCopy(other), "Plan B")
    retitle(seed_copy, "Plan A")
    open_index(other)
    theirs = kept(place).read_bytes(), kept(place, ".record").read_bytes(), kept(place, ".note").read_bytes()
    for file in list(place.iterdir()):
        file.unlink()
    open_index(seed_copy.folder)
    for suffix, data in zip((".sqlite", ".record", ".note"), theirs, strict=True):
        kept(place, suffix).write_bytes(data)
        assert title(seed_copy.folder) == "Plan A"


def test_an_index_that_breaks_while_it_is_read_is_made_again(place: Path, settled: None, seed_copy: SeedCopy) -> None:
    with open_plan(seed_copy.folder) as plan:
        expected = plan.ask("actions-by-recommendation", recommendation="22").to_dict()
    with open_plan(seed_copy.folder) as plan:
        data = kept(place).read_bytes()
        with kept(place).open("r+b") as file:  # the same file, under the reader's feet
            file.seek(4096)
            file.write(bytes(len(data) - 4096))
        assert plan.ask("actions-by-recommendation", recommendation="22").to_dict() == expected
    with open_plan(seed_copy.folder) as plan:
        assert plan.ask("actions-by-recommendation", recommendation="22").to_dict() == expected


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_a_folder_that_others_may_write_keeps_nothing(place: Path, settled: None, seed_copy: SeedCopy) -> None:
    open_index(seed_copy.folder)
    place.chmod(0o777)
    for file in place.iterdir():
        file.write_bytes(b"hostile")
    retitle(seed_copy, "Plan B")
    assert title(seed_copy.folder) == "Plan B"
    assert {file.read_bytes() for file in place.iterdir()} == {b"hostile"}


def forge(place: Path) -> None:
    """Writes another title into the one kept index, and fits its record to it."""
    file = kept(place)
    database = sqlite3.connect(file)
    database.execute("UPDATE nodes SET properties = replace(properties, 'Plan A', 'Forged')")
    database.commit()
    database.close()
    index_keeping.write_kept(place, file.stem, file.read_bytes())


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
@pytest.mark.parametrize(
    ("shared", "believed"),
    [("nothing", True), ("the folder", False), (".sqlite", False), (".record", False)],
)
def test_a_forged_index_is_not_believed_where_others_may_write(
    place: Path, settled: None, seed_copy: SeedCopy, shared: str, believed: bool
) -> None:
    retitle(seed_copy, "Plan A")
    assert title(seed_copy.folder) == "Plan A"
    forge(place)
    if shared.startswith("."):
        kept(place, shared).chmod(0o666)
    elif shared == "the folder":
        place.chmod(0o777)
    # Where only this user can write, it is this user's own work: the forgery is one that would be believed.
    assert title(seed_copy.folder) == ("Forged" if believed else "Plan A")


@pytest.mark.skipif(not AS_ROOT, reason="only root can give a folder away")
def test_a_folder_of_somebody_else_keeps_nothing(place: Path, settled: None, seed_copy: SeedCopy) -> None:
    open_index(seed_copy.folder)
    os.chown(place, 12345, 12345)
    before = sorted(place.iterdir())
    retitle(seed_copy, "Plan B")
    assert title(seed_copy.folder) == "Plan B"
    assert sorted(place.iterdir()) == before


def test_a_link_is_not_written_through(place: Path, tmp_path: Path, seed_copy: SeedCopy) -> None:
    open_index(seed_copy.folder)
    precious = tmp_path / "precious"
    precious.write_text("mine")
    for file in list(place.iterdir()):
        file.unlink()
        file.symlink_to(precious)
    assert open_index(seed_copy.folder).plan.id == "surrey-2018"
    assert precious.read_text() == "mine"


@pytest.mark.parametrize("where", ["", "/dev/null/cache", "/proc/none", "file"])
def test_where_nothing_can_be_kept_the_answer_is_the_same(
    where: str, seed_copy: SeedCopy, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SSCB_CACHE_DIR", str(tmp_path / "file") if where == "file" else where)
    for words in ("Plan A", "Plan B"):
        retitle(seed_copy, words)
        assert title(seed_copy.folder) == words


def test_a_full_disk_keeps_nothing_and_answers(
    place: Path, seed_copy: SeedCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert title(seed_copy.folder)
    assert not list(place.iterdir())
