"""The columns of answers, typed by class: what a cell holds, and where a page for people shows it.

Programs get every column. A page for people has less room: long words, sources and reasons stand below its table, ids
are left out, and a grouping column heads a part of the table instead of standing in every row. That follows from a
column's class, so that no layout has to know a question.
"""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from sscb_graph.model.vocabulary import STATUS_MEANINGS


class Place(Enum):
    """Where a page for people shows a column."""

    #: In the table.
    TABLE = "table"
    #: Above the rows that share its value.
    GROUP = "group"
    #: Below the table, row by row, under the column's title.
    BELOW = "below"
    #: Nowhere: another column shows it, or only programs need it.
    NOWHERE = "nowhere"


class Column:
    """A column: its name in JSON and CSV, and its heading for people, ``narrow`` where there is little room."""

    __slots__ = ("heading", "name", "narrow", "place")
    #: Where columns of the class are shown by default.
    PLACE: ClassVar[Place] = Place.TABLE
    #: The separator of the items of a list in the table.
    MARK: ClassVar[str] = ", "
    #: The title of what stands below a table.
    TITLE: ClassVar[str] = ""
    #: What stands for a blank cell, where the blank itself is the finding: such a column is never left out.
    BLANK: ClassVar[str] = ""
    #: Whether names of bodies stand shortened in it, where there is little room.
    SHORTENED: ClassVar[bool] = True
    #: Whether its cells name the rows, though other columns stand before it.
    NAMES_ROW: ClassVar[bool] = False

    def __init__(self, name: str, heading: str = "", place: Place | None = None, narrow: str = "") -> None:
        self.name = name
        self.heading = heading or name.replace("_", " ")
        self.narrow = narrow or self.heading
        self.place = place or self.PLACE

    @property
    def title(self) -> str:
        """The title under which a page shows the column below its table."""
        return self.TITLE or self.heading

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.name!r})"


class Text(Column):
    """A name or another short text."""

    __slots__ = ()


class Status(Text):
    """How far an action is, in the plan's own word; a blank is shown, since it is what a reader must know."""

    __slots__ = ()
    BLANK = "not recorded"


class FullName(Text):
    """A name that is never shortened, since the short one is what it explains."""

    __slots__ = ()
    SHORTENED = False


class Expansion(FullName):
    """What an abbreviation stands for; a blank is shown, since it says that the text never tells."""

    __slots__ = ()
    BLANK = "never expanded"


class RowName(Text):
    """What names a row, wherever it stands in it."""

    __slots__ = ()
    NAMES_ROW = True


class ActionNumber(RowName):
    """The number of an action, as printed: it names a row."""

    __slots__ = ()


class Relation(Text):
    """How two things are related: the cell that the basis of a row is about."""

    __slots__ = ()


class What(Text):
    """What an action does: its first words, on a single line."""

    __slots__ = ()


class Number(Column):
    """A whole number, such as a priority's."""

    __slots__ = ()


class Truth(Column):
    """Yes or no."""

    __slots__ = ()


class Date(Column):
    """A day, month or year as ISO 8601 text."""

    __slots__ = ()


class Names(Column):
    """A list of names, each on a line of its own."""

    __slots__ = ()
    MARK = "\n"


class Numbers(Column):
    """A list of short texts such as the numbers of actions, side by side."""

    __slots__ = ()


class Dates(Numbers):
    """A list of days or months as ISO 8601 text, each on a line of its own."""

    __slots__ = ()
    MARK = "\n"


class Group(Column):
    """A text that heads a part of the table."""

    __slots__ = ()
    PLACE = Place.GROUP


class KindOfRow(Group):
    """The name of a kind of gap or finding, which people read in words."""

    __slots__ = ()


class CheckName(KindOfRow):
    """The name of a check: in words, and by itself too, since people write it to accept what the check found."""

    __slots__ = ()


class Id(Column):
    """An id: for programs, since people know things by their names."""

    __slots__ = ()
    PLACE = Place.NOWHERE


class Hidden(Column):
    """What a page for people shows in another way, such as by another column."""

    __slots__ = ()
    PLACE = Place.NOWHERE


class Words(Column):
    """The words of the document, or a title: long, and so shown below the table."""

    __slots__ = ()
    PLACE = Place.BELOW
    TITLE = "What it says"


class Topic(Words):
    """What an item of a report is about: its row says under ``topic_by`` whose words they are, and pages mark ours."""

    __slots__ = ()


class BasisOfRow(Column):
    """The weakest basis of the facts that make the row an answer."""

    __slots__ = ()


class BasisOfColumn(Column):
    """The weakest basis of the facts in another column, which it is named after: ``leads_basis``."""

    __slots__ = ()
    PLACE = Place.NOWHERE


class BasisOfEach(Column):
    """The basis of each item in another column, in the same order: ``leads_bases`` beside ``leads``."""

    __slots__ = ()
    PLACE = Place.NOWHERE


class Ended(Numbers):
    """What another column gave and a record has ended: names with their basis and last day, as in ``leads_ended``."""

    __slots__ = ()
    PLACE = Place.NOWHERE


class Reason(Column):
    """Why the row is believed, unless it is stated."""

    __slots__ = ()
    PLACE = Place.BELOW
    TITLE = "Why"


class Source(Column):
    """The place in the document, as text that a person can follow."""

    __slots__ = ()
    PLACE = Place.BELOW
    TITLE = "Where it is written"


class ConfirmedBy(Column):
    """The post or minute that confirmed the row's fact."""

    __slots__ = ()
    PLACE = Place.NOWHERE


class ConfirmedOn(Column):
    """The day, month or year (ISO 8601) when the row's fact was confirmed."""

    __slots__ = ()
    PLACE = Place.NOWHERE


class FindingName(Column):
    """The name by which a finding is accepted: its check, a slash and what was found."""

    __slots__ = ()


class Parameters(Column):
    """The parameters of a question, each with its description and example."""

    __slots__ = ()


Columns = tuple[Column, ...]

#: Columns that many questions share.
BASIS = BasisOfRow("basis")
REASON = Reason("reason")
SOURCE = Source("source")
CONFIRMATION: Columns = (ConfirmedBy("confirmed_by"), ConfirmedOn("confirmed_on"))
SUPPORT: Columns = (BASIS, REASON, SOURCE)
PRIORITY = Number("priority", narrow="prio")
#: What names an action, and what is known of it.
ACTION: Columns = (ActionNumber("action"), Id("row_id"), PRIORITY, Words("text"))
ACTION_FACTS: Columns = (
    *ACTION,
    Names("leads"),
    BasisOfColumn("leads_basis"),
    BasisOfEach("leads_bases"),
    Dates("due"),
    Status("status"),
    BasisOfColumn("status_basis"),
    *SUPPORT,
)
#: What people first want to know of an action.
BRIEF_ACTION: Columns = (
    ActionNumber("action"),
    What("text", "what"),
    Names("leads", "lead"),
    Dates("due"),
    Status("status"),
    BASIS,
)
#: The same, of actions with dates that count: these instead of all dates.
BRIEF_COUNTED: Columns = (*BRIEF_ACTION[:3], Dates("counted", "due"), *BRIEF_ACTION[4:])
#: How many actions have each status.
STATUS_COUNTS: Columns = tuple(Number(name) for name in (*STATUS_MEANINGS, "blank"))
#: A relation of two bodies.
LINE: Columns = (Text("body"), Relation("relation"), Text("other"), *SUPPORT, *CONFIRMATION)
#: What names a recommendation of a report, and says whose words its topic is in.
RECOMMENDATION: Columns = (
    Text("recommendation"),
    Id("report"),
    Hidden("number"),
    Text("kind"),
    Topic("topic"),
    Hidden("topic_by"),
)


def basis_column(name: str) -> str:
    """The name of the column that holds the weakest basis of the facts in another."""
    return f"{name}_basis"


def bases_column(name: str) -> str:
    """The name of the column that holds the basis of each item in another."""
    return f"{name}_bases"


def listed(column: Column) -> Columns:
    """A column that holds a list, and beside it how weak it is and how each of its items is known."""
    return column, BasisOfColumn(basis_column(column.name)), BasisOfEach(bases_column(column.name))


def names(columns: Columns) -> tuple[str, ...]:
    """The names of some columns."""
    return tuple(column.name for column in columns)


def naming(columns: Columns) -> Column:
    """The column that names the rows: one of a class that does, or else the first that is no number or group."""
    others = (column for column in columns if not isinstance(column, Number | Truth | Group | Id))
    return next((column for column in columns if column.NAMES_ROW), next(others, columns[0]))


def has_all(columns: Columns, others: Columns) -> bool:
    """Whether columns have the names of all others, so that whatever is made of those can be made of them."""
    return set(names(others)) <= set(names(columns))


def replaced(columns: Columns, *others: Column) -> Columns:
    """The columns with ``others`` in place of those that share their names."""
    by_name = {column.name: column for column in others}
    return tuple(by_name.get(column.name, column) for column in columns)


def inserted(columns: Columns, after: str, *others: Column) -> Columns:
    """The columns with ``others`` after the column called ``after``; raises ValueError where there is none."""
    place = names(columns).index(after) + 1
    return (*columns[:place], *others, *columns[place:])


def without(columns: Columns, *left_out: str) -> Columns:
    """The columns except those with some names."""
    return tuple(column for column in columns if column.name not in left_out)
