"""Proposals side by side, as board papers appraise options: a column for each, that of doing nothing first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sscb_graph.model.vocabulary import RequirementStatus
from sscb_graph.questions.answer import Answer, Caution
from sscb_graph.questions.asking import ask, plan_line
from sscb_graph.questions.columns import Group, Number, RowName
from sscb_graph.questions.kinds import REHEARSED, words_of_rehearsed
from sscb_graph.questions.rows import Row
from sscb_graph.rehearsal.answers import Rehearsal, notes_of
from sscb_graph.rehearsal.changed_bodies import to_be_reviewed
from sscb_graph.rehearsal.figures import FIGURE_WORDS
from sscb_graph.rehearsal.finding import Weight
from sscb_graph.rehearsal.ledger import SEVERAL, Result
from sscb_graph.rehearsal.proposal import Proposal
from sscb_graph.rehearsal.rules.reviewed import NOT_REVIEWED
from sscb_graph.text import listed, many

#: The option that changes nothing, with which every other is compared.
DO_NOTHING = Proposal("do nothing", ())
#: The columns that are none of an option.
_PART, _WHAT = "part", "what"
#: The words for several findings of a weight.
_WORDS = {Weight.SERIOUS: "serious", Weight.WARNING: "warnings", Weight.NOTICE: "notices"}
#: A row: its part, its words, and a figure for each option.
Counted = tuple[str, str, Sequence[int]]


def options_answer(options: Sequence[Rehearsal]) -> Answer:
    """Options in columns, what is counted of each in rows; the first changes nothing."""
    names = _names(options)
    rows: list[Row] = [
        {_PART: part, _WHAT: what, **dict(zip(names, figures, strict=True))} for part, what, figures in _rows(options)
    ]
    reading = options[0].outcome.reading
    return Answer(
        "rehearse-compare",
        {"options": names},
        (Group(_PART), RowName(_WHAT, " "), *(Number(name) for name in names)),
        rows,
        reading.origin,
        list(_notes(options, names)),
        headline=_headline(options, names),
        heading="Options side by side",
        plan=plan_line(reading.names),
    )


def _names(options: Sequence[Rehearsal]) -> list[str]:
    """A name for each option: that of its file without the suffix, with its number where it is not the only such."""
    stems = [option.outcome.proposal.name.removesuffix(".csv") for option in options]
    often = Counter([*stems, _PART, _WHAT])
    return [stem if often[stem] == 1 else f"{stem} ({at})" for at, stem in enumerate(stems)]


def _rows(options: Sequence[Rehearsal]) -> Iterator[Counted]:
    for name, words in FIGURE_WORDS.items():
        yield "figures", words, [getattr(option.after, name) for option in options]
    found = [_found(option) for option in options]
    for weight, words in _WORDS.items():
        yield "findings", words, [sum(each[weight].values()) for each in found]
    for kind in REHEARSED:
        if any(each[Weight.SERIOUS][kind.name] for each in found):
            words = words_of_rehearsed(kind.name)
            yield "serious findings", words, [each[Weight.SERIOUS][kind.name] for each in found]
    homeless = [Counter(e.kind for e in option.entries if e.result is Result.NO_HOME) for option in options]
    for part, words in SEVERAL.items():
        yield "without a home", words, [each[part] for each in homeless]
    left = [len(to_be_reviewed(option.outcome)) for option in options]
    yield "still to be reviewed", "boards and groups that no row names", left
    yield from _requirements(options)


def _found(option: Rehearsal) -> dict[Weight, Counter[str]]:
    """How many findings of each kind there are by severity; what is not looked at yet is counted by itself."""
    return {
        weight: Counter(
            each.finding for each in option.findings if each.severity is weight and each.finding != NOT_REVIEWED
        )
        for weight in Weight
    }


def _requirements(options: Sequence[Rehearsal]) -> Iterator[Counted]:
    """How many requirements of the plan's period are met, unmet and unknown; nothing where the plan holds none."""
    answers = [ask(option.outcome.reading, "requirements", {}) for option in options]
    # A requirement has a row for each fact about it, all with the same status.
    statuses = [Counter({row["requirement_id"]: row["status"] for row in each.rows}.values()) for each in answers]
    if any(statuses):
        for status in RequirementStatus:
            yield "requirements", status.value, [each[status] for each in statuses]


def _headline(options: Sequence[Rehearsal], names: Sequence[str]) -> str:
    """Which option leaves the fewest serious findings, and how many the others leave."""
    serious = [sum(_found(option)[Weight.SERIOUS].values()) for option in options]
    proposed = list(zip(names[1:], serious[1:], strict=True))
    fewest = min(number for _, number in proposed)
    best = [name for name, number in proposed if number == fewest]
    others = [f"{name} leaves {number}" for name, number in proposed if number != fewest]
    words = many(fewest, "serious finding") if fewest else "no serious finding"
    if len(best) == len(proposed):
        first = f"{listed(best)} {'each leave' if len(best) > 1 else 'leaves'} {words}"
    else:
        verb = "leave" if len(best) > 1 else "leaves"
        first = f"{listed(best)} {verb} the fewest serious findings: {fewest}; {listed(others)}"
    return f"{first}. Doing nothing leaves {serious[0]}."


def _notes(options: Sequence[Rehearsal], names: Sequence[str]) -> Iterator[str]:
    yield Caution("What is counted stands side by side: nothing is weighed, and no option is recommended.")
    shared = set(notes_of(options[0]))
    yield from (note for note in notes_of(options[0]))
    for name, option in zip(names[1:], options[1:], strict=True):
        yield from (f"{name}: {note}" for note in notes_of(option) if note not in shared)
