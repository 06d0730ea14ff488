"""The words under every answer: what each basis contributes, and where it comes from."""

from __future__ import annotations

from sscb_graph.questions.answer import Answer, Origin


def counted(answer: Answer) -> str:
    """How many rows there are, and how many of each basis."""
    number = len(answer.rows)
    if not number:
        return "No rows."
    by_basis = ", ".join(f"{count} {basis}" for basis, count in answer.basis_counts().items())
    return f"{number} {'row' if number == 1 else 'rows'}{f': {by_basis}' if by_basis else ''}."


def origin_line(origin: Origin) -> str:
    """Which store, plan and seed an answer comes from."""
    load = f", {origin.load}" if origin.load else ""
    return f"From {origin.seed} ({origin.plan}, {origin.digest[:19]}), {origin.store} store{load}."
