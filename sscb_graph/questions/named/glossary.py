"""What abbreviations stand for."""

from __future__ import annotations

from sscb_graph.graph.nodes import Abbreviation, Body
from sscb_graph.graph.view import GraphView
from sscb_graph.model.basis import RANK, STATED, marked
from sscb_graph.questions.brief import Brief
from sscb_graph.questions.columns import SUPPORT, BasisOfColumn, Expansion, FullName, Text, without
from sscb_graph.questions.rows import ABOUT, Parameters, Row, support_cells
from sscb_graph.text import fold, many, sentences

COLUMNS = (
    Text("abbreviation"),
    Expansion("expansion", "stands for"),
    FullName("body", "read as"),
    BasisOfColumn("body_basis"),
    *SUPPORT,
)


def rows(view: GraphView, word: str | None) -> list[Row]:
    """A row for each abbreviation, or the one asked for: those that the text expands, then those that it never does."""
    found = [short for short in view.all(Abbreviation) if word in {None, fold(short.name)}]
    view.prefetch(found, out=("ABBREVIATES",))
    told = [_row(view, short) for short in found]
    return sorted(told, key=lambda row: (row["expansion"] is None, RANK[row["basis"]]))


def _row(view: GraphView, short: Abbreviation) -> Row:
    reads = next((edge for edge in view.out(short, "ABBREVIATES") if isinstance(edge.end, Body)), None)
    return {
        "abbreviation": short.name,
        "expansion": short.expansion,
        "body": reads.end.name if reads else None,
        "body_basis": reads.basis if reads else None,
        **support_cells(short),
        ABOUT: [short.id, *([reads.end.id] if reads and not short.expansion else [])],
    }


def headline(view: GraphView, rows: list[Row], parameters: Parameters) -> str:
    """How many the text expands, how many it never does, and of how many of those we say what they stand for."""
    if not rows:
        return ""
    if parameters["word"]:
        return sentences(map(_in_words, rows))
    never = [row for row in rows if row["expansion"] is None or row["basis"] != STATED]
    ours = sum(row["expansion"] is not None or _explains(row) for row in never)
    first = f"{many(len(rows), 'abbreviation')}: the text expands {len(rows) - len(never)}, and never {len(never)}."
    return sentences([first, f"What {ours} of these stand for is our reading, as marked." if ours else ""])


def _in_words(row: Row) -> str:
    """What an abbreviation stands for, as a sentence."""
    if row["expansion"]:
        return f"{row['abbreviation']} stands for {marked(row['expansion'], row['basis'])}."
    read = f"; it is read as {marked(row['body'], row['body_basis'])}" if _explains(row) else ""
    return f"The plan prints {row['abbreviation']} and never expands it{read}."


def _explains(row: Row) -> bool:
    """Whether a body explains an abbreviation that the text does not: its name says more than the abbreviation."""
    return row["expansion"] is None and row["body"] not in {None, row["abbreviation"]}


def brief(view: GraphView, rows: list[Row], parameters: Parameters) -> Brief:
    """What each stands for; a body only where the text does not expand it."""
    shown = [row if _explains(row) else {**row, "body": None, "body_basis": None} for row in rows]
    return Brief(without(COLUMNS, "body_basis", "reason", "source"), shown)


def notes(view: GraphView, rows: list[Row], parameters: Parameters) -> list[str]:
    """That the plan has no such abbreviation."""
    return [] if rows else ["The plan does not use any such abbreviation."]
