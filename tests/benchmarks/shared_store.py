"""A generated country in Neo4j: what loading, loading again and asking cost, against the raw driver in the same run.

    python -m tests.benchmarks.shared_store [--partnerships 150] [--years 10] [--actions 410] [--heap 8g]

Plans are loaded by turns, one by ``load`` and one by the raw driver with the same UNWIND batches and nothing else, so
that both meet the same server. Then the trace question's own statement, ids resolved, is timed against a statement
written by hand that returns the same facts as plain columns, and beside a bare ``RETURN 1``, all by the same driver
call, with one plan in the database and with the whole country. Last, how long it takes to say that there is no server.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, LiteralString

import neo4j

from sscb_graph.folder import open_seed
from sscb_graph.folder.load import load_records
from sscb_graph.graph.builder import build_graph
from sscb_graph.graph.graph import GraphReader, MemoryGraph
from sscb_graph.graph.nodes import make_node
from sscb_graph.model.basis import BASES
from sscb_graph.model.vocabulary import Label
from sscb_graph.questions.asking import ask
from sscb_graph.questions.definition import find_question
from sscb_graph.stores.neo4j import loading, writing
from sscb_graph.stores.neo4j.connection import Connection
from sscb_graph.stores.neo4j.reading import SharedPlan
from tests.benchmarks.plans import generated_plan
from tests.neo4j.server import LTS, Server

#: What somebody would write by hand for the facts of the trace question, and nothing else.
BY_HAND: LiteralString = """CYPHER 5 MATCH (item:Sscb {plan: $plan, id: $recommendation})
USING INDEX SEEK item:Sscb(plan, id)
MATCH (item)<-[cited:ADDRESSES]-(action:Action)
RETURN item.name AS item, item.topic AS topic, action.id AS row_id, action.number AS number,
       action.position AS position, action.priority AS priority, action.text AS text, action.due AS due,
       cited.id AS fact, cited.basis AS basis, cited.reason AS reason, cited.source AS source, cited.until AS until,
       COLLECT { MATCH (action)<-[lead:LEADS]-(body:Body)
                 RETURN [lead.id, lead.basis, lead.until, lead.position, body.id, body.name] } AS leads,
       COLLECT { MATCH (action)-[has:HAS_STATUS]->(status:Status)
                 RETURN [has.id, has.basis, has.until, status.id, status.name] } AS statuses"""
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


def renamed(template: GraphReader, plan: str) -> MemoryGraph:
    """The template's graph under another plan's id."""

    def own(key: str) -> str:
        return plan if key == template.plan_id else key

    nodes = [
        make_node(node.labels, {**node.properties, "plan": plan, "id": own(node.id)})
        for node in template.labelled(Label.SSCB)
    ]
    edges = [
        (own(edge.start.id), edge.type, own(edge.end.id), {**edge.properties, "plan": plan})
        for edge in template.edges(())
    ]
    return MemoryGraph(plan, nodes, edges)


def raw(session: neo4j.Session, graph: GraphReader, plan: str) -> None:
    """The same rows in the same batches, in one transaction, by the driver alone."""
    nodes = [{"labels": node.labels, "properties": node.properties} for node in graph.labelled(Label.SSCB)]
    edges = [
        {"start": edge.start.id, "end": edge.end.id, "type": edge.type, "properties": edge.properties}
        for edge in graph.edges(())
    ]

    def write(managed: neo4j.ManagedTransaction) -> None:
        for statement, rows in ((writing._CREATE_NODES, nodes), (writing._CREATE_RELATIONSHIPS, edges)):
            for batch in writing._batches(rows):
                managed.run(statement, rows=batch, plan=plan).consume()

    session.execute_write(write)


def _given(graph: GraphReader) -> GraphReader:
    return graph


def timed(work: Callable[[], Any]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def asking(connection: Connection, driver: neo4j.Driver, plan: str, when: str) -> None:
    """The medians of the statement, of the one by hand and of RETURN 1, by turns, and of the whole answer."""
    asked = find_question("actions-by-recommendation")
    parameters = {"plan": plan, "recommendation": "ofsted-22", "basis": list(BASES)}
    own = neo4j.Query(asked.cypher).text
    with driver.session() as session:
        works: tuple[Callable[[], Any], ...] = (
            lambda: session.execute_read(lambda managed: managed.run(own, parameters).graph()),
            lambda: session.execute_read(lambda managed: managed.run(BY_HAND, parameters).data()),
            lambda: session.execute_read(lambda managed: managed.run("RETURN 1").data()),
        )
        rounds = [[timed(work) for work in works] for _ in range(400)]
        rows = len(works[1]())
    took, by_hand, floor = (statistics.median(column) * 1000 for column in zip(*rounds[100:], strict=True))

    def whole() -> None:
        SharedPlan(connection, plan).read(lambda reading: ask(reading, asked.name, {"recommendation": "22"}), "asking")

    answer = statistics.median(timed(whole) for _ in range(20)) * 1000
    print(
        f"{when}: statement {took:.2f} ms ({rows} actions), by hand {by_hand:.2f} ms, ratio {took / by_hand:.2f}; "
        f"RETURN 1 {floor:.2f} ms; whole answer with a new connection {answer:.1f} ms",
        flush=True,
    )


def without_server() -> None:
    """How long the whole process takes to say that nobody listens, beside one that only starts."""
    env = {**os.environ, "SSCB_NEO4J_URI": "neo4j://127.0.0.1:1", "SSCB_NEO4J_PASSWORD": "x"}
    commands = ([sys.executable, "-m", "sscb_graph", "--store", "neo4j", "gaps"], [sys.executable, "-c", "pass"])
    took, floor = (
        statistics.median(timed(partial(subprocess.run, command, env=env, capture_output=True)) for _ in range(9))
        for command in commands
    )
    print(f"without a server: {took:.2f} s, of which starting Python {floor:.2f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--partnerships", type=int, default=150)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--actions", type=int, default=410)
    parser.add_argument("--heap", default="8g")
    parser.add_argument("--minutes", type=float, default=60, help="stop loading after this long, and say so")
    chosen = parser.parse_args()
    without_server()
    with tempfile.TemporaryDirectory() as folder:
        template = build_graph(load_records(open_seed(generated_plan(Path(folder, "plan"), chosen.actions))))
        nodes, edges = len(template.labelled(Label.SSCB)), len(template.edges(()))
        print(f"a plan: {nodes} nodes, {edges} relationships", flush=True)
        settings = {"server.memory.pagecache.size": "2g"}
        with (
            Server(Path(folder), LTS, heap=chosen.heap, settings=settings) as server,
            neo4j.GraphDatabase.driver(server.uri, auth=server.auth, notifications_min_severity="OFF") as driver,
        ):
            connection = Connection(server.uri, server.user, server.password, None, 600.0)
            loading.make_schema(connection)
            with driver.session() as session, loading.loader(connection, "a country") as loader:
                country(connection, driver, session, loader, template, nodes + edges, chosen)


def country(
    connection: Connection,
    driver: neo4j.Driver,
    session: neo4j.Session,
    loader: loading.Loader,
    template: GraphReader,
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
        timed(partial(loader.load, partial(_given, renamed(template, plan)), plan, "made", f"digest-{plan}"))
        for plan in loaded[-50:]
    )
    print(f"load again without change: median {again:.3f} s, {again / late:.3f} of a load")
    asking(connection, driver, loaded[-1], "with the whole country")
    print(f"client: at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB")


if __name__ == "__main__":
    main()
