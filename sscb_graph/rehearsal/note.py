"""What a note for minutes says of a rehearsal: the same rows as its answers, in the columns that paper has room for."""

from __future__ import annotations

from collections import Counter

from sscb_graph.model.basis import marked
from sscb_graph.model.vocabulary import ChangeKind
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.columns import (
    BASIS,
    SUPPORT,
    Columns,
    Date,
    Dates,
    Group,
    Names,
    Place,
    RowName,
    Text,
)
from sscb_graph.questions.rows import Row
from sscb_graph.rehearsal.answers import WHY_PROPOSED, Rehearsal, changes_answer, findings_answer, ledger_answer
from sscb_graph.rehearsal.finding import Weight
from sscb_graph.rehearsal.ledger import SEVERAL, Kind, Result
from sscb_graph.rehearsal.rules.reviewed import NOT_REVIEWED
from sscb_graph.text import listed, many

CHANGED = (
    Text("sign", " "),
    RowName("body"),
    Text("was", "until now"),
    Names("what", "what changes"),
    Dates("effective", "from"),
    WHY_PROPOSED,
)
UNHOUSED = (Text("kind"), RowName("item", "what"), Text("from", "of"), Text("change", "what ends it"), BASIS)
TO_DECIDE = (RowName("change"), Date("effective", "from"), Text("by", "by whom"), Text("subject_to", "subject to"))
FOUND = (Group("severity"), RowName("subject"), Text("why"), *SUPPORT)
LEDGER = (
    Group("kind"),
    RowName("item"),
    Text("from"),
    Names("to"),
    Text("outcome"),
    Text("change", "What changes it", Place.BELOW),
    *SUPPORT,
)

#: What stands where a change does not say who decides it.
NOBODY_SAID = "not said: still to be settled"
#: The line that a partnership fills in, and why it is blank.
EQUALITY = (
    "Equality impact: ............................................................................................",
    "This line is blank on purpose. What a change means for people with protected characteristics stands neither in "
    "the plan nor in the proposal: the partnership assesses it and fills it in.",
)


def changed(rehearsal: Rehearsal) -> Answer:
    """The signed lines: what would change of each body."""
    base = changes_answer(rehearsal)
    return _like(base, CHANGED, base.rows, base.headline, "What would change")


def unhoused(rehearsal: Rehearsal) -> Answer:
    """What has no home: the rows of the ledger that nobody goes on with."""
    base = ledger_answer(rehearsal)
    rows = [row for row in base.rows if row["outcome"] == Result.NO_HOME]
    kinds = Counter(str(row["kind"]) for row in rows)
    counted = listed([many(number, kind, SEVERAL[Kind(kind)]) for kind, number in kinds.items()])
    headline = f"Nobody goes on with {counted}." if rows else "Everything has a home."
    return _like(base, UNHOUSED, rows, headline, "What has no home")


def to_decide(rehearsal: Rehearsal) -> Answer:
    """What is to be decided, and by whom: every change but those that keep a body as it is."""
    changes = [change for change in rehearsal.outcome.changes if change.kind is not ChangeKind.KEEP]
    rows = [
        {
            "change": change.words,
            "effective": change.effective,
            "by": change.decided_by or NOBODY_SAID,
            "subject_to": change.subject_to,
        }
        for change in changes
    ]
    silent = sum(not change.decided_by for change in changes)
    said = f"who decides is said of {len(changes) - silent} and still to be settled of {silent}"
    headline = f"{many(len(changes), 'change')}: {said}." if changes else "Nothing is to be decided."
    return _like(changes_answer(rehearsal), TO_DECIDE, rows, headline, "What is to be decided, and by whom")


def found(rehearsal: Rehearsal) -> Answer:
    """What is found, but for what is only not looked at yet."""
    answer = findings_answer(rehearsal)
    rows = [row for row in answer.rows if row["finding"] != NOT_REVIEWED]
    count = Counter(row["severity"] for row in rows)
    parts = [
        f"{count[weight]} {weight}" if weight is Weight.SERIOUS else many(count[weight], weight) for weight in Weight
    ]
    headline = f"Found: {', '.join(parts)}."
    return _like(answer, FOUND, rows, headline, "What is found")


def to_review(rehearsal: Rehearsal) -> tuple[str, list[str]]:
    """What still is to be reviewed: a sentence, and the boards and groups that no row of the proposal names."""
    left = [finding for finding in rehearsal.findings if finding.finding == NOT_REVIEWED]
    if not left:
        return "The proposal names every board and group.", []
    names = [marked(finding.subject, finding.basis) for finding in left]
    return f"No row of the proposal names {len(left)} of {rehearsal.before.bodies} boards and groups:", names


def appendix(rehearsal: Rehearsal) -> Answer:
    """The whole ledger."""
    base = ledger_answer(rehearsal)
    return _like(base, LEDGER, base.rows, base.headline, "Appendix: the ledger, where everything goes")


def _like(base: Answer, columns: Columns, rows: list[Row], headline: str, heading: str) -> Answer:
    """An answer about the same rehearsal with other columns, rows and words."""
    return Answer(
        base.question,
        base.parameters,
        columns,
        rows,
        base.origin,
        headline=headline,
        heading=heading,
        plan=base.plan,
    )
