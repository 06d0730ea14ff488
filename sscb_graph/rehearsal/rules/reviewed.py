"""What a proposal does not look at."""

from __future__ import annotations

from collections.abc import Iterator

from sscb_graph.graph.nodes import Body
from sscb_graph.graph.standings import kind_basis
from sscb_graph.model.basis import STATED
from sscb_graph.rehearsal.changed_bodies import to_be_reviewed
from sscb_graph.rehearsal.finding import Finding, Rule, Weight
from sscb_graph.rehearsal.outcome import Outcome
from sscb_graph.text import sentences

_WHY = "No row says what becomes of it; a row with 'keep' says that it stays as it is."


def not_reviewed(outcome: Outcome) -> Iterator[Finding]:
    """Boards and groups that no row names."""
    for body in to_be_reviewed(outcome):
        basis, reason = kind_basis(body), _reason(body)
        yield Finding(NOT_REVIEWED, Weight.NOTICE, body.name, (body.id,), _WHY, None, basis, reason, body.source)


def _reason(body: Body) -> str | None:
    """Why it is believed that there is a board or group, where the document does not say it."""
    own = (body.reason if body.basis != STATED else "", body.kind_reason if body.kind_basis != STATED else "")
    return sentences(dict.fromkeys(reason for reason in own if reason)) or None


NOT_REVIEWED = "not-reviewed"
RULES = (Rule(NOT_REVIEWED, "Every board and group of the structure must be looked at: a row names it.", not_reviewed),)
