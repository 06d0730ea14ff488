"""A recommendation in a picture: its name, its box, and the words for citing it.

Every place where pictures name a report is here.
"""

from __future__ import annotations

from collections.abc import Sequence

from sscb_graph.pictures.parts.lines import basis_cells
from sscb_graph.pictures.parts.words import shorten
from sscb_graph.pictures.picture import Arrow, Box, Line
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.questions.answer import Row

#: The short name of the report whose recommendations the actions cite.
_REPORT = "Ofsted"
_COLOUR = "OfstedRecommendation"
#: The colours of what a relation of a body may end at, by the kind that the question ``relations`` gives.
_COLOURS_BY_KIND = {"recommendation of the peer review": "PeerReviewRecommendation"}
#: The title of the matrix of recommendations and of the column that lists them.
MATRIX_TITLE = f"{_REPORT} recommendations and the actions that cite them"
MATRIX_CORNER = f"{_REPORT} item"
#: What is said where an action cites none.
NONE = f"No {_REPORT} recommendation"


def find_recommendation(data: PictureData, typed: str) -> str:
    """The id of the recommendation of a typed number; raises UnknownNumber or UnknownName."""
    return data.names.ofsted_id(typed)


def recommendation_name(row: Row) -> str:
    """The name of a recommendation, from a row of the question ``citations``: "Ofsted 22"."""
    return f"{_REPORT} {row['item']}"


def gap_number(row: Row) -> str:
    """The number of a recommendation, from a row of the question ``gaps``."""
    return str(row["item"]).removeprefix(f"{_REPORT} ")


def cited_words(citations: Sequence[Row]) -> str:
    """What an action cites, in the words of its box: "Ofsted 22, 93 (inherited)"."""
    items = [row["item"] if row["basis"] == "stated" else f"{row['item']} ({row['basis']})" for row in citations]
    return f"{_REPORT} {', '.join(items)}" if items else f"{NONE[:1].lower()}{NONE[1:]} cited"


def recommendation_box(row: Row) -> Box:
    """The box of the recommendation of a row of the question ``citations``."""
    basis = "" if row["recommendation"] else " that the report does not mark as a recommendation"
    words, about = ((shorten(row["title"]),), (f"It is about: {row['title']}",)) if row["title"] else ((), ())
    return Box(row["item_id"], recommendation_name(row), f"item{basis}", _COLOUR, words, facts=about)


def uncited_box(data: PictureData, key: str) -> Box:
    """The box of a recommendation that no action cites, of which only the names of the plan know."""
    name, _, topic = data.names.titles("ofsted", [key])[0].partition(": ")
    facts = (f"It is about: {topic}",) if topic else ()
    # A fact that is not counted may cite it.
    tag = "NO CITATION OF IT IS DRAWN" if data.filtered else "NO ACTION CITES IT"
    return Box(key, name, "item", _COLOUR, (tag,), wrap=24, facts=facts)


def citation_line(data: PictureData, row: Row) -> Line:
    """The line from a recommendation to an action that cites it."""
    sentence = f"{recommendation_name(row)} is addressed by {data.action_names[row['row_id']]}"
    return Line(row["id"], row["item_id"], row["row_id"], sentence, arrow=Arrow.FAR, **basis_cells(row))


def related_box(row: Row) -> Box:
    """The box of what a relation of a body ends at, where that is no body: a document, an event, a recommendation."""
    kind = row["other_kind"]
    return Box(row["other_id"], row["other"], kind, _COLOURS_BY_KIND.get(kind, "Document"))
