"""What differs between two versions of a plan, as an answer: a row for each change, in the words of a comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sscb_graph.changes.change_row import ChangeRow, Sign, Told
from sscb_graph.changes.matching import match
from sscb_graph.changes.whole import PlanChanges, plan_changes
from sscb_graph.graph.nodes import Body
from sscb_graph.graph.view import GraphView
from sscb_graph.questions.answer import Answer, Origin
from sscb_graph.questions.asking import Reading, plan_line
from sscb_graph.questions.brief import Brief
from sscb_graph.questions.columns import SUPPORT, Group, RowName, Text
from sscb_graph.questions.rows import Row
from sscb_graph.text import listed, many

COLUMNS = (
    Group("about"),
    Text("sign", " "),
    RowName("what"),
    Text("change"),
    Text("before"),
    Text("after"),
    *SUPPORT,
)
#: How many names a note lists.
_LISTED = 10
#: The words for the changes of each kind, behind their number.
_WORDS: Mapping[Told, tuple[str, str]] = {
    Told.BODY: ("change of a body", "changes of bodies"),
    Told.DECISION: ("decision", "decisions"),
    Told.LINE: ("line", "lines"),
    Told.MEMBERSHIP: ("membership", "memberships"),
    Told.RELATION: ("other relation", "other relations"),
    Told.FUNCTION: ("function", "functions"),
    Told.ACTION: ("change of an action's row", "changes of actions' rows"),
    Told.LEAD: ("lead", "leads"),
    Told.CITATION: ("citation", "citations"),
    Told.DUE: ("due date", "due dates"),
    Told.STATUS: ("status", "statuses"),
    Told.OTHER: ("other", "others"),
}


def versions_answer(before: Reading, after: Reading) -> Answer:
    """What differs from one version of a plan to another; what only got another id is the same."""
    earlier, later = before.whole(), after.whole()
    matching = match(earlier.reader, later.reader)
    changes = plan_changes(earlier, GraphView(matching.apply(later.reader)))
    rows = [_row(row) for row in changes.rows]
    brief = Brief(COLUMNS[:6], rows)
    return Answer(
        "diff",
        {"before": _origin(before.origin), "after": _origin(after.origin)},
        COLUMNS,
        rows,
        after.origin,
        [*_matched(earlier, matching.nodes), *_untold(changes)],
        headline=_headline(changes.rows),
        heading="What differs between two versions of a plan",
        subjects=[f"Before: {_origin(before.origin)}", f"After: {_origin(after.origin)}"],
        brief=brief,
        plan=plan_line(after.names),
    )


def _origin(origin: Origin) -> str:
    """Where a version is, and what tells it from any other."""
    return f"{origin.seed} ({origin.plan}, {origin.digest[:19]})"


def _row(row: ChangeRow) -> Row:
    return {
        "about": row.told.value,
        "sign": row.sign.value,
        "what": row.what,
        "change": row.change,
        "before": row.before,
        "after": row.after,
        "basis": row.support.basis,
        "reason": row.support.reason,
        "source": row.support.source,
    }


def _headline(rows: Sequence[ChangeRow]) -> str:
    if not rows:
        return "Nothing that means something differs."
    signs = Counter(row.sign for row in rows)
    told = Counter(row.told for row in rows)
    how = listed([f"{signs[sign]} {sign.words}" for sign in Sign if signs[sign]])
    about = ", ".join(many(told[each], *words) for each, words in _WORDS.items() if told[each])
    return f"{many(len(rows), 'difference')}: {how}. {about[:1].upper()}{about[1:]}."


def _matched(before: GraphView, ids: Mapping[str, str]) -> Iterator[str]:
    """Which bodies are taken as the same for their name, although their ids differ."""
    pairs = [(before.get(Body, earlier).name, earlier, later) for later, earlier in ids.items()]
    if pairs:
        shown = [f"{name} ({earlier}, now {later})" for name, earlier, later in pairs[:_LISTED]]
        rest = [f"{len(pairs) - _LISTED} more"] if len(pairs) > _LISTED else []
        yield f"Matched by name, since the ids differ: {listed([*shown, *rest])}."


def _untold(changes: PlanChanges) -> Iterator[str]:
    if changes.places:
        facts = many(changes.places, "fact differs", "facts differ")
        yield f"Besides, {facts} that only say where things are written, how they are named and what they are part of."
