"""Sources of facts as text that a person can follow: document, heading or table row, and the quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sscb_graph.folder.record_tables import Records
from sscb_graph.model import Action, Based, Document, Passage, Priority, Recommendation, Report, Title
from sscb_graph.model.dates import when
from sscb_graph.text import quotation


class Sources:
    """The places of a plan's document, and of the reports whose items it cites."""

    def __init__(self, records: Records) -> None:
        self.plan = records.plan.short_title
        self._documents = {document.id: document.name for document in records.of(Document)}
        self._reports = {report.id: report for report in records.of(Report)}
        self._places = {key: f"{self.plan}, {place}" for key, place in _places_in_plan(records)}
        self._places |= {item.id: self._item(item) for item in records.of(Recommendation)}
        self._written: dict[tuple[tuple[str, ...], tuple[str, ...]], str] = {}

    def cite(self, places: tuple[str, ...], quotes: tuple[str, ...] = ()) -> str:
        """A citation of the places with some ids, and of words there: 'PLAN, "HEADING"; priority 2: "QUOTE"'."""
        # Many facts share their place and quote, so each citation is made once.
        source = self._written.get((places, quotes))
        if source is None:
            where = _joined(self.plan, [self._places[place] for place in places])
            source = self._written[places, quotes] = f"{where}{quotation(*quotes)}"
        return source

    def of(self, record: Based, places: tuple[str, ...] = (), quotes: tuple[str, ...] = ()) -> str:
        """The source of a record with a basis: where it is written, or that it is not; who recorded it, and when."""
        written = self.cite(places, quotes) if places else ""
        if day := record.recorded_on:  # which only what is recorded has
            recorded = f"recorded by {record.recorded_by} {when(day)}"
            return "; ".join(part for part in (f"{recorded}{_because(record.reason)}", written) if part)
        return written or f"not written in {self.plan}{_because(record.reason)}"

    def item(self, item: Recommendation) -> str:
        """The place of an item of a report, and its words where they may be copied."""
        return f"{self._places[item.id]}{quotation(item.text) if item.text else ''}"

    def report(self, report: Report) -> str:
        """What holds the items of a report: a document, or the plan."""
        if report.document:
            return self._documents[report.document]
        return f"{self.plan}, recommendations of the {report.kind}"

    def _item(self, item: Recommendation) -> str:
        page = f", page {item.page}" if item.page else ""
        return f"{self.report(self._reports[item.report])}, item {item.number}{page}"


def _places_in_plan(records: Records) -> Iterator[tuple[str, str]]:
    """Each record that holds words of the document, with the place that a person would look for."""
    numbers = {priority.id: priority.number for priority in records.of(Priority)}
    for title in records.of(Title):
        yield title.id, title.place
    for passage in records.of(Passage):
        page = f" (page {passage.page} in the contents)" if passage.page else ""
        yield passage.id, f'"{passage.heading}"{page}'
    for priority in records.of(Priority):
        yield priority.id, f"priority {priority.number}"
    for action in records.of(Action):
        yield action.row_id, f"action plan, row {action.number} (Priority {numbers[action.priority]})"


def _joined(plan: str, places: Sequence[str]) -> str:
    """Some places without repeats; the plan is named once for a run of places in it."""
    joined: list[str] = []
    in_plan = False
    for place in dict.fromkeys(places):
        of_plan = place.startswith(f"{plan}, ")
        joined.append(place.removeprefix(f"{plan}, ") if of_plan and in_plan else place)
        in_plan = of_plan
    return "; ".join(joined)


def _because(reason: str | None) -> str:
    return f": {reason}" if reason else ""
