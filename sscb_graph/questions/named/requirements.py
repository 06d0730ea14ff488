"""What the law and guidance require, and whether each requirement is met, unmet or unknown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sscb_graph.graph import duties
from sscb_graph.graph.duties import Known
from sscb_graph.graph.graph import weakest_of
from sscb_graph.graph.nodes import Requirement
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import BASES, Basis, basis_meaning
from sscb_graph.model.dates import first_day, in_words, last_day
from sscb_graph.model.vocabulary import RequirementStatus, words_of
from sscb_graph.questions.answer import Caution
from sscb_graph.questions.brief import Brief
from sscb_graph.questions.columns import (
    BASIS,
    CONFIRMATION,
    SUPPORT,
    BasisOfColumn,
    Date,
    Group,
    Hidden,
    Id,
    Place,
    RowName,
    Text,
    What,
)
from sscb_graph.questions.rows import ABOUT, Parameters, Row, basis_cells
from sscb_graph.questions.silence import WHAT_HAS_ENDED, ended_facts
from sscb_graph.text import listed, many

COLUMNS = (
    Group("topic"),
    RowName("requirement_id", "requirement"),
    Text("requirement", "What is required, in our words", Place.BELOW),
    Text("force"),
    Text("who_must", "Who must", Place.BELOW),
    Text("status"),
    BasisOfColumn("status_basis"),
    Hidden("relation"),
    Text("body"),
    Id("body_id"),
    BasisOfColumn("body_basis"),
    Text("how", "How it is met, what is lacking, or what bears on it", Place.BELOW),
    Text("reference", "What requires it", Place.BELOW),
    Hidden("surety"),
    Date("from", "In force from", Place.BELOW),
    Date("until", "In force until", Place.BELOW),
    Text("graph_check", "What a graph can show of it", Place.BELOW),
    *SUPPORT,
    *CONFIRMATION,
)
_BRIEF = (Group("topic"), What("requirement", "what, in our words"), Text("force"), Text("status"), Text("body"))
#: Where a requirement stands of which nothing is known: that it is listed is all that its row says.
_LISTED_IN = "the plan's folder, statutory_requirements.csv"
_NOTHING_SAID = "Nothing recorded says whether it is met, and its words are ours."
_NONE_AT_ALL = "The plan's folder holds no requirements: statutory_requirements.csv is missing or empty."


def rows(view: GraphView, edition: str | None) -> list[Row]:
    """A row for each fact about each requirement of the edition; a single row for a requirement without any."""
    listed = _listed(view, edition)
    duties.prefetch(view, listed)
    return [row for duty in listed for row in _rows_of(view, duty)]


def _rows_of(view: GraphView, duty: Requirement) -> Iterator[Row]:
    facts = duties.facts_on(view, duty)
    deciding = duties.deciding_facts(facts)
    # A single fact gives the status, so that it is as sure as the surest of them.
    strongest = min(deciding, key=lambda fact: fact.rank, default=None)
    cells = {**_duty_cells(duty), "status": duties.status_of(view, duty), "status_basis": weakest_of(_some(strongest))}
    yield from ({**cells, **_fact_cells(duty, fact)} for fact in facts)
    if not facts:
        yield {**cells, **_no_fact_cells(duty)}


def _some(fact: Known | None) -> list[Known]:
    return [fact] if fact else []


def _duty_cells(duty: Requirement) -> Row:
    return {
        "topic": duty.topic,
        "requirement_id": duty.id,
        "requirement": duty.text,
        "force": duty.force,
        "who_must": duty.who_must,
        "reference": duty.source,
        "surety": duty.surety,
        "from": duty.starts,
        "until": duty.until,
        "graph_check": duty.graph_check,
    }


def _fact_cells(duty: Requirement, fact: Known) -> Row:
    return {
        "relation": words_of(fact.type),
        "body": fact.start.name,
        "body_id": fact.start.id,
        "body_basis": fact.basis,
        "how": fact.how,
        **basis_cells(fact),
        ABOUT: [duty.id, fact.start.id],
    }


def _no_fact_cells(duty: Requirement) -> Row:
    return {
        **dict.fromkeys(("relation", "body", "body_id", "body_basis", "how", "confirmed_by", "confirmed_on")),
        "basis": Basis.ASSUMED.value,
        "reason": _NOTHING_SAID,
        "source": _LISTED_IN,
        ABOUT: [duty.id],
    }


# -- which requirements are listed


def _span(view: GraphView, edition: str | None) -> tuple[str | None, str | None]:
    """The first and last day (ISO 8601) whose requirements are listed: of a year, or of the plan's period."""
    first, last = (edition, edition) if edition else (view.plan.starts, view.plan.until)
    return first and first_day(first), last and last_day(last)


def _listed(view: GraphView, edition: str | None) -> list[Requirement]:
    found = duties.in_force(view.all(Requirement), *_span(view, edition))
    gone = set(duties.replaced(found))
    return [duty for duty in found if duty not in gone]


def _when(view: GraphView, edition: str | None) -> str:
    """When the listed requirements are in force, in words: "in 2018"."""
    if edition:
        return f"in {edition}"
    return "during the plan's period" if view.plan.starts and view.plan.until else "at any time"


def _period(view: GraphView, edition: str | None) -> str:
    """The days of the plan's period, where they choose what is listed."""
    days = [in_words(day) for day in (view.plan.starts, view.plan.until) if day]
    return f", {' to '.join(days)}" if len(days) == 2 and not edition else ""


# -- what is said of the rows


def title(view: GraphView, parameters: Parameters) -> str:
    """The heading of a page."""
    return f"What law and guidance require of the arrangements {_when(view, parameters['edition'])}"


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many requirements there are, and how many of them are met, unmet and unknown."""
    when = _when(view, parameters["edition"])
    if not rows:
        return f"No requirement is known to be in force {when}."
    statuses = Counter(_status_by_requirement(rows).values())
    counts = ", ".join(f"{statuses[status] or 'none'} {status}" for status in RequirementStatus)
    return f"{many(statuses.total(), 'requirement')} in force {when}: {counts}."


def _status_by_requirement(rows: Iterable[Row]) -> dict[str, str]:
    return {row["requirement_id"]: row["status"] for row in rows}


def brief(view: GraphView, rows: list[Row], parameters: Parameters) -> Brief:
    """What is required, whether it is met, and of which body something is known."""
    # Status and body bear their own marks: a mark of the row would stand at all that nothing is known of.
    shown = [{name: cell for name, cell in row.items() if name != BASIS.name} for row in rows]
    return Brief(_BRIEF, shown, list(_weaker(rows)))


def _weaker(rows: Sequence[Row]) -> Iterator[str]:
    """What is known on each basis weaker than stated, and what an unknown requirement with a body means."""
    known = [row for row in rows if row["body"]]
    for basis in BASES[1:]:
        if number := sum(row["basis"] == basis for row in known):
            yield f"{basis_meaning(basis)}: what is said of {many(number, 'body', 'bodies')}."
    if any(row["status"] == RequirementStatus.UNKNOWN for row in known):
        yield "Beside 'unknown' stands a body of which the plan says what bears on the requirement and leaves it open."
    if silent := len(rows) - len(known):
        yield f"{basis_meaning(Basis.ASSUMED)}: the words of every requirement; nothing is recorded of {silent}."


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """How statuses are counted, which requirements are listed, how sure they are, and what no longer counts."""
    if not view.all(Requirement):
        return [_NONE_AT_ALL]
    edition = parameters["edition"]
    return [
        *_open_or_decided(rows),
        f"Listed is what is in force {_when(view, edition)}{_period(view, edition)}.{_replaced(view, edition)}",
        "Only a section of an Act of which the reference is verified or of high surety is given as known: every other "
        "reference is to be confirmed. The requirements are in our words.",
        *(Caution(text) for text in _no_longer(view, edition)),
    ]


def _open_or_decided(rows: Sequence[Row]) -> list[str]:
    found = [
        "A requirement is met or unmet only where requirements_met.csv says so; all others are unknown, not unmet."
    ]
    disputed = [
        row["requirement_id"]
        for row in rows
        if row["status"] == RequirementStatus.UNMET and row["relation"] == words_of("MEETS")
    ]
    if disputed:
        which = listed(list(dict.fromkeys(disputed)))
        found.append(Caution(f"Some bodies meet these and others do not, so that they count as unmet: {which}."))
    return found


def _replaced(view: GraphView, edition: str | None) -> str:
    found = duties.replaced(duties.in_force(view.all(Requirement), *_span(view, edition)))
    return f" Left out, since a newer edition replaced them then: {many(len(found), 'requirement')}." if found else ""


def _no_longer(view: GraphView, edition: str | None) -> Iterator[str]:
    """What is no longer known: facts that have ended, and facts about bodies that are no more."""
    for duty in _listed(view, edition):
        if ended := duties.facts_ended(view, duty):
            yield f"{WHAT_HAS_ENDED} {ended_facts(ended)}."
        for fact in duties.facts_of_gone_bodies(view, duty):
            yield f"{fact.start.name} is no more, so that what is known of it and {duty.id} no longer counts."
