"""A finding: something questionable in the plan itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sscb_graph.facts import Node


class Severity(StrEnum):
    """How much a finding matters: a contradiction, a hole, or something to know."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True)
class Finding:
    """One finding, with a name that stays the same from run to run."""

    severity: Severity
    check: str
    subject: str
    item: str
    sentence: str
    source: str

    @property
    def name(self) -> str:
        """The name by which accepted.csv accepts it."""
        return f"{self.check}/{self.subject}"


def finding(severity: Severity, check: str, node: Node, sentence: str, *, item: str = "", source: str = "") -> Finding:
    """A finding about a node of the graph."""
    return Finding(severity, check, node["id"], item or node["name"], sentence, source or node["source"])
