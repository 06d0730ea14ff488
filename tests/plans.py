"""Plans made by hypothesis, as the files of a folder: awkward names, parallel lines, loops, cycles, blanks.

Whatever the vocabulary allows is drawn: relations of every type from and to every label at its ends, facts of every
basis, notes on everything, two reports with numbers such as "1.1" and "R3". Files without rows may be missing.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from sscb_graph.folder import SeedFolder
from sscb_graph.model import RECORDS, BodyRelation, Plan, Record
from sscb_graph.model.basis import BASES
from sscb_graph.model.vocabulary import (
    FORCES,
    LINK_WORDS,
    RELATION_WORDS,
    STATUS_MEANINGS,
    SURETIES,
    BodyKind,
    ChangeKind,
    Label,
    ObservationKind,
    Severity,
    Standing,
    type_of,
)
from sscb_graph.text import slug

AWKWARD = st.sampled_from(
    [
        "') DETACH DELETE n //",
        "$plan",
        "`Body`",
        "{id: 'x'}",
        'a "quoted" \\ name',
        "Ünïcödé ＦＵＬＬ ﬁ ß İ",
        "שלום",
        "日本語 🙂 𝒳",
        "MATCH (n) RETURN n",
        "line\nbreak",
        "null",
        "semi; colon",
        "é",
        "e\u0301",
    ]
)
#: What no cell may hold, beside the categories that are left out.
CONTROLS = "\ufeff\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp"], exclude_characters=CONTROLS)
WORDS = st.text(LETTERS, min_size=1, max_size=12).map(str.strip).filter(bool)
NAMES = AWKWARD | WORDS
DAYS = st.sampled_from(["2018-06-30", "2018-09", "2018-12-31", "2019-02", "30/06/2018"])
PASSAGE = "It is said here."
#: The word of each report, the names that it may have, and the numbers of its items.
REPORTS = {
    "ofsted": (["Ofsted", "Ünïcödé ＦＵＬＬ", 'a "quoted" \\ report'], ["1", "2", "1.1", "R3", "10"]),
    "cqc": (["CQC", "日本語 🙂 𝒳", "') DETACH DELETE n //"], ["1", "1.1", "2"]),
}


class Rows:
    """The rows of a plan in the making, by file."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.by_file: dict[str, list[dict[str, Any]]] = {record.FILE: [] for record in RECORDS}

    def add(self, file: str, **cells: Any) -> None:
        self.by_file[f"{file}.csv"].append(cells)

    def keys(self, *files: str) -> list[str]:
        return [row.get("id") or row["row_id"] for file in files for row in self.by_file[f"{file}.csv"]]

    def pick(self, choices: Iterable[str]) -> str:
        return self.draw(st.sampled_from(list(choices)))

    def support(self, bases: tuple[str, ...] = BASES) -> dict[str, Any]:
        """The cells that a fact of some basis needs."""
        basis = self.pick(bases)
        if basis == "stated":
            return {"basis": basis, "written_in": "passage-1", "quote": PASSAGE}
        return {"basis": basis, **self.reason(basis)}

    def reason(self, basis: str) -> dict[str, Any]:
        if basis == "recorded":
            return {"recorded_by": self.draw(NAMES), "recorded_on": self.draw(DAYS)}
        return {} if basis == "stated" else {"reason": self.draw(NAMES)}

    def coin(self) -> bool:
        return self.draw(st.booleans())

    def until(self) -> dict[str, str]:
        return {"until": "2018-12"} if self.draw(st.integers(0, 9)) == 0 else {}

    def confirmed(self) -> dict[str, str]:
        return {"confirmed_by": "Minute 1", "confirmed_on": "2018-07"} if self.draw(st.integers(0, 5)) == 0 else {}


@st.composite
def seeds(draw: st.DrawFn) -> SeedFolder:
    """The folder of a plan that loads, with everything that two stores could disagree about."""
    rows = Rows(draw)
    kind = rows.pick(["paragraph", "picture"])
    rows.add("passages", id="passage-1", position=1, kind=kind, heading=draw(NAMES), text=PASSAGE)
    for number in (1, 2):
        rows.add("priorities", id=f"priority-{number}", position=number, number=number, wording=draw(NAMES))
    _bodies(rows)
    _handed_over(rows)
    _changes(rows)
    _happenings(rows)
    board = rows.pick(["", *rows.keys("bodies")])
    default = rows.pick(["", "report-ofsted", "report-ofsted", "report-cqc"])
    rows.add("plan", id="made", title=draw(NAMES), short_title=draw(NAMES), board=board, default_report=default)
    _reports(rows)
    _relations(rows)
    _actions(rows, default)
    _responses(rows)
    _requirements(rows)
    if rows.coin():
        rows.add("status_words", word=rows.pick(["blue", "İN HAND"]), meaning=rows.pick(STATUS_MEANINGS))
    noted = ("bodies", "actions", "recommendations", "reports", "events", "documents", "decisions", "priorities")
    for number in range(draw(st.integers(0, 2))):
        about, basis = rows.pick(["", "made", "passage-1", *rows.keys(*noted)]), rows.pick(BASES)
        cells = {"position": 1, "about": about, "text": draw(NAMES), "basis": basis, **rows.reason(basis)}
        rows.add("notes", id=f"note-{number}", **cells)
    _observations(rows, noted)
    return SeedFolder(Path("made"), dict(_files(rows)))


def _observations(rows: Rows, files: tuple[str, ...]) -> None:
    """What a reader observed, of several things or of the plan, with words of the document or without."""
    things = st.lists(st.sampled_from(rows.keys(*files)), max_size=2, unique=True)
    for number in range(rows.draw(st.integers(0, 2))):
        severity = rows.pick(severity.value for severity in Severity)
        cells = {"position": number, "kind": rows.pick(kind.value for kind in ObservationKind), "severity": severity}
        words = {"written_in": "passage-1", "quote": PASSAGE} if rows.coin() else {}
        about = "; ".join(rows.draw(things))
        rows.add("observations", id=f"seen-{number}", **cells, about=about, text=rows.draw(NAMES), **words)


def _bodies(rows: Rows) -> None:
    draw = rows.draw
    for key in [f"body-{number}" for number in range(draw(st.integers(1, 6)))]:
        kind = rows.pick(kind.value for kind in BodyKind)
        weaker = {"kind_basis": "inferred", "kind_reason": draw(NAMES)} if rows.coin() else {}
        cells = {"position": draw(st.integers(0, 3)), "name": draw(NAMES), "kind": kind, **weaker}
        called = {"statutory_in": rows.pick(["", "passage-1"]), "statutory": rows.pick(["", "yes", "no"])}
        rows.add("bodies", id=key, **cells, **called, **rows.support())
        rows.add("body_names", id=f"name-{key}", body=key, name=key)
        for number in range(draw(st.integers(0, 2))):
            read = {"written_in": "passage-1", "name": PASSAGE} if rows.coin() else {"name": draw(NAMES)}
            rows.add("body_names", id=f"name-{key}-{number}", body=key, **read, reason=rows.pick(["", "Read so."]))
        _said_of(rows, key)


def _said_of(rows: Rows, body: str) -> None:
    """What is decided or proposed about a body, perhaps twice, and that nothing stands above it."""
    draw = rows.draw
    for number in range(draw(st.integers(0, 2))):
        standing = rows.pick(standing.value for standing in Standing)
        words = {"proposed_by": rows.pick(["", PASSAGE]), "holds_until": rows.pick(["", PASSAGE])}
        decision = {"id": f"decision-{body}-{number}", "position": draw(st.integers(0, 2)), "body": body, **words}
        review = {"review_on": rows.pick(["", "2019-03"])}
        rows.add("decisions", **decision, standing=standing, **review, **rows.support(), **rows.until())
    if rows.coin():
        top = {"text": PASSAGE, "written_in": "passage-1", "nothing_above": rows.pick(["", "yes", "no"])}
        rows.add("functions", id=f"function-{body}", position=1, body=body, **top, **rows.until())


def _handed_over(rows: Rows) -> None:
    """Bodies that have functions of others, or again their own, some of them no longer."""
    functions = rows.keys("functions")
    for number in range(rows.draw(st.integers(0, 3)) if functions else 0):
        home = {"function": rows.pick(functions), "body": rows.pick(rows.keys("bodies"))}
        rows.add("function_homes", id=f"home-{number}", **home, **rows.support(), **rows.until(), **rows.confirmed())


def _changes(rows: Rows) -> None:
    """Changes of every kind, from some bodies to some, of which either may be none."""
    some = st.lists(st.sampled_from(rows.keys("bodies")), max_size=3)
    for number in range(rows.draw(st.integers(0, 3))):
        original, resulting = "; ".join(rows.draw(some)), "; ".join(rows.draw(some))
        ends = {"original": original, "resulting": resulting or ("" if original else rows.pick(rows.keys("bodies")))}
        place = {"id": f"change-{number}", "position": rows.draw(st.integers(0, 2))}
        words = {column: rows.draw(st.just("") | NAMES) for column in ("decided_by", "subject_to")}
        cells = {"change": rows.pick(ChangeKind), "text": rows.draw(NAMES), "effective": rows.draw(st.just("") | DAYS)}
        basis = rows.pick(BASES[1:])
        rows.add("changes", **place, **ends, **cells, **words, basis=basis, **rows.reason(basis))


def _happenings(rows: Rows) -> None:
    """Events and documents: what relations may end at beside bodies."""
    draw = rows.draw
    for number in (1, 2):
        bodies = "; ".join(draw(st.lists(st.sampled_from(rows.keys("bodies")), max_size=2, unique=True)))
        cells = {"position": 1, "name": draw(NAMES), "bodies": bodies, "written_in": "passage-1", "quote": PASSAGE}
        rows.add("events", id=f"event-{number}", **cells)
        cells = {"position": draw(st.integers(0, 1)), "name": draw(NAMES), "kind": "report"}
        rows.add("documents", id=f"document-{number}", **cells, **rows.support())


def _reports(rows: Rows) -> None:
    draw = rows.draw
    for position, (word, (names, numbers)) in enumerate(REPORTS.items()):
        report = {"id": f"report-{word}", "position": position, "word": word, "name": rows.pick(names)}
        basis = rows.pick(BASES)
        document = rows.pick(["", *rows.keys("documents")])
        rows.add("reports", **report, kind=draw(NAMES), document=document, basis=basis, **rows.reason(basis))
        before: list[str] = []
        for number in numbers:
            key = f"{word}-{slug(number)}"
            item = {"id": key, "position": draw(st.integers(0, 3)), "report": f"report-{word}", "number": number}
            kind, counts = rows.pick(["recommendation", "finding"]), rows.pick(["yes", "no"])
            words = {rows.pick(["text", "topic"]): draw(NAMES)}
            if before and rows.coin():
                words["part_of"] = rows.pick(before)
                words["links_to"] = rows.pick([one for one in rows.keys("recommendations") if one != key])
            if rows.coin():
                words["addressed_to"] = rows.pick(rows.keys("bodies"))
            rows.add("recommendations", **item, kind=kind, recommendation=counts, **words)
            before.append(key)


def _relations(rows: Rows) -> None:
    """Relations of every type; each ends at any label that its type and the file allow."""
    files = {Label.BODY: "bodies", Label.EVENT: "events", Label.DOCUMENT: "documents"}
    for number in range(rows.draw(st.integers(0, 14))):
        words = rows.pick(["reports to"] * 6 + list(RELATION_WORDS))
        allowed = [label for label in BodyRelation.REFERENCES["other"] if label in type_of(words).ends]
        ends = {"body": rows.pick(rows.keys("bodies")), "other": rows.pick(rows.keys(files[_label(rows, allowed)]))}
        support = {**rows.support(), **rows.until(), **rows.confirmed()}
        rows.add("relations", id=f"line-{number}", relation=words, **ends, **support)


def _label(rows: Rows, labels: list[Label]) -> Label:
    return rows.draw(st.sampled_from(labels))


def _actions(rows: Rows, default: str) -> None:
    draw, bodies = rows.draw, rows.keys("bodies")
    items = {row["id"]: row for row in rows.by_file["recommendations.csv"]}
    keys = [(f"p{one}-1.{two}", f"1.{two}", one) for one in (1, 2) for two in range(draw(st.integers(0, 3)))]
    for key, printed, priority in keys:
        leads = [(body, rows.pick(BASES)) for body in draw(st.lists(st.sampled_from(bodies), max_size=3))]
        cited = [(item, rows.pick(BASES)) for item in draw(st.lists(st.sampled_from(list(items)), max_size=4))]
        cells = {
            "lead_printed": " ".join(body for body, basis in leads if basis == "stated"),
            "recs_printed": _printed(rows, [items[item] for item, basis in cited if basis == "stated"], default),
            "due": "; ".join(draw(st.lists(DAYS, max_size=2, unique=True))),
            "outcome": rows.pick(["", "An outcome"]),
            "timescale_printed": rows.pick(["", "Soon"]),
        }
        place = {"row_id": key, "position": draw(st.integers(0, 2)), "priority": f"priority-{priority}"}
        rows.add("actions", **place, number=printed, number_printed=printed, text=draw(NAMES), **cells)
        for at, (body, basis) in enumerate(leads):
            support = {"written_in": key, "quote": body} if basis == "stated" else {**rows.reason(basis)}
            lead = {"id": f"lead-{key}-{at}", "row_id": key, "body": body, "position": draw(st.integers(0, 1))}
            rows.add("leads", **lead, basis=basis, **support, **rows.until(), **rows.confirmed())
        for at, (item, basis) in enumerate(cited):
            quote = {"written_in": key, "quote": items[item]["number"]}
            citation = {"id": f"cite-{key}-{at}", "row_id": key, "recommendation": item, "basis": basis}
            rows.add("citations", **citation, **(quote if basis == "stated" else rows.reason(basis)), **rows.until())
        _statuses(rows, key)
        other = rows.pick([one for one, _, _ in keys])
        if words := rows.pick(["", *LINK_WORDS]):
            basis = rows.pick(BASES)
            cells = {"relation": words, "other": other, "basis": basis, **rows.reason(basis)}
            rows.add("links", id=f"link-{key}", row_id=key, **cells)
        if rows.coin():
            rows.add("shared_outcomes", id=f"shared-{key}", row_id=key, other=other, basis="inherited", reason="made")


def _printed(rows: Rows, cited: list[dict[str, Any]], default: str) -> str:
    """A cell that cites some items: numbers alone for the default report, or behind their report's word."""
    alone = [item for item in cited if item["report"] == default and rows.coin()]
    cells = [item["number"] for item in alone]
    cells += [f"{item['id'].split('-')[0].upper()} {item['number']}" for item in cited if item not in alone]
    return rows.pick([", ", ",", "; ", " & "]).join(cells)


def _statuses(rows: Rows, key: str) -> None:
    """A status, or one that has ended and the one that follows it."""
    words = ["Completed", "complete", "GREEN", "Amber", "red", "Blue", "İn hand"]
    if rows.coin():
        support = {**rows.support(BASES[1:]), **rows.confirmed()}
        until = rows.until()
        rows.add("statuses", id=f"status-{key}", row_id=key, status=rows.pick(words), **support, **until)
        if until and rows.coin():
            rows.add("statuses", id=f"next-{key}", row_id=key, status=rows.pick(words), **rows.support(("recorded",)))


def _responses(rows: Rows) -> None:
    responders = ["passage-1", *rows.keys("bodies", "actions", "decisions")]
    answered = st.tuples(st.sampled_from(responders), st.sampled_from(rows.keys("recommendations")))
    for number, (responder, item) in enumerate(rows.draw(st.lists(answered, max_size=4, unique=True))):
        cells = {"responder": responder, "recommendation": item, **rows.support(), **rows.until()}
        rows.add("responses", id=f"response-{number}", **cells)


def _requirements(rows: Rows) -> None:
    """Requirements of several editions, and what is known of them and bodies: yes, no, or what leaves them open."""
    for number in range(rows.draw(st.integers(0, 4))):
        sure = {"surety": rows.pick(SURETIES), "paragraph_surety": rows.pick(SURETIES)}
        law = {"statute": rows.pick(["Children Act 2004 s16E", "SI 2018/789"]), "statute_surety": rows.pick(SURETIES)}
        days = {
            "from": rows.pick(["", "2018-06-29", "2018-07"]),
            "until": rows.pick(["", "2018-07", "2019-02", "2020"]),
        }
        words = {"topic": rows.draw(NAMES), "requirement": rows.draw(NAMES), "source": rows.draw(NAMES)}
        cells = {**words, **sure, **days, **(law if rows.coin() else {}), "force": rows.pick(["", *FORCES])}
        rows.add("statutory_requirements", id=f"duty-{number}", **cells)
    if duties := rows.keys("statutory_requirements"):
        for number in range(rows.draw(st.integers(0, 5))):
            known = {"requirement": rows.pick(duties), "body": rows.pick(rows.keys("bodies"))}
            known |= {"met": rows.pick(["", "yes", "no"]), "how": rows.draw(NAMES)}
            support = {**rows.support(), **rows.until(), **rows.confirmed()}
            rows.add("requirements_met", id=f"met-{number}", **known, **support)


def _files(rows: Rows) -> Iterable[tuple[str, bytes]]:
    """The files; those without rows may be missing, and so may columns that nothing fills."""
    for record in RECORDS:
        held = rows.by_file[record.FILE]
        if held or record is Plan or rows.coin():
            yield record.FILE, _csv(record, held, bare=rows.coin())


def _csv(record: type[Record], rows: list[dict[str, Any]], *, bare: bool) -> bytes:
    used = {name for row in rows for name, cell in row.items() if cell != ""}
    columns = [name for name, column in record.columns().items() if not bare or name in used or column.is_required()]
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()
