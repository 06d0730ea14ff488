"""A rehearsal as answers: its findings, what changes, figures and ledger, each with typed columns for every format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from sscb_graph.model.vocabulary import ChangeKind
from sscb_graph.questions.answer import Answer, Caution
from sscb_graph.questions.asking import plan_line
from sscb_graph.questions.brief import Brief
from sscb_graph.questions.columns import (
    SUPPORT,
    Column,
    Date,
    Dates,
    Group,
    Hidden,
    Id,
    Names,
    Number,
    Place,
    RowName,
    Text,
)
from sscb_graph.questions.kinds import words_of_rehearsed
from sscb_graph.questions.rows import Row
from sscb_graph.rehearsal.area_answers import (
    AREAS,
    area_dict,
    area_headline,
    area_notes,
    area_rows,
    share_row,
    split_words,
)
from sscb_graph.rehearsal.areas import Area, areas_of, findings_of, together
from sscb_graph.rehearsal.changed_bodies import ChangedBody, changed_bodies, counts, withdrawn
from sscb_graph.rehearsal.figures import FIGURE_WORDS, FIGURES, Figures, figure_row, figures
from sscb_graph.rehearsal.figures import to_dict as figures_dict
from sscb_graph.rehearsal.finding import Finding, Weight
from sscb_graph.rehearsal.ledger import Entry, Kind, Result, item_words, totals
from sscb_graph.rehearsal.outcome import Outcome
from sscb_graph.rehearsal.rules import RULES, find_all
from sscb_graph.rehearsal.shares import Share, shares
from sscb_graph.text import listed, many, sentence, shortened

#: How many subjects of a kind of finding a verdict names.
_SHOWN = 4
#: How many kinds of serious finding it tells.
_KINDS = 3
#: And in how many characters each subject.
_LONGEST = 60
#: Where a rule stands among all, and what it says, by its name.
_PLACES = {rule.name: place for place, rule in enumerate(RULES)}
_SENTENCES = {rule.name: rule.sentence for rule in RULES}

FINDINGS: tuple[Column, ...] = (
    Group("severity"),
    Group("what"),
    Hidden("finding"),
    RowName("subject"),
    Text("why"),
    Text("change"),
    Hidden("rule"),
    *SUPPORT,
)
#: The reasons that the rows of a proposal give.
WHY_PROPOSED = Names("reasons", "Why it is proposed", Place.BELOW)
CHANGES: tuple[Column, ...] = (
    Text("sign", ""),
    RowName("body"),
    Id("body_id"),
    Text("was", "until now"),
    Names("what", "what changes"),
    Dates("effective", "from"),
    Names("decided_by", "decided by"),
    Names("subject_to", "subject to"),
    WHY_PROPOSED,
    Hidden("rows"),
)
LOADS: tuple[Column, ...] = (
    RowName("lead"),
    Number("alone_before", "alone before"),
    Number("alone_after", "alone after"),
    Number("jointly_before", "jointly before"),
    Number("jointly_after", "jointly after"),
)
LEDGER: tuple[Column, ...] = (
    Group("kind"),
    RowName("item"),
    Text("from"),
    Names("to"),
    Text("change"),
    Date("effective"),
    Text("decided_by", "decided by"),
    Text("outcome"),
    *SUPPORT,
)


@dataclass(frozen=True)
class Rehearsal:
    """A proposal, what comes of it and what is found: what every answer about it is drawn from.

    Where the plan is split, ``areas`` are the areas, ``found_in`` what is found in each of them alone (which is among
    ``findings`` too), and ``shares`` the rows of the ledger over all of them; ``entries`` then holds only memberships
    and lines, since the shares have every action and function.
    """

    outcome: Outcome
    findings: tuple[Finding, ...]
    before: Figures
    after: Figures
    entries: tuple[Entry, ...]
    areas: tuple[Area, ...] = ()
    found_in: Mapping[str, Sequence[Finding]] = field(default_factory=dict)
    shares: tuple[Share, ...] = ()

    @property
    def serious(self) -> bool:
        """Whether a finding is serious."""
        return any(finding.severity is Weight.SERIOUS for finding in self.findings)


def rehearsal_of(outcome: Outcome) -> Rehearsal:
    """What is found of a proposal's outcome."""
    order = list(Weight)
    whole, areas = list(find_all(outcome)), areas_of(outcome)
    found_in = findings_of(areas, whole)
    found = [*whole, *together(found_in)]
    findings = sorted(found, key=lambda one: (order.index(one.severity), _PLACES[one.finding]))
    own = shares(outcome, areas)
    entries = [entry for entry in outcome.ledger if not own or entry.kind in {Kind.MEMBERSHIP, Kind.LINE}]
    before, after = figures(outcome.before), figures(outcome.after)
    return Rehearsal(outcome, tuple(findings), before, after, tuple(entries), areas, found_in, tuple(own))


# -- the verdict


def verdict(rehearsal: Rehearsal) -> str:
    """The answer in a sentence or two: what the changes do, and what is serious about it."""
    count = Counter(finding.severity for finding in rehearsal.findings)
    what = _what_changes(rehearsal)
    if not count[Weight.SERIOUS]:
        rest = f"; {many(count[Weight.WARNING], 'warning')} to look at" if count[Weight.WARNING] else ""
        return f"{what} Nothing serious is found{rest}."
    return f"{what} {many(count[Weight.SERIOUS], 'serious finding')}: {_worst(rehearsal)}."


def _what_changes(rehearsal: Rehearsal) -> str:
    if not rehearsal.outcome.changes:
        adopted = rehearsal.outcome.adopted
        return "The plan holds all that it changes already." if adopted else "The proposal changes nothing."
    clauses = [change.words for change in rehearsal.outcome.changes]
    if len(clauses) == 1:
        return sentence(_capital(clauses[0]))
    if rehearsal.areas:
        return f"{many(len(clauses), 'change')}: {split_words(rehearsal.areas, rehearsal.before)}"
    before, after = rehearsal.before.bodies, rehearsal.after.bodies
    return f"{many(len(clauses), 'change')}: {before} boards and groups become {after}."


def _worst(rehearsal: Rehearsal) -> str:
    """The serious findings in short: each of the first kinds with what it is about, and how many more there are."""
    by_rule: dict[str, list[str]] = {}
    for finding in rehearsal.findings:
        if finding.severity is Weight.SERIOUS:
            by_rule.setdefault(finding.finding, []).append(finding.subject)
    first = list(by_rule)[:_KINDS]
    told = [f"{words_of_rehearsed(name)}: {_some(by_rule[name])}" for name in first]
    left = sum(len(subjects) for name, subjects in by_rule.items() if name not in first)
    return "; ".join([*told, *([f"and {left} more"] if left else [])])


def _some(subjects: Sequence[str]) -> str:
    shown = list(dict.fromkeys(shortened(subject, _LONGEST) for subject in subjects))
    return listed(shown) if len(shown) <= _SHOWN else f"{', '.join(shown[:_SHOWN])} and {len(shown) - _SHOWN} more"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# -- answers


def findings_answer(rehearsal: Rehearsal) -> Answer:
    """What is found, the worst first; the headline is the verdict."""
    rows = [_finding_row(finding) for finding in rehearsal.findings]
    shown = [row for row in rows if row["severity"] != Weight.NOTICE]
    left = len(rows) - len(shown)
    remarks = [f"And {many(left, 'notice')}: add --full."] if left else []
    brief = Brief((Group("severity"), Group("what"), RowName("subject"), Text("why")), shown, remarks)
    return _answer(
        rehearsal, "rehearse", FINDINGS, rows, verdict(rehearsal), f"What comes of {_title(rehearsal)}", brief
    )


def _finding_row(finding: Finding) -> Row:
    return {
        "severity": finding.severity.value,
        "what": words_of_rehearsed(finding.finding),
        "finding": finding.finding,
        "subject": finding.subject,
        "why": finding.why,
        "change": finding.change.words_and_place if finding.change else None,
        "rule": _SENTENCES[finding.finding],
        "basis": finding.basis,
        "reason": finding.reason,
        "source": finding.source,
    }


def changes_answer(rehearsal: Rehearsal) -> Answer:
    """A signed line for each body that changes, and how many of each there are."""
    rows = [_body_row(body) for body in changed_bodies(rehearsal.outcome)]
    brief = Brief((CHANGES[0], RowName("body"), Names("what", "what changes"), Dates("effective", "from")), rows)
    return _answer(rehearsal, "rehearse-changes", CHANGES, rows, counts_sentence(rehearsal), "What changes", brief)


def _body_row(body: ChangedBody) -> Row:
    changes = body.changes
    return {
        "sign": body.sign,
        "body": body.name,
        "body_id": body.id,
        "was": body.was,
        "what": [change.words_for(body.id) for change in changes],
        "effective": list(dict.fromkeys(change.effective for change in changes if change.effective)),
        "decided_by": list(dict.fromkeys(change.decided_by for change in changes if change.decided_by)),
        "subject_to": list(dict.fromkeys(change.subject_to for change in changes if change.subject_to)),
        "reasons": list(dict.fromkeys(change.reason for change in changes if change.reason)),
        "rows": [change.row for change in changes if change.row],
    }


def counts_sentence(rehearsal: Rehearsal) -> str:
    """How many bodies there are before and after, and how many of them change in which way."""
    before, after, number = rehearsal.before, rehearsal.after, counts(rehearsal.outcome)
    fewer = f"Boards and groups: {before.bodies} before, {after.bodies} after; sub groups among them: "
    parts = [
        f"{count} {word}"
        for word, count in (
            ("new", number.new),
            ("changed", number.changed),
            ("renamed", number.renamed),
            ("merged", number.merged),
            ("closed", number.closed),
            ("split", number.split),
            ("unchanged", number.unchanged),
            ("still to be reviewed", number.to_be_reviewed),
        )
        if count
    ]
    return f"{fewer}{before.subgroups} before, {after.subgroups} after. {', '.join(parts) or 'Nothing changes'}."


def figures_answer(rehearsal: Rehearsal) -> Answer:
    """The figures of the structure before and after."""
    rows = [figure_row(name, words, rehearsal.before, rehearsal.after) for name, words in FIGURE_WORDS.items()]
    changed = [f"{row['figure']} {row['before']} to {row['after']}" for row in rows if row["before"] != row["after"]]
    headline = f"What changes in figures: {', '.join(changed)}." if changed else "No figure of the structure changes."
    return _answer(rehearsal, "rehearse-figures", FIGURES, rows, headline, "Before and after in figures")


def areas_answer(rehearsal: Rehearsal) -> Answer:
    """The figures of the plan before, and of the plan of each area; without rows where the plan is not split."""
    rows = area_rows(rehearsal.areas, rehearsal.before)
    headline = area_headline(rehearsal.areas)
    return _answer(rehearsal, "rehearse-areas", AREAS, rows, headline, "What each area has")


def loads_answer(rehearsal: Rehearsal) -> Answer:
    """How many actions each lead has before and after, alone and jointly: those whose load changes first."""
    before = {load.body: load for load in rehearsal.before.loads}
    after = {load.body: load for load in rehearsal.after.loads}
    rows = []
    for key in dict.fromkeys([*after, *before]):
        own = (before.get(key), after.get(key))
        rows.append(
            {"lead": rehearsal.outcome.name(key)}
            | {
                f"{name}_{when}": getattr(load, name) if load else 0
                for name in ("alone", "jointly")
                for when, load in zip(("before", "after"), own, strict=True)
            }
        )
    changed = [
        row["lead"]
        for row in rows
        if (row["alone_before"], row["jointly_before"]) != (row["alone_after"], row["jointly_after"])
    ]
    headline = (
        f"The load of {many(len(changed), 'lead')} changes: {listed([str(name) for name in changed])}."
        if changed
        else "No lead's load changes."
    )
    return _answer(rehearsal, "rehearse-loads", LOADS, rows, headline, "What each lead leads, before and after")


def ledger_answer(rehearsal: Rehearsal) -> Answer:
    """What becomes of every action, function, membership and line of the bodies that close, merge or split.

    Where the plan is split: of each of its bodies, actions and functions, and of the memberships and lines of bodies
    that end.
    """
    rows = [share_row(rehearsal.outcome, share) for share in rehearsal.shares]
    rows += [_entry_row(rehearsal.outcome, entry) for entry in rehearsal.entries]
    return _answer(
        rehearsal, "rehearse-ledger", LEDGER, rows, _ledger_words(rehearsal), "The ledger: where everything goes"
    )


def _entry_row(outcome: Outcome, entry: Entry) -> Row:
    return {
        "kind": entry.kind.value,
        "item": item_words(entry),
        "from": outcome.before.node(entry.body).name,
        "to": [outcome.name(key) for key in entry.to],
        "change": entry.change.words_and_place if entry.change else None,
        "effective": entry.change.effective if entry.change else None,
        "decided_by": entry.change.decided_by if entry.change else None,
        "outcome": entry.result.value,
        "basis": entry.fact.basis,
        "reason": entry.fact.reason,
        "source": entry.fact.source,
    }


def _ledger_words(rehearsal: Rehearsal) -> str:
    every: list[Share | Entry] = [*rehearsal.shares, *rehearsal.entries]
    count = totals(every)
    if not every:
        return "No body closes, merges or splits, so nothing has to find another home."
    parts = ", ".join(f"{count[result]} {words}" for result, words in _RESULTS.items())
    return f"{len(every)} before: {parts}."


#: The words for what becomes of the rows of a ledger, behind their number.
_RESULTS: dict[Result, str] = {
    Result.MOVED: "moved",
    Result.ENDED: "ended",
    Result.NO_HOME: "without a home",
    Result.STAYS: "stay",
}


def _answer(
    rehearsal: Rehearsal,
    question: str,
    columns: tuple[Column, ...],
    rows: list[Row],
    headline: str,
    heading: str,
    brief: Brief | None = None,
) -> Answer:
    outcome = rehearsal.outcome
    return Answer(
        question,
        {"proposal": outcome.proposal.name},
        columns,
        rows,
        outcome.reading.origin,
        notes_of(rehearsal) if question == "rehearse" else (),
        headline=headline,
        heading=heading,
        brief=brief,
        plan=plan_line(outcome.reading.names),
    )


def notes_of(rehearsal: Rehearsal) -> list[str]:
    """What a reader has to know of a rehearsal besides its findings."""
    outcome = rehearsal.outcome
    notes: list[str] = [*outcome.readings]
    notes.append(Caution("A rehearsal: the plan itself is not changed, and nothing here is decided."))
    if undated := [change for change in outcome.changes if change.kind is not ChangeKind.KEEP and not change.effective]:
        which = many(len(undated), "change")
        notes.append(f"{which} without a day: each is taken as in effect before anything is due.")
    if gone := list(withdrawn(outcome)):
        notes.append(f"Withdrawn, kept in the file and without effect: {'; '.join(gone)}.")
    if outcome.adopted:
        rows = listed([str(row.row) for row in outcome.adopted])
        notes.append(f"The plan holds already what these rows propose: {rows}.")
    notes += area_notes(rehearsal.areas)
    return notes


def _title(rehearsal: Rehearsal) -> str:
    return rehearsal.outcome.proposal.name


def to_dict(rehearsal: Rehearsal) -> dict[str, Any]:
    """The JSON form that other programs rely on."""
    findings = findings_answer(rehearsal)
    areas = [
        area_dict(area) | {"findings": [_finding_row(finding) for finding in rehearsal.found_in[area.name]]}
        for area in rehearsal.areas
    ]
    return {
        "proposal": rehearsal.outcome.proposal.name,
        "before": figures_dict(rehearsal.before, rehearsal.outcome.name),
        "after": figures_dict(rehearsal.after, rehearsal.outcome.name),
        "counts": asdict(counts(rehearsal.outcome)),
        "changes": changes_answer(rehearsal).rows,
        "findings": findings.rows,
        "ledger": ledger_answer(rehearsal).rows,
        "headline": findings.headline,
        "notes": findings.notes,
        **({"areas": areas} if areas else {}),
        "from": findings.origin.to_dict(),
    }
