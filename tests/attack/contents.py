"""What attacks on a shared server need: several contents under one plan's id, loads as processes, a look inside."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, LiteralString

from sscb_graph.folder import open_seed
from tests.benchmarks.plans import generated_plan
from tests.conftest import SeedCopy
from tests.neo4j.conftest import Built, Shared
from tests.neo4j.server import LTS, Server

#: Of how many actions another content gives one another lead, and lacks one.
_OTHER_LEAD, _LACKED = 8, 50
_TRANSACTIONS: LiteralString = """SHOW TRANSACTIONS YIELD transactionId, connectionId, currentQuery
WHERE connectionId <> '' AND NOT currentQuery STARTS WITH 'SHOW TRANSACTIONS'
RETURN transactionId AS id, connectionId AS connection, currentQuery AS query"""
_FOREIGN: LiteralString = """MATCH (f:Foreign) OPTIONAL MATCH (f)-[r]-(o)
RETURN f{.*} AS node, type(r) AS type, r{.*} AS own, coalesce(o.id, o.name) AS other, startNode(r) = f AS out"""


def contents(folder: Path, actions: int, number: int = 2) -> list[Built]:
    """Contents of a generated plan, all under one id: each action has other words and another day in each of them.

    Every eighth action has another lead in each, and each lacks some actions that the others have, so that a load of
    another content also removes and creates.
    """
    return [Built(open_seed(_content(folder / f"content-{which}", actions, which))) for which in range(number)]


def _content(folder: Path, actions: int, which: int) -> Path:
    copy = SeedCopy(generated_plan(folder, actions))
    rows, leads = copy.rows("actions.csv"), copy.rows("leads.csv")
    for row in rows:
        row.update(
            text=row["text"].replace("Review", f"Review in round {which}"),
            timescale_printed=f"By 30 September {2018 + which}",
            due=f"{2018 + which}-09-30",
        )
    chosen = list(range(0, actions, _OTHER_LEAD))
    given = [(leads[place]["body"], leads[place]["quote"]) for place in chosen]
    for place, (body, quote) in zip(chosen, given[which:] + given[:which], strict=True):
        leads[place].update(body=body, quote=quote)
        rows[place]["lead_printed"] = quote
    lacked = {row["row_id"] for row in rows[which::_LACKED]}
    for file, changed in (("actions.csv", rows), ("leads.csv", leads), ("citations.csv", copy.rows("citations.csv"))):
        copy.write(file, [row for row in changed if row["row_id"] not in lacked])
    return folder


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    """A server of an attack's own, with its files in `folder`."""
    with Server(folder, LTS, heap="2g", seconds=600) as server:  # a machine may be busy with other attacks
        yield server


@contextmanager
def reached(server: Server) -> Iterator[Shared]:
    """A way to a server that an attack starts from: nothing of ours in it, and other people's data."""
    shared = Shared(server.uri, server.user, server.password)
    try:
        shared.empty()
        shared.run("CREATE (:Foreign:Body {id: 'qap', name: 'theirs'})-[:KNOWS {plan: 'theirs'}]->(:Foreign {x: 1})")
        yield shared
    finally:
        shared.driver.close()


def begin_load(shared: Shared, built: Built, folder: Path) -> subprocess.Popen[str]:
    """`sscb load` of a content, as a process; indexes are kept in `folder`, so that the load begins sooner."""
    return subprocess.Popen(
        [sys.executable, "-m", "sscb_graph", "load", str(built.seed.path)],
        env={**os.environ, **shared.env, "SSCB_CACHE_DIR": str(folder / "cache")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def transactions(shared: Shared) -> list[dict[str, Any]]:
    """The transactions that others have open: the id, the connection and the statement under way ("" between two)."""
    return shared.run(_TRANSACTIONS)


def wait_until_idle(shared: Shared, seconds: float = 30) -> None:
    """Waits until nobody has a transaction open; raises TimeoutError."""
    until = time.monotonic() + seconds
    while transactions(shared):
        if time.monotonic() > until:
            raise TimeoutError
        time.sleep(0.01)


def foreign(shared: Shared) -> list[str]:
    """Other people's data, for comparing."""
    return sorted(map(str, shared.run(_FOREIGN)))
