"""A plan's graph, kept between runs under the digest of everything that it is made from.

The key covers every byte of the seed and of the modules that build the graph, so a kept graph cannot be stale;
whatever goes wrong with the cache, the graph is built from the seed.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

import networkx as nx

from sscb_graph.files import write_whole
from sscb_graph.property_graph import Graph
from sscb_graph.seed.folder import SeedFolder

#: How many plans are kept; the ones not used for longest make room.
KEPT = 20
_PACKAGE = Path(__file__).resolve().parent.parent
_BUILDERS = ("records", "seed", "dates.py", "graph", "basis.py", "ontology.py", "text.py", "stores/cache.py")


def cached_graph(seed: SeedFolder) -> Graph:
    """The graph of a seed folder, from the cache or built; raises SeedError where the seed has faults."""
    folder = _folder()
    file = folder / f"{_key(seed)}.json" if folder else None
    with _no_collection():
        if file and (kept := _read(file)) is not None:
            return kept
        graph = _build(seed)
        if file:
            _write(file, graph)
        return graph


def _build(seed: SeedFolder) -> Graph:
    from sscb_graph.graph import build_graph
    from sscb_graph.seed.load import load_records

    return build_graph(load_records(seed))


def _folder() -> Path | None:
    """Where graphs are kept; SSCB_CACHE_DIR names another folder, or none at all when it is empty."""
    if (chosen := os.environ.get("SSCB_CACHE_DIR")) is not None:
        return Path(chosen) if chosen else None
    from platformdirs import user_cache_path

    return user_cache_path("sscb-graph", appauthor=False)


def _key(seed: SeedFolder) -> str:
    digest = hashlib.sha256(seed.digest.encode())
    for name in _BUILDERS:
        path = _PACKAGE / name
        for file in sorted(path.glob("*.py")) if path.is_dir() else [path]:
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _read(file: Path) -> Graph | None:
    try:
        text = file.read_bytes()
        body, _, checksum = text.rpartition(b"\n")
        if hashlib.sha256(body).hexdigest().encode() != checksum:
            return None
        kept = json.loads(body)
        graph: Graph = nx.MultiDiGraph(**kept["graph"])
        graph.add_nodes_from((node["id"], node) for node in kept["nodes"])
        for start, end, data in kept["edges"]:
            graph.add_edge(start, end, data["id"], **data)
        with contextlib.suppress(OSError):
            os.utime(file)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return graph


def _write(file: Path, graph: Graph) -> None:
    kept = {
        "graph": graph.graph,
        "nodes": [node for _, node in graph.nodes(data=True)],
        "edges": list(graph.edges(data=True)),
    }
    body = json.dumps(kept, separators=(",", ":")).encode()
    with contextlib.suppress(Exception):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, body + b"\n" + hashlib.sha256(body).hexdigest().encode())
        for old in sorted(file.parent.glob("*.json"), key=lambda one: one.stat().st_mtime)[:-KEPT]:
            old.unlink(missing_ok=True)


@contextlib.contextmanager
def _no_collection() -> Iterator[None]:
    """Building makes many objects and no garbage: looking for garbage would take a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()
