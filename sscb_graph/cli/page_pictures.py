"""The picture that belongs to an answer, for the files that show one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sscb_graph.cli.printing import print_message
from sscb_graph.drawing.outline import outline
from sscb_graph.drawing.render import render_picture
from sscb_graph.errors import EngineFailed, NoEngine
from sscb_graph.formats import PIXELS
from sscb_graph.formats.page import PagePicture
from sscb_graph.pictures.kinds import body, priority, trace
from sscb_graph.pictures.picture import Picture
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.questions.answer import Answer
from sscb_graph.questions.asking import Reading

Compose = Callable[[PictureData, Mapping[str, Any]], Picture]

#: What draws the answers to a question, from its parameters.
_COMPOSED: dict[str, Compose] = {
    "about-body": lambda data, given: body.compose(data, given["body"]),
    "action-chain": lambda data, given: trace.from_action(data, given["actions"][0]),
    "actions-by-recommendation": lambda data, given: trace.from_recommendation(data, given["recommendation"]),
    "actions-of-body": lambda data, given: body.compose(data, given["body"]),
    "actions-of-priority": lambda data, given: priority.compose(data, given["priority"]),
}


def picture_of(reading: Reading, answer: Answer, bases: Sequence[str]) -> Picture | None:
    """The picture of an answer; None where its question has none, or where it has no row or several things to draw."""
    compose = _COMPOSED.get(answer.question)
    if compose is None or not answer.rows or len(answer.parameters.get("actions", "1")) > 1:
        return None
    return compose(PictureData(reading, bases), answer.parameters)


def drawn(picture: Picture, form: str) -> PagePicture | None:
    """A picture as a page in a form shows it; None, and a sentence on stderr, where this machine draws none."""
    try:
        svg = render_picture(picture, "svg")
        png = render_picture(picture, "png").data if form in PIXELS else b""
    except (NoEngine, EngineFailed) as problem:
        print_message(f"The file has no picture: {problem}")
        return None
    words = outline(picture, wrapped=False)
    return PagePicture(picture.title, picture.description, svg.data, svg.width or 0, svg.height or 0, words, png)
