"""The page that people get first: the answer, a table that fits a screen, and what is weaker than stated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from sscb_graph.formats.cells import BLANK, cell_text, is_empty, item_bases, marked_list
from sscb_graph.formats.footer import plan_sentence
from sscb_graph.formats.page import Page, PageTable, PageText, Part
from sscb_graph.formats.support import confirmed_lines, support_lines
from sscb_graph.model.basis import marked, weakest
from sscb_graph.questions.answer import Answer, Caution
from sscb_graph.questions.columns import BASIS, BasisOfRow, Column, Dates, Names, Place, Relation, naming
from sscb_graph.questions.rows import Row
from sscb_graph.text import capitalised, many

#: Between the items of a list in a cell, which has few lines.
_BETWEEN = "; "
#: A cell with more names than these, and with more characters, names only the first.
_NAMES, _LONGEST_LIST = 2, 24
MORE = "More: --full for words, quotes and reasons"


def brief_page(answer: Answer, next_steps: Sequence[str] = ()) -> Page:
    """The brief page of an answer."""
    parts: list[Part] = list(_tables(answer))
    cautions = [note for note in answer.notes if isinstance(note, Caution) and note != answer.headline]
    support = [
        *support_lines(answer.brief.columns, answer.brief.rows),
        *confirmed_lines(answer.columns, answer.rows),
    ]
    if remarks := [*support, *answer.brief.remarks, *cautions]:
        parts.append(PageText(remarks))
    return Page(
        answer.heading, answer.subjects, answer.headline, parts, [plan_sentence(answer), _more(answer)], next_steps[:1]
    )


def _tables(answer: Answer) -> Iterator[PageTable]:
    """The table, in parts where columns group."""
    rows = answer.brief.rows
    groups = [column for column in answer.brief.columns if column.place is Place.GROUP]
    shown = [column for column in answer.brief.columns if column not in groups and _tells(column, rows)]
    for _, part in groupby(rows, lambda row: [row[column.name] for column in groups]):
        own = list(part)
        title = capitalised(", ".join(cell_text(column, own[0], short=answer.short_names) for column in groups))
        yield PageTable(tuple(shown), [_cells(answer, shown, row) for row in own], title)


def _tells(column: Column, rows: Sequence[Row]) -> bool:
    """Whether a column says anything; the basis of a row stands in the cell that it is the basis of."""
    return not isinstance(column, BasisOfRow) and (
        bool(column.BLANK) or any(not is_empty(row[column.name]) for row in rows)
    )


def _cells(answer: Answer, columns: Sequence[Column], row: Row) -> list[str]:
    cells = [_cell(answer, column, row) for column in columns]
    at = _marked_cell(columns)
    # Below a number there is room for the mark, which would otherwise widen the column of every row.
    cells[at] = marked(cells[at], row.get(BASIS.name), gap="\n" if columns[at].NAMES_ROW else " ")
    return cells


def _marked_cell(columns: Sequence[Column]) -> int:
    """Which cell of a row bears the mark of the row's basis: its relation, or else the one that names the row."""
    bearer = next((column for column in columns if isinstance(column, Relation)), naming(tuple(columns)))
    return columns.index(bearer)


def _cell(answer: Answer, column: Column, row: Row) -> str:
    """A cell of a brief table; of a long list of names only the first, and how many more there are."""
    if not isinstance(column, Names):
        mark = column.MARK if isinstance(column, Dates) else _BETWEEN
        return cell_text(column, row, blank=BLANK, mark=mark, short=answer.short_names)
    items = [answer.short_names.get(name, name) for name in row[column.name]]
    bases = item_bases(column, row)
    if len(items) > _NAMES and len(_BETWEEN.join(items)) > _LONGEST_LIST:
        return marked(f"{items[0]} and {len(items) - 1} more", weakest(basis for basis in bases if basis))
    return marked_list(items, bases, _BETWEEN) or BLANK


def _more(answer: Answer) -> str:
    cautions = f", and {many(len(answer.notes), 'note')}" if answer.notes else ""
    return f"{MORE}{cautions}."
