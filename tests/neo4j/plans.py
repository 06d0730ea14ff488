"""Plans made by hypothesis, as the files of a seed: awkward names, parallel lines, loops, cycles, blanks."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from sscb_graph.basis import BASES
from sscb_graph.records import RECORDS, BodyKind, Record, Relation, Standing
from sscb_graph.seed import SeedFolder

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
LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp"], exclude_characters="\ufeff")
WORDS = st.text(LETTERS, min_size=1, max_size=12).map(str.strip).filter(bool)
NAMES = AWKWARD | WORDS
DAYS = st.sampled_from(["2018-06-30", "2018-09", "2018-12-31", "2019-02", "30/06/2018"])
PASSAGE = "It is said here."


def support(draw: st.DrawFn, bases: tuple[str, ...] = BASES) -> dict[str, Any]:
    basis = draw(st.sampled_from(bases))
    if basis == "stated":
        return {"basis": basis, "written_in": "passage-1", "quote": PASSAGE}
    return {"basis": basis, "reason": draw(NAMES)}


def until(draw: st.DrawFn) -> dict[str, str]:
    return {"until": "2018-12"} if draw(st.integers(0, 9)) == 0 else {}


@st.composite
def seeds(draw: st.DrawFn) -> SeedFolder:
    """The folder of a plan that loads, with everything that two stores could disagree about."""
    rows: dict[str, list[dict[str, Any]]] = {record.FILE: [] for record in RECORDS}

    def add(file: str, **cells: Any) -> None:
        rows[f"{file}.csv"].append(cells)

    add("passages", id="passage-1", position=1, kind="paragraph", heading=draw(NAMES), text=PASSAGE)
    bodies = [f"body-{number}" for number in range(draw(st.integers(1, 6)))]
    board = draw(st.sampled_from(["", *bodies]))
    add("plan", id="made", title=draw(NAMES), short_title=draw(NAMES), board=board, recommendations_document="report")
    add("documents", id="report", position=1, name=draw(NAMES), kind="report", basis="assumed", reason="made")
    for key in bodies:
        position, kind = draw(st.integers(0, 3)), draw(st.sampled_from(list(BodyKind))).value
        add("bodies", id=key, position=position, name=draw(NAMES), kind=kind, **support(draw))
        add("body_names", id=f"name-{key}", body=key, name=key)
        for number in range(draw(st.integers(0, 2))):
            add("body_names", id=f"name-{key}-{number}", body=key, name=draw(NAMES))
        if draw(st.booleans()):
            standing = draw(st.sampled_from(list(Standing))).value
            review = draw(st.sampled_from(["", "2019-03"]))
            decision = {"id": f"decision-{key}", "position": draw(st.integers(0, 2)), "body": key}
            add("decisions", **decision, standing=standing, review_on=review, **support(draw))
    kinds = st.sampled_from([Relation.REPORTS_TO] * 6 + list(Relation))
    for number in range(draw(st.integers(0, 14))):
        ends = {"body": draw(st.sampled_from(bodies)), "other": draw(st.sampled_from(bodies))}
        add("relations", id=f"line-{number}", relation=draw(kinds).value, **ends, **support(draw), **until(draw))
    for number in (1, 2):
        add("priorities", id=f"priority-{number}", position=number, number=number, wording=draw(NAMES))
    _actions(draw, add, bodies)
    for number in (1, 2):
        add("peer_recommendations", id=f"peer-{number}", position=1, number=number, text=draw(NAMES))
        for place in draw(st.sets(st.sampled_from([*bodies, "passage-1"]), max_size=2)):
            add(
                "responses",
                id=f"response-{number}-{place}",
                responder=place,
                recommendation=f"peer-{number}",
                **support(draw),
            )
    about = draw(st.sampled_from(["", "report", bodies[0], "item-1"]))
    add("notes", id="note-1", position=1, about=about, text=draw(NAMES), basis="assumed", reason="made")
    add(
        "events",
        id="event-1",
        position=1,
        name=draw(NAMES),
        bodies="; ".join(bodies[:2]),
        written_in="passage-1",
        quote=PASSAGE,
    )
    return SeedFolder(Path("made"), {record.FILE: _csv(record, rows[record.FILE]) for record in RECORDS})


def _actions(draw: st.DrawFn, add: Any, bodies: list[str]) -> None:
    for number in range(1, 6):
        kind = draw(st.sampled_from(["recommendation", "finding"]))
        item = {"id": f"item-{number}", "position": draw(st.integers(0, 3)), "number": number, "kind": kind}
        add("ofsted_recommendations", **item, recommendation=draw(st.sampled_from(["yes", "no"])), topic=draw(NAMES))
    keys = [(f"p{one}-1.{two}", f"1.{two}", one) for one in (1, 2) for two in range(draw(st.integers(0, 3)))]
    for key, printed, priority in keys:
        leads = [(body, draw(st.sampled_from(BASES))) for body in draw(st.lists(st.sampled_from(bodies), max_size=3))]
        cited = [(n, draw(st.sampled_from(BASES))) for n in draw(st.lists(st.integers(1, 5), max_size=4))]
        cells = {
            "lead_printed": " ".join(body for body, basis in leads if basis == "stated"),
            "recs_printed": ", ".join(str(n) for n, basis in cited if basis == "stated"),
            "due": "; ".join(draw(st.lists(DAYS, max_size=2, unique=True))),
            "outcome": draw(st.sampled_from(["", "An outcome"])),
            "timescale_printed": draw(st.sampled_from(["", "Soon"])),
        }
        place = {"row_id": key, "position": draw(st.integers(0, 2)), "priority": f"priority-{priority}"}
        add("actions", **place, number=printed, number_printed=printed, text=draw(NAMES), **cells)
        for at, (body, basis) in enumerate(leads):
            said = {"written_in": key, "quote": body} if basis == "stated" else {"reason": "made"}
            lead = {"id": f"lead-{key}-{at}", "row_id": key, "body": body, "position": draw(st.integers(0, 1))}
            add("leads", **lead, basis=basis, **said, **({} if basis == "stated" else until(draw)))
        for at, (cited_number, basis) in enumerate(cited):
            said = {"written_in": key, "quote": str(cited_number)} if basis == "stated" else {"reason": "made"}
            citation = {"id": f"cite-{key}-{at}", "row_id": key, "recommendation": f"item-{cited_number}"}
            add("citations", **citation, basis=basis, **said)
        if draw(st.booleans()):
            status = draw(st.sampled_from(["Completed", "GREEN", "Amber", "red", "Blue", "İn hand"]))
            add("statuses", id=f"status-{key}", row_id=key, status=status, **support(draw, BASES[1:]), **until(draw))
        other = draw(st.sampled_from([one for one, _, _ in keys]))
        relation = draw(st.sampled_from(["", "links to", "cites", "depends on"]))
        if relation:
            add("links", id=f"link-{key}", row_id=key, relation=relation, other=other, basis="assumed", reason="made")
        if draw(st.booleans()):
            add("shared_outcomes", id=f"shared-{key}", row_id=key, other=other, basis="inherited", reason="made")


def _csv(record: type[Record], rows: list[dict[str, Any]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(record.columns()), restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()
