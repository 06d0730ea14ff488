"""A finding of a rehearsal: what somebody has to look at, by what rule, and how much it matters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sscb_graph.rehearsal.change import Change
from sscb_graph.rehearsal.outcome import Outcome


class Weight(StrEnum):
    """How much a finding matters: it must not stay so, it should be looked at, or it is to be known."""

    SERIOUS = "serious"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True)
class Finding:
    """What a rule finds.

    ``finding`` is the name of the rule, ``subject`` what it is about in words and ``ids`` that by its ids. ``why`` is
    one or two sentences. ``change`` is what causes it, None where it is no single change. ``basis``, ``reason`` and
    ``source`` are those of the facts of the plan that it rests on.
    """

    finding: str
    severity: Weight
    subject: str
    ids: tuple[str, ...]
    why: str
    change: Change | None
    basis: str
    reason: str | None
    source: str


@dataclass(frozen=True)
class Rule:
    """A rule of rehearsals: its name, what it says in a sentence, and what finds where it is not kept."""

    name: str
    sentence: str
    find: Callable[[Outcome], Iterator[Finding]]
