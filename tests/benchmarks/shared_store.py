"""A generated country in Neo4j: what loading, loading again and asking cost, against the raw driver in the same run.

    python -m tests.benchmarks.shared_store [--partnerships 150] [--years 10] [--actions 410] [--heap 8g]

Plans are loaded by turns, one by ``load`` and one by the raw driver with the same UNWIND batches and nothing else, so
that both meet the same server. Then the trace question's own statement, ids resolved, is timed against a bare
``RETURN 1`` by the same driver call, with one plan in the database and with the whole country.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import neo4j
import networkx as nx
from sscb_graph.basis import BASES
from sscb_graph.property_graph import Graph
from sscb_graph.seed import load_records, read_folder

from sscb_graph.graph import build_graph
from sscb_graph.questions import ask, question
from sscb_graph.stores.neo4j import loading
from sscb_graph.stores.neo4j.connection import Connection
from sscb_graph.stores.neo4j.reading import read
from sscb_graph.stores.neo4j.schema import apply_schema
from tests.benchmarks.plans import generated_plan
from tests.neo4j.server import LTS, Server

#: Plans that are loaded before the counting begins.
WARM = 11


@dataclass
class Taken:
    """Elements written and seconds taken, by way of writing."""

    elements: int = 0
    seconds: float = 0.0
    each: list[float] = field(default_factory=list)

    def add(self, elements: int, seconds: float) -> None:
        self.elements += elements
        self.seconds += seconds
        self.each.append(seconds)

    def restart(self) -> None:
        self.elements, self.seconds = 0, 0.0
        self.each.clear()

    @property
    def rate(self) -> float:
        return self.elements / self.seconds


def renamed(template: Graph, plan: str) -> Graph:
    """The template's graph under another plan's id."""
    graph: Graph = nx.MultiDiGraph(plan=plan)
    old = template.graph["plan"]
    for key, data in template.nodes(data=True):
        own = plan if key == old else key
        graph.add_node(own, **{**data, "plan": plan, "id": own})
    for start, end, key, data in template.edges(keys=True, data=True):
        first, last = (plan if one == old else one for one in (start, end))
        graph.add_edge(first, last, key, **{**data, "plan": plan})
    return graph


def raw(session: neo4j.Session, graph: Graph, plan: str) -> None:
    """The same rows in the same batches, in one transaction, by the driver alone."""
    nodes = [
        {"labels": data["labels"], "properties": {k: v for k, v in data.items() if k != "labels"}}
        for _, data in graph.nodes(data=True)
    ]
    edges = [
        {"start": s, "end": e, "type": data["type"], "properties": {k: v for k, v in data.items() if k != "type"}}
        for s, e, data in graph.edges(data=True)
    ]

    def write(managed: neo4j.ManagedTransaction) -> None:
        for statement, rows in ((loading._CREATE_NODES, nodes), (loading._CREATE_RELATIONSHIPS, edges)):
            for batch in loading._batches(rows):
                managed.run(statement, rows=batch, plan=plan).consume()

    session.execute_write(write)


def _given(graph: Graph) -> Graph:
    return graph


def timed(work: Callable[[], Any]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def asking(connection: Connection, driver: neo4j.Driver, plan: str, when: str) -> None:
    """The median of the statement and of RETURN 1, by turns, and of the whole answer."""
    asked = question("actions-by-recommendation")
    parameters = {"plan": plan, "recommendation": "ofsted-22", "basis": list(BASES)}
    with driver.session() as session:
        own = neo4j.Query(asked.cypher)

        def statement() -> None:
            session.execute_read(lambda managed: managed.run(own.text, parameters).data())

        def bare() -> None:
            session.execute_read(lambda managed: managed.run("RETURN 1").data())

        for _ in range(50):
            statement()
            bare()
        pairs = [(timed(statement), timed(bare)) for _ in range(300)]
    took, floor = (statistics.median(column) * 1000 for column in zip(*pairs, strict=True))

    def whole() -> None:
        read(connection, plan, lambda one: ask(one, asked.name, {"recommendation": "22"}), "asking")

    answer = statistics.median(timed(whole) for _ in range(20)) * 1000
    rows = len(driver.execute_query(own, parameters, routing_="r").records)
    print(
        f"{when}: statement {took:.2f} ms ({rows} rows), RETURN 1 {floor:.2f} ms, ratio {took / floor:.2f}; "
        f"whole answer with a new connection {answer:.1f} ms",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--partnerships", type=int, default=150)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--actions", type=int, default=410)
    parser.add_argument("--heap", default="8g")
    parser.add_argument("--minutes", type=float, default=60, help="stop loading after this long, and say so")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        template = build_graph(load_records(read_folder(generated_plan(Path(folder, "plan"), chosen.actions))))
        elements = len(template) + template.number_of_edges()
        print(f"a plan: {len(template)} nodes, {template.number_of_edges()} relationships", flush=True)
        settings = {"server.memory.pagecache.size": "2g"}
        with (
            Server(Path(folder), LTS, heap=chosen.heap, settings=settings) as server,
            neo4j.GraphDatabase.driver(server.uri, auth=server.auth, notifications_min_severity="OFF") as driver,
        ):
            connection = Connection(server.uri, server.user, server.password, None, 600.0)
            with driver.session() as session:
                apply_schema(session)
                with loading.loader(connection, "a country") as loader:
                    country(connection, driver, session, loader, template, elements, chosen)


def country(
    connection: Connection,
    driver: neo4j.Driver,
    session: neo4j.Session,
    loader: loading.Loader,
    template: Graph,
    elements: int,
    chosen: argparse.Namespace,
) -> None:
    """Loads the country by turns, and measures as it grows."""
    ours, theirs, began = Taken(), Taken(), time.monotonic()
    wanted = chosen.partnerships * chosen.years
    loaded: list[str] = []
    for number in range(wanted):
        if time.monotonic() - began > chosen.minutes * 60:
            print(f"stopped after {chosen.minutes:g} minutes, at {number} of {wanted} plans", flush=True)
            break
        plan = f"partnership-{number // chosen.years}.{number % chosen.years}"
        if number % 2 == 0:
            graph = partial(_given, renamed(template, plan))
            ours.add(elements, timed(partial(loader.load, graph, plan, "made", f"digest-{plan}")))
            loaded.append(plan)
        else:
            theirs.add(elements, timed(partial(raw, session, renamed(template, plan), plan)))
        if number == WARM:  # the server has compiled its statements by now: begin to count
            ours.restart()
            theirs.restart()
        if number == 0:
            asking(connection, driver, plan, "with one plan")
        if number % 100 == 1:
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(f"{number + 1} plans, {ours.elements + theirs.elements:,} elements; client {memory} MiB", flush=True)
    counts = driver.execute_query("MATCH (n) RETURN count(n) AS n UNION ALL MATCH ()-[r]->() RETURN count(r) AS n")
    nodes, relationships = (record["n"] for record in counts.records)
    print(f"the country: {nodes:,} nodes, {relationships:,} relationships")
    print(f"load {ours.rate:,.0f} elements/s, raw driver {theirs.rate:,.0f}; ratio {ours.rate / theirs.rate:.2f}")
    half = len(ours.each) // 2 or 1
    late, raw_late = statistics.median(ours.each[half:]), statistics.median(theirs.each[half:])
    print(f"median plan, second half: load {late:.3f} s, raw driver {raw_late:.3f} s; ratio {raw_late / late:.2f}")
    again = statistics.median(
        timed(partial(loader.load, partial(_given, template), plan, "made", f"digest-{plan}")) for plan in loaded[-50:]
    )
    print(f"load again without change: median {again:.3f} s, {again / late:.3f} of a load")
    asking(connection, driver, loaded[-1], "with the whole country")
    print(f"client: at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB")


if __name__ == "__main__":
    main()
