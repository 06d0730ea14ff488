"""The items of reports: "ofsted 22", "22" of the plan's default report, "rec. 22", "ofsted 22, 24 and peer 3"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sscb_graph.errors import AmbiguousName, UnknownName, UnknownNumber
from sscb_graph.graph.nodes import Recommendation, Report
from sscb_graph.questions.forms import bare, item_form, report_forms
from sscb_graph.text import fold

if TYPE_CHECKING:
    from sscb_graph.questions.names import NameSource

#: What people type before the number of a recommendation, whatever its report.
RECOMMENDATION = r"(?:recommendations?|recs?|findings?|items?)\b[\s.]*(?:(?:numbers?|nos?)\b[\s.]*)?"


class ItemNames:
    """The words of the reports of a plan, and the numbers of their items."""

    def __init__(self, source: NameSource) -> None:
        self._source = source

    def report(self, typed: str) -> Report:
        """The report with a word, name or id; raises AmbiguousName, or UnknownName with the words of the plan."""
        found = self._source.named(Report, fold(typed)) or self._source.named(Report, bare(typed))
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousName(typed, "report", [report.id for report in found])
        by_id = self._source.node(fold(typed))
        if isinstance(by_id, Report):
            return by_id
        raise UnknownName(typed, "report", [report.word for report in self._source.nameable(Report)])

    def item(self, typed: str) -> Recommendation:
        """The item of a report: "ofsted 22", "peer 3", or "22" of the plan's default report.

        Raises UnknownName, or UnknownNumber with the numbers of the report.
        """
        by_id = self._source.node(fold(typed))
        if isinstance(by_id, Recommendation):
            return by_id
        report, number = self._split(typed)
        if report is None:
            raise UnknownName(typed, "recommendation", [])
        found = self._source.named(Recommendation, item_form(report.id, number))
        if found:
            return found[0]
        items = [item for item in self._source.nameable(Recommendation) if item.report == report.id]
        wanted = f"{report.name} recommendation"
        if len(items) > 1:
            raise UnknownNumber(number, wanted, [item.number for item in items], report.items_printed or None)
        raise UnknownName(number, wanted, [item.number for item in items])

    def items(self, typed: str) -> list[Recommendation]:
        """The items of "ofsted 22, 24 and 31": a number belongs to the report that is named last before it.

        Raises UnknownName or UnknownNumber, as ``item`` does.
        """
        report, rest = self._split(typed)
        words = {form: other.word for other in self._source.nameable(Report) for form in report_forms(other)}
        forms = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        parts = [part for part in re.findall(rf"(?:{forms})\b|[^\s,;&+]+", rest) if part != "and"]
        if report is None or len(parts) < 2:
            return [self.item(typed)]
        word, found = report.word, {}
        for part in parts:
            if part in words:
                word = words[part]
            elif not re.fullmatch(RECOMMENDATION, part):
                item = self.item(f"{word} {part}")
                found[item.id] = item
        return list(found.values())

    def _split(self, typed: str) -> tuple[Report | None, str]:
        """The report that a text begins with, or the plan's default report; and what follows."""
        words = fold(typed)
        reports = self._source.nameable(Report)
        for report in reports:
            for form in sorted(report_forms(report), key=len, reverse=True):
                if found := re.match(rf"{re.escape(form)}(?:\b|(?=\d))[\s.]*(?:{RECOMMENDATION})?(.+)", words):
                    return report, found[1]
        default = self._source.plan.default_report
        node = self._source.node(default) if default else None
        return (node if isinstance(node, Report) else None), re.sub(f"^{RECOMMENDATION}", "", words)

    def begins_with_report(self, words: str) -> bool:
        """Whether a folded text is the word or name of a report, or "rec", and then a number."""
        forms = {form for report in self._source.nameable(Report) for form in report_forms(report)}
        starts = "|".join([*map(re.escape, sorted(forms)), RECOMMENDATION])
        return bool(re.match(rf"(?:{starts})[\s.]*.*\d", words))
