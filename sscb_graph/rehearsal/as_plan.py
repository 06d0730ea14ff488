"""What comes of a proposal as a plan of its own, so that a shared store can hold it beside the plan itself."""

from __future__ import annotations

import hashlib

from sscb_graph.graph.graph import MemoryGraph
from sscb_graph.rehearsal.copies import as_own_plan
from sscb_graph.rehearsal.outcome import Outcome
from sscb_graph.text import slug


def plan_id_of(outcome: Outcome) -> str:
    """The id of the outcome as a plan: that of the plan, and the name of the proposal."""
    name = slug(outcome.proposal.name.rpartition(".")[0] or outcome.proposal.name).replace(".", "-").strip("-")
    return f"{outcome.before.plan_id}-after-{name or 'proposal'}"


def digest_of(outcome: Outcome) -> str:
    """SHA-256 of the plan's own digest and of every row of the proposal: "sha256:" and 64 hexadecimal digits."""
    rows = (row.model_dump_json() for row in outcome.proposal.rows)
    text = "\0".join([outcome.reading.origin.digest, *rows])
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def as_plan(outcome: Outcome) -> MemoryGraph:
    """The plan after a proposal under an id and a title of its own; everything else keeps its id."""
    more = f", after {outcome.proposal.name} (a rehearsal)"
    return as_own_plan(outcome.after.reader, plan_id_of(outcome), more)
