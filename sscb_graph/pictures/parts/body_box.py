"""The box of a body: its name, its kind, what the plan decides about it, and what it leads."""

from __future__ import annotations

from collections.abc import Iterable

from sscb_graph.graph.standings import is_proposed, standing_words
from sscb_graph.model.basis import BASES, STATED
from sscb_graph.model.vocabulary import Standing
from sscb_graph.pictures.picture import Border, Box, KeyEntry, basis_in_brackets
from sscb_graph.pictures.picture_data import PictureData
from sscb_graph.questions.rows import Row

#: The border of each standing.
BORDERS: dict[str, Border] = {
    Standing.NEW: Border.BOLD,
    Standing.CONTINUING: Border.ROUNDED,
    Standing.PROPOSED_TO_CONTINUE: Border.DOTTED,
    Standing.UNDER_REVIEW: Border.DASHED,
    Standing.PROPOSED: Border.DOTTED,
    Standing.FORMER: Border.DOTTED,
}
#: The tags of a body whose reporting lines do not lead to the Board, or that is only kept informed.
NO_LINE, NO_PLACE = "NO LINE TO THE BOARD STATED", "PLACE NOT STATED"


def body_box(data: PictureData, row: Row, facts: Iterable[str] = (), tags: Iterable[str] = ()) -> Box:
    """The box of a row of the question ``bodies``, with more facts and tags."""
    known = f"({row['statutory_basis']})"
    statutory = [f"Called a statutory group {known}: {row['statutory']}"] if row["statutory"] else []
    own = [] if row["basis"] == STATED else [f"That there is such a body is {row['basis']}: {row['reason']}"]
    decisions = data.decisions.get(row["body_id"], [])
    # What is under review is drawn so, whatever else is decided or proposed: it is the news about a body.
    standing = Standing.UNDER_REVIEW if row["under_review"] else row["standing"]
    return Box(
        row["body_id"],
        row["body"],
        row["kind"],
        standing or "",
        (*(_standing(one) for one in decisions), *tags),
        BORDERS[standing] if standing else Border.PLAIN,
        bool(row["statutory"]),
        facts=(*own, *_kind(row), *map(_decision, decisions), *statutory, *facts, *_leads(data, row["body_id"])),
    )


def no_line_tags(data: PictureData, key: str, silent: str = NO_LINE) -> list[str]:
    """The tag of a body that no reporting line connects to the Board: which line has ended, or else ``silent``.

    None where it has such a line, and where facts are left out, so that nothing follows from what is missing.
    """
    if data.filtered or key not in data.without_line:
        return []
    ended = data.without_line[key]
    return [f"LINE TO THE BOARD ENDED: {'; '.join(ended)}" if ended else silent]


def _standing(decision: Row) -> str:
    """The tag of a row of the question ``decisions``."""
    return standing_words(decision["standing"], decision["review_on"], decision["basis"], decision["proposed_by"])


def _decision(decision: Row) -> str:
    """The sentence of a row of the question ``decisions``: a proposal is not called a decision."""
    how = basis_in_brackets(decision["basis"], decision["reason"])
    what = "Proposed, not decided" if is_proposed(decision["standing"]) else "The plan's decision"
    until = f", until {decision['holds_until']}" if decision["holds_until"] else ""
    return f"{what}: {decision['standing']}{until} {how}: {decision['source']}"


def _kind(row: Row) -> list[str]:
    known = row["kind_basis"] == STATED or row["basis"] != STATED
    return [] if known else [f"Its kind, {row['kind']}, is {row['kind_basis']}: {row['kind_reason']}"]


def _leads(data: PictureData, body: str) -> list[str]:
    """The actions that a body leads, by the basis of its lead."""
    # A dictionary keeps the order of the plan, and each number once where a number leads two rows.
    by_basis: dict[str, dict[str, None]] = {}
    for row in data.leads.get(body, []):
        name = data.action_names[row["row_id"]].removeprefix("action ")
        by_basis.setdefault(row["basis"], {})[name] = None
    groups = [f"{', '.join(by_basis[basis])} ({basis})" for basis in BASES if basis in by_basis]
    return [f"Leads {'; '.join(groups)}"] if groups else []


def body_key_entries(boxes: Iterable[Box]) -> list[KeyEntry]:
    """The entries of the key for the bodies of a picture: only what some box shows."""
    boxes = list(boxes)
    entries = [KeyEntry("Statutory Group: doubled", doubled=True)] if any(box.doubled for box in boxes) else []
    shown = {box.colour for box in boxes}
    # Whatever is proposed has the same border, and its tag begins with the same word.
    shown |= {Standing.PROPOSED} if Standing.PROPOSED_TO_CONTINUE in shown else set()
    for standing, border in BORDERS.items():
        if standing in shown and standing != Standing.PROPOSED_TO_CONTINUE:
            entries.append(KeyEntry(border.value, standing.upper(), border=border))
    return entries
