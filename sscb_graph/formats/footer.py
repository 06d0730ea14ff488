"""The words under every answer: how many rows stand on each basis, and where the answer comes from."""

from __future__ import annotations

from sscb_graph.questions.answer import Answer, Origin
from sscb_graph.text import many


def count_rows(answer: Answer) -> str:
    """How many rows there are, and how many of each basis, as a sentence."""
    number = len(answer.rows)
    if not number:
        return "No rows."
    by_basis = ", ".join(f"{count} {basis}" for basis, count in answer.basis_counts().items())
    return f"{many(number, 'row')}{f': {by_basis}' if by_basis else ''}."


def origin_line(origin: Origin) -> str:
    """The store, plan and seed that an answer comes from, as a sentence."""
    load = f", {origin.load}" if origin.load else ""
    # 19 characters of the digest are "sha256:" and 12 hexadecimal digits: enough to tell two folders apart.
    return f"From {origin.seed} ({origin.plan}, {origin.digest[:19]}), {origin.store} store{load}."
