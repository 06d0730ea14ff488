"""The findings of a plan on a brief page: a counted line for each kind, the worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sscb_graph.model.vocabulary import Severity
from sscb_graph.questions.brief import Brief
from sscb_graph.questions.columns import CheckName, Group, Number, Text
from sscb_graph.questions.kinds import words_of_kind
from sscb_graph.questions.rows import Row
from sscb_graph.text import many

#: How many kinds have a line of their own, so that a page fits a screen; the rest are counted together.
_LINES = 23
_COLUMNS = (Number("number", "#"), Text("words", "what"), Text("check", "kind"))


def brief_findings(rows: Sequence[Row]) -> Brief:
    """How many findings of each kind are not accepted; of what is only to be known, how much there is."""
    open_rows = [row for row in rows if row["accepted"] is None]
    counts = Counter((row["severity"], row["check"]) for row in open_rows)
    own_lines = [kind for kind in counts if kind[0] != Severity.NOTICE][:_LINES]
    counted = [
        {"number": counts[severity, check], "words": _words(check, severity), "check": check}
        for severity, check in own_lines
    ]
    rest = [row for row in open_rows if (row["severity"], row["check"]) not in own_lines]
    return Brief(_COLUMNS, counted, list(_counts(rest)))


def listed_findings(rows: Sequence[Row]) -> Brief:
    """Each finding with its places; the name by which it may be accepted belongs to the whole answer."""
    return Brief((Group("severity"), CheckName("check"), Text("text"), Text("accepted"), Text("where")), rows)


def _words(check: str, severity: str) -> str:
    mark = " (error)" if severity == Severity.ERROR else ""
    return f"{words_of_kind(check)}{mark}"


def _counts(rest: Sequence[Row]) -> Iterator[str]:
    """How many findings there are besides those that are listed, by severity."""
    for severity in Severity:
        found = [row for row in rest if row["severity"] == severity]
        kinds = len({row["check"] for row in found})
        if found:
            yield f"And {many(len(found), severity)} of {many(kinds, 'kind')}: sscb check {severity}s"
