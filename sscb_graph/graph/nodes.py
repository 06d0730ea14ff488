"""The nodes of the graph: a class for each label, which knows the properties of that label.

``body.name``, ``action.due``: a property that the graph does not have is None, or an empty list where the property
holds a list. Properties are text, whole numbers, truths or lists of texts; dates are ISO 8601 text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, TypeAlias

from sscb_graph.graph.properties import Known, Required, Texts
from sscb_graph.model.basis import RANK
from sscb_graph.model.dates import is_date
from sscb_graph.model.identity import GRAPH_ID_PATTERN, WORD_PATTERN
from sscb_graph.model.vocabulary import BodyKind, ChangeKind, Label, Standing
from sscb_graph.text import quotation

Properties: TypeAlias = Mapping[str, Any]


class Node:
    """A node of the graph: its labels and its properties. Its subclasses know the properties of their label."""

    __slots__ = ("labels", "properties")
    #: The label of the nodes that a subclass stands for.
    LABEL: ClassVar[str] = Label.SSCB.value

    def __init__(self, labels: Sequence[str], properties: Properties) -> None:
        self.labels = tuple(labels)
        self.properties = properties

    plan = Required(str)
    id = Required(str, form=GRAPH_ID_PATTERN.fullmatch)
    name = Required(str)
    #: Its place in the document, as text that a person can follow.
    source = Required(str)
    search_text = Required(str)
    #: The CSV file and the row that it was read from; the header is row 1.
    file = Known(str)
    row = Known(int)
    position = Known(int)

    @property
    def order(self) -> tuple[int, str]:
        """The key by which nodes are sorted everywhere: ``position``, then id."""
        return self.properties.get("position", 0), self.properties["id"]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Node) and other.properties["id"] == self.properties["id"]

    def __hash__(self) -> int:
        return hash(self.properties["id"])

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.properties.get('id')}>"


class Based:
    """What things and facts with a basis share: where they are written, why they are believed, who recorded them when.

    ``source`` is text that a person can follow.
    """

    __slots__ = ()
    properties: Properties
    source = Required(str)
    basis = Required(str, form=RANK.__contains__)
    reason = Known(str)
    recorded_by = Known(str)
    recorded_on = Known(str, form=is_date)


class Plan(Node):
    """The plan itself; ``board`` and ``default_report`` are ids."""

    __slots__ = ()
    LABEL = Label.PLAN.value
    title = Required(str)
    board = Known(str, form=GRAPH_ID_PATTERN.fullmatch)
    default_report = Known(str, form=GRAPH_ID_PATTERN.fullmatch)
    starts = Known(str, "from", is_date)
    until = Known(str, form=is_date)


class Title(Node):
    """A printed title of the plan, with the period that it gives."""

    __slots__ = ()
    LABEL = Label.TITLE.value
    text = Required(str)
    starts = Known(str, "from", is_date)
    until = Known(str, form=is_date)


class Passage(Node):
    """A paragraph, list item or key line of the document."""

    __slots__ = ()
    LABEL = Label.PASSAGE.value
    kind = Required(str)
    page = Known(int)
    text = Required(str)
    heading = Required(str)


class Priority(Node):
    """A priority, in both wordings that the document prints."""

    __slots__ = ()
    LABEL = Label.PRIORITY.value
    number = Required(int)
    wording = Required(str)
    wording_in_table = Known(str)


class Body(Based, Node):
    """A board, subgroup, agency, role or any other body."""

    __slots__ = ()
    LABEL = Label.BODY.value
    kind = Required(str, form=frozenset(BodyKind).__contains__)
    #: A shorter name for tables, where the plan's keepers give it one.
    short_name = Known(str)
    #: How it is known that it is of its kind: a body may be named and its kind be ours.
    kind_basis = Required(str, form=RANK.__contains__)
    kind_reason = Known(str)
    #: The source of its being a statutory group: the place that calls it so, or what makes it so after the plan.
    statutory = Known(str)
    statutory_basis = Known(str, form=RANK.__contains__)
    statutory_reason = Known(str)
    #: What the plan says of it and a later decision ends, with the sources of both.
    statutory_ended = Known(str)
    printed_names = Texts()


class BodyName(Node):
    """A form in which a body's name is printed."""

    __slots__ = ()
    LABEL = Label.BODY_NAME.value


class Function(Node):
    """What the document says that a body is, does or decides."""

    __slots__ = ()
    LABEL = Label.FUNCTION.value
    text = Required(str)
    #: True where it says that nothing stands above the body.
    nothing_above = Known(bool)


class Decision(Based, Node):
    """What the plan decides or proposes about a body.

    ``proposed_by`` and ``holds_until`` are words of the document: by whom it is proposed, and what ends it.
    """

    __slots__ = ()
    LABEL = Label.DECISION.value
    standing = Required(str, form=frozenset(Standing).__contains__)
    quote = Texts()
    proposed_by = Known(str)
    holds_until = Known(str)
    review_on = Known(str, form=is_date)


class ChangeEvent(Based, Node):
    """A change of bodies after the plan; ``text`` says what changes, in a sentence of whoever recorded it.

    ``decided_by`` is a post or a meeting, ``subject_to`` what it still depends on.
    """

    __slots__ = ()
    LABEL = Label.CHANGE_EVENT.value
    change = Required(str, form=frozenset(ChangeKind).__contains__)
    text = Required(str)
    effective = Known(str, form=is_date)
    decided_by = Known(str)
    subject_to = Known(str)


class Action(Node):
    """A row of the action plan; ``priority`` is the number of its priority."""

    __slots__ = ()
    LABEL = Label.ACTION.value
    number = Required(str)
    #: Where its row stands, without any quote.
    place = Required(str)
    number_printed = Required(str)
    priority = Required(int)
    text = Required(str)
    outcome = Known(str)
    lead_printed = Known(str)
    recs_printed = Known(str)
    timescale_printed = Known(str)
    status_printed = Known(str)
    #: The days or months that the timescale names, and the last day that each can mean.
    due = Texts(is_date)
    due_last = Texts(is_date)

    @property
    def with_priority(self) -> str:
        """The number as people tell apart the rows that share it: "2.11 & 3.2 (Priority 2)"."""
        return f"{self.number} (Priority {self.priority})"

    def cell_source(self, words: str | None) -> str:
        """The place of its row, with the words of a cell as the quote; the place alone where the cell is blank."""
        return f"{self.place}{quotation(words) if words else ''}"


class Status(Node):
    """A word for the progress of an action; ``meaning`` is what it is counted as, unless nothing says so."""

    __slots__ = ()
    LABEL = Label.STATUS.value
    meaning = Known(str)


class Report(Based, Node):
    """A report whose items the plan cites or answers; ``word`` is what people type before a number."""

    __slots__ = ()
    LABEL = Label.REPORT.value
    word = Required(str, form=WORD_PATTERN.fullmatch)
    kind = Required(str)
    published = Known(str, form=is_date)
    document = Known(str)
    numbering = Known(str)
    #: How many of its items the cells of the actions print.
    items_printed = Required(int)


#: Who wrote a topic where the report's own words may not be copied.
BY_US = "us"
#: The mark that people see beside such a topic, so that they do not quote it as the report's.
IN_OUR_WORDS = "topic in our words"


def mark_topic(topic: str, topic_by: str | None) -> str:
    """A topic as people see it: marked where the words are ours.

    >>> mark_topic("Records of visits", "us")
    'Records of visits (topic in our words)'
    """
    return f"{topic} ({IN_OUR_WORDS})" if topic and topic_by == BY_US else topic


#: The word of reports that list their recommendations as such.
RECOMMENDATION_WORD = "recommendation"


class Recommendation(Node):
    """A numbered item of a report; ``report`` is the report's id, ``kind`` the report's own word for it."""

    __slots__ = ()
    LABEL = Label.RECOMMENDATION.value
    report = Required(str)
    number = Required(str)
    kind = Required(str)
    page = Known(int)
    #: Whether it is a recommendation in substance.
    recommendation = Required(bool)
    #: Its words, where they may be copied; else what it is about, in our words.
    text = Known(str)
    topic = Known(str)

    @property
    def kind_in_full(self) -> str:
        """What it is in its report: "recommendation", or such as "finding tagged as a recommendation"."""
        tagged = self.recommendation and self.kind != RECOMMENDATION_WORD
        return f"{self.kind} tagged as a {RECOMMENDATION_WORD}" if tagged else self.kind

    @property
    def about(self) -> str:
        """What it is about: our topic, or else its own words."""
        return self.topic or self.text or ""

    @property
    def topic_by(self) -> str:
        """Whose words ``about`` gives: "us" or "the report"."""
        return BY_US if self.topic else "the report"

    @property
    def about_marked(self) -> str:
        """What it is about, marked where the words are ours."""
        return mark_topic(self.about, self.topic_by)


class Requirement(Node):
    """What the law or statutory guidance requires; ``source`` says where, and what of that is to be confirmed.

    ``text`` is what is required, in our own words; ``starts`` and ``until`` are when it is in force.
    """

    __slots__ = ()
    LABEL = Label.REQUIREMENT.value
    topic = Required(str)
    text = Required(str)
    force = Known(str)
    who_must = Known(str)
    surety = Required(str)
    graph_check = Known(str)
    starts = Known(str, "from", is_date)
    until = Known(str, form=is_date)


class Event(Node):
    """Something that the document dates."""

    __slots__ = ()
    LABEL = Label.EVENT.value
    quote = Texts()
    starts = Known(str, "from", is_date)
    until = Known(str, form=is_date)


class Document(Based, Node):
    """A document that the plan names or relies on."""

    __slots__ = ()
    LABEL = Label.DOCUMENT.value
    kind = Required(str)
    date = Known(str, form=is_date)


class Abbreviation(Based, Node):
    """An abbreviation, with what the text expands it to."""

    __slots__ = ()
    LABEL = Label.ABBREVIATION.value
    expansion = Known(str)


class Note(Based, Node):
    """A caution that every answer about a thing carries; a brief page only where ``brief`` says so."""

    __slots__ = ()
    LABEL = Label.NOTE.value
    text = Required(str)
    brief = Known(bool)


class Observation(Node):
    """What a reader of the document observed, in our words."""

    __slots__ = ()
    LABEL = Label.OBSERVATION.value
    kind = Required(str)
    severity = Required(str)
    text = Required(str)
    quote = Texts()


class Acceptance(Node):
    """A finding that the plan's keepers have accepted."""

    __slots__ = ()
    LABEL = Label.ACCEPTANCE.value
    finding = Required(str)
    reason = Required(str)
    accepted_by = Required(str)
    accepted_on = Required(str, form=is_date)


#: The class for each label.
KINDS: dict[str, type[Node]] = {kind.LABEL: kind for kind in Node.__subclasses__()}


def make_node(labels: Sequence[str], properties: Properties) -> Node:
    """A node of the class for its first label that has a class; a plain Node where none of its labels has one."""
    for label in labels:
        if label in KINDS:
            return KINDS[label](labels, properties)
    return Node(labels, properties)
