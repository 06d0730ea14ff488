"""A recommendation in a picture: its name, its box, and the words for citing it.

The names of reports come from the plan; what a report's items are called in general is written here.
"""

from __future__ import annotations

from collections.abc import Iterable

from sscb_graph.graph.nodes import BY_US, mark_topic
from sscb_graph.model.basis import STATED
from sscb_graph.pictures.parts.lines import basis_cells
from sscb_graph.pictures.parts.words import shorten, why_blank
from sscb_graph.pictures.picture import Arrow, Box, Line, basis_in_brackets
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.questions.rows import Row
from sscb_graph.questions.silence import CITATION

#: The label whose colours a recommendation has.
_COLOUR = "Recommendation"


def reports_cited(data: PictureData) -> str:
    """The names of the reports whose items actions cite, to stand before "recommendation"; "" for none."""
    return " and ".join(data.cited_reports)


def nothing_cited(data: PictureData) -> str:
    """What is said where an action cites nothing: "No Ofsted recommendation"."""
    return " ".join(word for word in ("No", reports_cited(data), "recommendation") if word)


def item_number(data: PictureData, row: Row) -> str:
    """What tells a recommendation from others: its number, and its report too where several reports are cited."""
    return str(row["number"] if len(data.cited_reports) == 1 else row["recommendation"])


def cited_words(data: PictureData, action: Row) -> str:
    """What an action cites, in the words of its box: "Ofsted 22, 93 (inherited)"."""
    citations = data.citations.get(action["row_id"], [])
    if not citations:
        words = nothing_cited(data)
        return why_blank(data, action, CITATION, "citation", f"{words[:1].lower()}{words[1:]} cited")
    by_report: dict[str, list[str]] = {}
    for row in citations:
        report = str(row["recommendation"]).removesuffix(f" {row['number']}")
        shown = row["number"] if row["basis"] == STATED else f"{row['number']} ({row['basis']})"
        by_report.setdefault(report, []).append(shown)
    return "; ".join(f"{report} {', '.join(numbers)}" for report, numbers in by_report.items())


def recommendation_box(row: Row) -> Box:
    """The box of the recommendation of a row of the question ``citations``."""
    kind = "item" if row["is_recommendation"] else "item that the report does not mark as a recommendation"
    topic = row["topic"]
    words, about = ((shorten(topic),), (_about(mark_topic(topic, row["topic_by"])),)) if topic else ((), ())
    return Box(row["item_id"], row["recommendation"], kind, _COLOUR, words, facts=about)


def topic_notes(rows: Iterable[Row]) -> list[str]:
    """Whose words the topics are that a picture shows in its boxes, where they are ours."""
    ours = any(row["topic"] and row["topic_by"] == BY_US for row in rows)
    return ["What a recommendation is about is given in our words, not in those of its report."] if ours else []


def uncited_box(data: PictureData, key: str, *, ended: bool) -> Box:
    """The box of a recommendation that no action cites, or none any more, with what else responds to it."""
    item = data.names.recommendation(key)
    facts = [_about(item.about_marked)] if item.about_marked else []
    facts += [
        f"{row['responder']} responds to it {basis_in_brackets(row['basis'], row['reason'])}"
        for row in data.rows("responses-to-recommendation", recommendation=key)
    ]
    # A fact that is not counted may cite it.
    tag = "NO CITATION OF IT IS DRAWN" if data.filtered else f"NO ACTION CITES IT{' ANY MORE' if ended else ''}"
    return Box(key, item.name, "item", _COLOUR, (tag,), wrap=24, facts=tuple(facts))


def _about(topic: str) -> str:
    return f"It is about: {topic}"


def citation_line(data: PictureData, row: Row) -> Line:
    """The line from a recommendation to an action that cites it."""
    sentence = f"{row['recommendation']} is addressed by {data.action_names[row['row_id']]}"
    return Line(row["id"], row["item_id"], row["row_id"], sentence, arrow=Arrow.FAR, **basis_cells(row))


def related_box(row: Row) -> Box:
    """The box of what a relation of a body ends at, where that is no body: a document, an event, a recommendation."""
    kind = row["other_kind"]
    colour = _COLOUR if kind.startswith(_COLOUR.lower()) else "Document"
    return Box(row["other_id"], row["other"], kind, colour)
