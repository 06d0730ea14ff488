"""What pictures of actions share: the box of an action, its leads, and their line of reporting up to the Board."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

import networkx as nx

from sscb_graph.pictures.parts.body_box import body_box, body_line, line_support, month
from sscb_graph.pictures.picture import Arrow, Box, Line
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.questions.answer import Row

#: How much of an action's words stands in its box; all of them are in its title and in the text.
_WORDS = 72


def action_box(asking: PictureData, row: Row, *, cited: bool = False, wrap: int = 44) -> Box:
    """The box of a row about an action; with ``cited``, also the recommendations that it cites."""
    status = f"{row['status']} ({row['status_basis']})" if row["status"] else "status not stated"
    due = f"due {', '.join(month(day) for day in row['due'])}" if row["due"] else "no date stated"
    items = [_cited(asking, row["row_id"])] if cited else []
    name = asking.action_names[row["row_id"]]
    return Box(
        row["row_id"],
        name[:1].upper() + name[1:],
        f"action of Priority {row['priority']}",
        "Action",
        (short(row["text"]), "; ".join((due, status, *items)), *([] if row["leads"] else ["NO LEAD STATED"])),
        wrap=wrap,
        column=1,
        facts=(f"Written in {row['source']}",),
    )


def _cited(asking: PictureData, row_id: str) -> str:
    """What an action cites, in the words of its box."""
    items = [
        row["item"] if row["basis"] == "stated" else f"{row['item']} ({row['basis']})"
        for row in asking.rows("citations")
        if row["row_id"] == row_id
    ]
    return f"Ofsted {', '.join(items)}" if items else "no Ofsted recommendation cited"


def short(text: str) -> str:
    """The first words of a text."""
    return textwrap.shorten(text, _WORDS, placeholder="...")


def led_by(asking: PictureData, leads: Iterable[Row]) -> list[Line]:
    """The lines from actions to their leads."""
    return [
        Line(
            row["id"],
            row["row_id"],
            row["lead_id"],
            f"{asking.action_names[row['row_id']].capitalize()} is led by {row['lead']}",
            arrow=Arrow.FAR,
            **line_support(row),
        )
        for row in leads
    ]


def upwards(asking: PictureData, starts: Iterable[str]) -> tuple[list[Box], list[Line]]:
    """Some bodies and all above them, with the reporting lines between; who has none up to the Board says so."""
    board = asking.plan["board_id"]
    reporting = asking.rows("relations", via="REPORTS_TO")
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(asking.bodies)
    graph.add_edges_from((row["body_id"], row["other_id"]) for row in reporting if row["other_id"] in asking.bodies)
    found = {key for start in starts for key in (start, *nx.descendants(graph, start))}
    # Where the plan names no board, nothing can be said of a line to it.
    reaching = nx.ancestors(graph, board) | {board} if board else found
    boxes = [
        body_box(asking, row, tags=() if key in reaching else ("NO LINE TO THE BOARD STATED",))
        for key, row in asking.bodies.items()
        if key in found
    ]
    lines = [body_line(row, upwards=False) for row in reporting if {row["body_id"], row["other_id"]} <= found]
    return boxes, lines
