"""The whole graph as files for other programs."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import networkx as nx
import pytest

from sscb_graph.formats.graph_exports import csv_files, graphml, node_link
from sscb_graph.plan import OpenPlan
from tests.conftest import Ran, SeedCopy, run_sscb


def test_exports_hold_the_whole_graph(surrey: OpenPlan, tmp_path: Path) -> None:
    graph = surrey.graph
    again = nx.node_link_graph(json.loads(node_link(graph)), edges="edges")
    assert (len(again), again.number_of_edges()) == (len(graph), graph.number_of_edges())
    assert {**again.nodes["p2-2.4"], "id": "p2-2.4"} == graph.nodes["p2-2.4"]
    start, end, key = next(iter(graph.edges(keys=True)))
    assert again.get_edge_data(start, end, key)["provenance"] == graph.get_edge_data(start, end, key)["source"]
    xml = nx.parse_graphml(graphml(graph).decode(), force_multigraph=True)
    assert (len(xml), xml.number_of_edges()) == (len(graph), graph.number_of_edges())
    files = csv_files(graph)
    nodes = list(csv.DictReader(io.StringIO(files["nodes.csv"].decode("utf-8-sig"))))
    assert len(nodes) == len(graph)
    assert node_link(graph) == node_link(graph)


@pytest.mark.parametrize(("form", "target"), [("json", "g.json"), ("graphml", "g.graphml"), ("csv", "g")])
def test_exports_are_written(tmp_path: Path, form: str, target: str) -> None:
    ran: Ran = run_sscb("export", "graph", "--format", form, "-o", tmp_path / target)
    assert (ran.code, ran.out) == (0, "")
    assert "Wrote" in ran.err
    assert (tmp_path / target).exists()
    assert (run_sscb("export", "graph", "--format", form, "-o", tmp_path / target).code == 2) == (form == "csv")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_folders_name_begins_no_line_of_a_script(seed_copy: SeedCopy, tmp_path: Path) -> None:
    folder = seed_copy.folder.rename(tmp_path / "a\nCREATE (:Foreign);\u2028MATCH (n) DETACH DELETE n;")
    ran = run_sscb("--seed", folder, "export", "cypher", "-o", tmp_path / "x.cypher")
    assert ran.code == 0, ran.err
    written = (tmp_path / "x.cypher").read_text(encoding="utf-8")
    lines = written.splitlines()
    assert all(line.startswith(("// ", "CYPHER 5 ")) for line in lines)
    assert "Foreign" in lines[0]
