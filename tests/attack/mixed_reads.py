"""Answers while a plan is loaded again and again with two contents by turns: each answer holds the rows of one of them.

Which of the two, the answer's own load record says by the digest of the folder. Most questions are about one action,
some about all that a body leads or a recommendation is cited by (hundreds of actions), and a few about the whole plan.
The attack also counts the readings that did mix two loads and were therefore thrown away: without any, it would not
show much.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from unittest.mock import patch

from sscb_graph.errors import SscbError
from sscb_graph.plan import OpenPlan, open_plan
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.asking import Reading, ask
from sscb_graph.questions.rows import Row
from tests.attack.contents import contents, foreign, reached, running
from tests.attack.report import Report
from tests.neo4j.conftest import Built, Shared
from tests.neo4j.server import Server

COUNT = 4_000
ACTIONS = 20_000
#: The number of processes that ask, and of answers that each of them gets in a round.
READERS, ROUND = 2, 200
#: The number of loads that come in at least.
LOADS = 3
#: How often a question is about the whole plan, or about a body or a recommendation.
WHOLE, LARGE = 0.01, 0.35

Question = tuple[str, dict[str, str]]
#: The rows of each question, by the digest of the folder.
Expected = Mapping[str, Sequence[list[Row]]]


def run(count: int, folder: Path) -> Report:
    """Gets `count` answers during loads of a plan of 20,000 actions."""
    with running(folder) as server:
        return attack(count, folder, server, ACTIONS)


def attack(count: int, folder: Path, server: Server, actions: int) -> Report:
    """The attack on a server that runs already, with plans of so many actions; goes on until LOADS have come in."""
    report = Report("mixed reads")
    plans = contents(folder, actions)
    asked = _questions(actions)
    expected = {plan.seed.digest: [_rows(plan, question) for question in asked] for plan in plans}
    with reached(server) as shared, patch.dict(os.environ, shared.env):
        kept = foreign(shared)
        with _loading(shared, plans, report) as loads, _readers() as readers:
            ask_round = partial(_answers, min(ROUND, -(-count // READERS)), shared.uri, asked, expected)
            seed = 0
            while report.tried < count or (loads() < LOADS and not report.failures):
                for found in readers.map(ask_round, range(seed, seed + READERS)):
                    _add(report, found)
                seed += READERS
        if foreign(shared) != kept:
            report.fail("other people's data differs")
    return report


def _questions(actions: int) -> list[Question]:
    """Questions of three sizes, in the order of `_chosen`: the whole plan, much of it, a single action."""
    # Actions that no content lacks, see `contents`.
    spread = [number for number in range(10, actions, max(1, actions // 24)) if number % 50 > 5]
    keys = [f"p{number % 4 + 1}-{number}" for number in spread]
    return [
        ("summary-by-lead", {}),
        *(("led-by", {"body": body}) for body in ("qap", "damb", "Business Group", "Executive")),
        *(("actions-by-recommendation", {"recommendation": f"ofsted {number}"}) for number in (1, 22, 63, 110)),
        *(("action-chain", {"actions": key}) for key in keys),
        *(("who-leads", {"actions": key}) for key in keys),
    ]


def _chosen(chance: random.Random, asked: Sequence[Question]) -> int:
    """The place of the question that comes next."""
    part = chance.random()
    if part < WHOLE:
        return 0
    return chance.randrange(1, 9) if part < WHOLE + LARGE else chance.randrange(9, len(asked))


def _rows(plan: Built, question: Question) -> list[Row]:
    name, parameters = question
    return plan.plan.read(lambda reading: ask(reading, name, parameters), "answering").rows


@contextmanager
def _loading(shared: Shared, plans: Sequence[Built], report: Report) -> Iterator[Callable[[], int]]:
    """Loads the contents by turns meanwhile; yields what tells how many loads are done."""
    stop = threading.Event()
    done: list[int] = []

    def loads() -> None:
        while not stop.is_set():
            try:
                plans[len(done) % 2].load(shared.connection)
            except SscbError as problem:
                report.fail(f"a load failed: {problem}")
                return
            done.append(1)

    plans[1].load(shared.connection)
    thread = threading.Thread(target=loads)
    thread.start()
    try:
        yield lambda: len(done)
    finally:
        stop.set()
        thread.join()
        report.outcomes["loads meanwhile"] = len(done)


def _readers() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(READERS, multiprocessing.get_context("spawn"))


def _answers(count: int, uri: str, asked: Sequence[Question], expected: Expected, seed: int) -> Report:
    """What a process found that asked `count` questions."""
    report = Report("mixed reads")
    chance = random.Random(seed)  # noqa: S311 (its chance is no secret)
    with open_plan(store=uri) as plan:
        for _ in range(count):
            place = _chosen(chance, asked)
            rows = {digest: answers[place] for digest, answers in expected.items()}
            _answer(plan, asked[place], rows, report)
    return report


def _answer(plan: OpenPlan, question: Question, rows: Mapping[str, list[Row]], report: Report) -> None:
    """Asks once, and compares every reading as well as the answer."""
    whole: list[bool] = []
    name, parameters = question

    def work(reading: Reading) -> Answer:
        whole.append(False)
        answer = ask(reading, name, parameters)
        whole[-1] = answer.rows == rows.get(answer.origin.digest)
        return answer

    try:
        answer = plan.read(work, "answering the question")
    except SscbError as problem:
        report.fail(f"{question}: {problem}")
        return
    report.outcomes["readings asked again"] += len(whole) - 1
    report.outcomes["mixed readings among them"] += whole[:-1].count(False)
    if whole[-1]:
        report.count(f"answers of content {list(rows).index(answer.origin.digest)}")
    else:
        report.fail(f"{question}: its rows are not those of the load that it names ({answer.origin.load})")


def _add(report: Report, found: Report) -> None:
    report.tried += found.tried
    report.outcomes += found.outcomes
    report.failures += found.failures
