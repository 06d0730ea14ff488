"""Every plan that is generated loads, and its graph holds to the vocabulary."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from sscb_graph.folder import SeedFolder
from sscb_graph.folder.load import load_records
from sscb_graph.graph.builder import build_graph
from sscb_graph.graph.multigraph import multigraph
from sscb_graph.model.basis import RANK
from sscb_graph.model.vocabulary import LABELS
from tests.plans import seeds


@given(seed=seeds())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_generated_plan_loads_and_builds(seed: SeedFolder) -> None:
    records = load_records(seed)
    graph = multigraph(build_graph(records))
    for key, node in graph.nodes(data=True):
        assert node["id"] == key
        assert node["source"]
        assert set(node["labels"]) <= LABELS
    made = {(data["file"], data["row"]) for _, data in graph.nodes(data=True) if "row" in data}
    made |= {(data["file"], data["row"]) for *_, data in graph.edges(data=True)}
    assert made == {(record.file, record.row) for record in records}
    for *_, data in graph.edges(data=True):
        assert data["source"]
        assert data["basis_rank"] == RANK[data["basis"]]
