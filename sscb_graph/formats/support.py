"""What an answer rests on, in sentences: how much of it is stated, and which of its cells are weaker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sscb_graph.model.basis import BASES, MEANINGS, STATED, Basis, basis_counts, basis_meaning, in_counts
from sscb_graph.model.dates import in_words
from sscb_graph.questions.columns import BASIS, Columns, Place, Relation, Status, Text, basis_column, naming
from sscb_graph.questions.rows import Row
from sscb_graph.text import listed, many, sentence

#: A sentence names this many rows at most; of more it gives the number.
_NAMED = 5
#: A reason that is longer than this stands only on the whole page.
_LONGEST_REASON = 200


def support_lines(columns: Columns, rows: Sequence[Row]) -> list[str]:
    """A sentence for each basis in some rows and in the cells shown of them; none where no row has a basis."""
    if not rows or BASIS.name not in rows[0]:
        return []
    lines = [line for basis in BASES[1:] if (line := _on_basis(columns, rows, basis))]
    each = " in each of these rows" if len(rows) > 1 else ""
    return lines or [f"Stated: {MEANINGS[STATED]}{each}."]


def _on_basis(columns: Columns, rows: Sequence[Row], basis: str) -> str:
    """What rests on a basis weaker than stated: rows, and cells of other rows."""
    found = [row for row in rows if row[BASIS.name] == basis]
    if found and len(found) == len(rows):
        which = "each of these rows" if len(rows) > 1 else "this row"
        return f"{basis_meaning(basis)}: {which}.{_why(found, basis)}"
    parts = [_named(columns, found)] if found else []
    others = [row for row in rows if row[BASIS.name] != basis]
    parts += [
        f"the {column.heading} of {_named(columns, cells)}"
        for column in columns
        if (cells := [row for row in others if row.get(basis_column(column.name)) == basis])
    ]
    by_whom = _why(found, basis) if basis == Basis.RECORDED else ""
    return f"{basis_meaning(basis)}: {', and '.join(parts)}.{by_whom}" if parts else ""


def _why(rows: Sequence[Row], basis: str) -> str:
    """Why some rows are believed, or who recorded them, where all have the same short text for it."""
    column, title = ("source", "By whom") if basis == Basis.RECORDED else ("reason", "Why")
    texts = {row.get(column) for row in rows}
    text = texts.pop() if len(texts) == 1 else None
    return f" {title}: {sentence(text)}" if text and len(text) <= _LONGEST_REASON else ""


def confirmed_lines(columns: Columns, rows: Sequence[Row]) -> list[str]:
    """A sentence for each confirmation: who confirmed which facts, and when, though their basis stays what it was."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        if row.get("confirmed_by"):
            found.setdefault((row["confirmed_by"], row["confirmed_on"]), []).append(_fact(columns, row))
    return [
        f"Confirmed by {by} ({in_words(on)}): {'; '.join(dict.fromkeys(facts))}." for (by, on), facts in found.items()
    ]


def _fact(columns: Columns, row: Row) -> str:
    """What a row says: the relation with its ends, or else what the first two columns of names say."""
    at = next((at for at, column in enumerate(columns) if isinstance(column, Relation)), None)
    if at is not None:
        return " ".join(str(row[column.name]) for column in columns[at - 1 : at + 2])
    texts = [column for column in columns if column.place is Place.TABLE and isinstance(column, Text)]
    return ", ".join(str(row[column.name]) for column in texts[:2])


def status_lines(columns: Columns, rows: Sequence[Row], own: Mapping[str, str]) -> list[str]:
    """What the plan's own words for statuses, which some rows show, are counted as; nothing where they show none."""
    shown = dict.fromkeys(row[column.name] for column in columns if isinstance(column, Status) for row in rows)
    counted = [f"'{word}' as {own[word]}" for word in shown if word in own]
    return [f"Of the plan's own words for status, it counts {listed(counted)}."] if counted else []


def _named(columns: Columns, rows: Sequence[Row]) -> str:
    """Rows by what their first column says, or their number."""
    names = list(dict.fromkeys(str(row[naming(columns).name]) for row in rows))
    return ", ".join(names) if len(names) <= _NAMED else many(len(rows), "row")


def count_lines(columns: Columns, rows: Sequence[Row]) -> str:
    """How many rows there are, how many of each basis, and how many cells are weaker than stated, as a sentence."""
    number = len(rows)
    if not number:
        return "No rows."
    own = ", ".join(in_counts(basis_counts(row.get(BASIS.name) for row in rows)))
    cells = [
        f"{many(count, f'cell of {column.heading}', f'cells of {column.heading}')} {basis}"
        for column in columns
        for basis, count in basis_counts(row.get(basis_column(column.name)) for row in rows).items()
        if basis != STATED
    ]
    weaker = "; ".join(part for part in (own, ", ".join(cells)) if part)
    return f"{many(number, 'row')}{f': {weaker}' if weaker else ''}."
