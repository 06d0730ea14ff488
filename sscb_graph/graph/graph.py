"""The typed graph: nodes by their label and relationships by their ends, in the words of the plan.

``body.name``, ``action.due``, ``edge.start``: a property that the graph does not have is None, or an empty list where
the property holds a list. Properties are text, whole numbers, truths or lists of texts; dates are ISO 8601 text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, Generic, Protocol, Self, TypeAlias, TypeVar, overload

from sscb_graph.model.basis import RANK, weakest

Value: TypeAlias = "str | int | bool | list[str]"
Properties: TypeAlias = Mapping[str, Any]
T = TypeVar("T")


class Required(Generic[T]):
    """A property that every node of its label has."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, node: None, owner: type) -> Self: ...
    @overload
    def __get__(self, node: Node, owner: type) -> T: ...
    def __get__(self, node: Node | None, owner: type) -> Self | T:
        if node is None:
            return self
        value: T = node.properties[self._name]
        return value


class Known(Generic[T]):
    """A property that is None where it is unknown; ``key`` is its name in the graph where Python forbids that name."""

    def __init__(self, key: str = "") -> None:
        self._name = key

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = self._name or name

    @overload
    def __get__(self, node: None, owner: type) -> Self: ...
    @overload
    def __get__(self, node: Node, owner: type) -> T | None: ...
    def __get__(self, node: Node | None, owner: type) -> Self | T | None:
        if node is None:
            return self
        value: T | None = node.properties.get(self._name)
        return value


class Texts:
    """A property that holds a list of texts; empty where it is unknown."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, node: None, owner: type) -> Self: ...
    @overload
    def __get__(self, node: Node, owner: type) -> list[str]: ...
    def __get__(self, node: Node | None, owner: type) -> Self | list[str]:
        return self if node is None else list(node.properties.get(self._name, ()))


class Node:
    """A node of the graph: its labels and its properties. Its subclasses know the properties of their label."""

    __slots__ = ("labels", "properties")
    #: The label of the nodes that a subclass stands for.
    LABEL: ClassVar[str] = "Sscb"

    def __init__(self, labels: Sequence[str], properties: Properties) -> None:
        self.labels = tuple(labels)
        self.properties = properties

    id = Required[str]()
    name = Required[str]()
    #: Where it is written, as text that a person can follow.
    source = Required[str]()
    search_text = Required[str]()
    #: The CSV file and the row that it was read from; the header is row 1.
    file = Known[str]()
    row = Known[int]()

    @property
    def order(self) -> tuple[int, str]:
        """What nodes are sorted by everywhere: ``position``, then id."""
        return self.properties.get("position", 0), self.properties["id"]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Node) and other.properties["id"] == self.properties["id"]

    def __hash__(self) -> int:
        return hash(self.properties["id"])

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.properties.get('id')}>"


class Plan(Node):
    """The plan itself; ``board`` and ``default_report`` are ids."""

    __slots__ = ()
    LABEL = "Plan"
    title = Required[str]()
    board = Known[str]()
    default_report = Known[str]()
    starts = Known[str]("from")
    until = Known[str]()


class Title(Node):
    """A printed title of the plan, with the period that it gives."""

    __slots__ = ()
    LABEL = "Title"
    text = Required[str]()
    starts = Known[str]("from")
    until = Known[str]()


class Passage(Node):
    """A paragraph, list item or key line of the document."""

    __slots__ = ()
    LABEL = "Passage"
    text = Required[str]()
    heading = Required[str]()


class Priority(Node):
    """A priority, in both wordings that the document prints."""

    __slots__ = ()
    LABEL = "Priority"
    number = Required[int]()
    wording = Required[str]()
    wording_in_table = Known[str]()


class Body(Node):
    """A board, subgroup, agency, role or any other body."""

    __slots__ = ()
    LABEL = "Body"
    kind = Required[str]()
    basis = Required[str]()
    reason = Known[str]()
    #: Where it is called a statutory group.
    statutory = Known[str]()
    printed_names = Texts()


class BodyName(Node):
    """A form in which a body's name is printed."""

    __slots__ = ()
    LABEL = "BodyName"


class Function(Node):
    """What the document says that a body is, does or decides."""

    __slots__ = ()
    LABEL = "Function"
    text = Required[str]()


class Decision(Node):
    """What the plan decides about a body."""

    __slots__ = ()
    LABEL = "Decision"
    standing = Required[str]()
    review_on = Known[str]()


class Action(Node):
    """A row of the action plan; ``priority`` is the number of its priority."""

    __slots__ = ()
    LABEL = "Action"
    number = Required[str]()
    number_printed = Required[str]()
    priority = Required[int]()
    text = Required[str]()
    outcome = Known[str]()
    lead_printed = Known[str]()
    recs_printed = Known[str]()
    timescale_printed = Known[str]()
    status_printed = Known[str]()
    #: The days or months that the timescale names, and the last day that each can mean.
    due = Texts()
    due_last = Texts()


class Status(Node):
    """A word for how far an action is."""

    __slots__ = ()
    LABEL = "Status"


class Report(Node):
    """A report whose items the plan cites or answers; ``word`` is what people type before a number."""

    __slots__ = ()
    LABEL = "Report"
    word = Required[str]()
    kind = Required[str]()
    published = Known[str]()
    document = Known[str]()
    numbering = Known[str]()
    basis = Required[str]()
    reason = Known[str]()


#: Whose words a topic is in, where the report's own may not be copied.
BY_US = "us"
#: What people read beside such a topic, so that nobody quotes it as the report's.
IN_OUR_WORDS = "topic in our words"


def mark_topic(topic: str, topic_by: str | None) -> str:
    """A topic as people read it: marked where its words are ours.

    >>> mark_topic("Records of visits", "us")
    'Records of visits (topic in our words)'
    """
    return f"{topic} ({IN_OUR_WORDS})" if topic and topic_by == BY_US else topic


class Recommendation(Node):
    """A numbered item of a report; ``report`` is the report's id, ``kind`` the report's own word for it."""

    __slots__ = ()
    LABEL = "Recommendation"
    report = Required[str]()
    number = Required[str]()
    kind = Required[str]()
    #: Whether it is a recommendation in substance.
    recommendation = Required[bool]()
    #: Its words, where they may be copied; else what it is about, in our words.
    text = Known[str]()
    topic = Known[str]()

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


class Event(Node):
    """Something that the document dates."""

    __slots__ = ()
    LABEL = "Event"
    starts = Known[str]("from")
    until = Known[str]()


class Document(Node):
    """A document that the plan names or leans on."""

    __slots__ = ()
    LABEL = "Document"
    kind = Required[str]()


class Abbreviation(Node):
    """An abbreviation, with what the text expands it to."""

    __slots__ = ()
    LABEL = "Abbreviation"
    expansion = Known[str]()


class Note(Node):
    """A caution that answers about a thing carry."""

    __slots__ = ()
    LABEL = "Note"
    text = Required[str]()


class Acceptance(Node):
    """A finding that the plan's keepers have accepted."""

    __slots__ = ()
    LABEL = "Acceptance"
    finding = Required[str]()
    reason = Required[str]()


#: The class of each label.
KINDS: dict[str, type[Node]] = {kind.LABEL: kind for kind in Node.__subclasses__()}


def make_node(labels: Sequence[str], properties: Properties) -> Node:
    """A node of the class of its label; a plain Node where it carries none that has a class."""
    for label in labels:
        if label in KINDS:
            return KINDS[label](labels, properties)
    return Node(labels, properties)


S_co = TypeVar("S_co", bound=Node, covariant=True)
E_co = TypeVar("E_co", bound=Node, covariant=True)


class Edge(Generic[S_co, E_co]):
    """A relationship of the graph: a fact, with its two nodes, its type and its properties."""

    __slots__ = ("end", "properties", "start", "type")

    def __init__(self, start: S_co, kind: str, end: E_co, properties: Properties) -> None:
        self.start = start
        self.type = kind
        self.end = end
        self.properties = properties

    @property
    def id(self) -> str:
        """The id of the relationship."""
        key: str = self.properties["id"]
        return key

    @property
    def basis(self) -> str:
        """How it is supported."""
        basis: str = self.properties["basis"]
        return basis

    def other(self, thing: Node) -> Node:
        """The thing at its other end."""
        return self.end if self.start == thing else self.start

    @property
    def source(self) -> str:
        """Where it is written, as text that a person can follow."""
        source: str = self.properties["source"]
        return source

    @property
    def reason(self) -> str | None:
        """Why it is believed, unless it is stated."""
        return self.properties.get("reason")

    @property
    def until(self) -> str | None:
        """The last day, month or year that it held; None while it holds."""
        return self.properties.get("until")

    @property
    def quote(self) -> list[str]:
        """The words that say it."""
        return list(self.properties.get("quote", ()))

    @property
    def note(self) -> str | None:
        """A caution that belongs to it."""
        return self.properties.get("note")

    @property
    def doubt(self) -> str | None:
        """What makes no sense about it."""
        return self.properties.get("doubt")

    @property
    def confirmed_by(self) -> str | None:
        """The post or minute that confirmed it."""
        return self.properties.get("confirmed_by")

    @property
    def confirmed_on(self) -> str | None:
        """When it was confirmed."""
        return self.properties.get("confirmed_on")

    @property
    def recorded_by(self) -> str | None:
        """The post or minute that entered it after the plan."""
        return self.properties.get("recorded_by")

    @property
    def recorded_on(self) -> str | None:
        """When it was entered."""
        return self.properties.get("recorded_on")

    @property
    def rank(self) -> int:
        """How weak its basis is: 0 for stated."""
        return RANK[self.basis]

    @property
    def order(self) -> tuple[int, str]:
        """What facts about the same node are sorted by: ``position``, then id."""
        return self.properties.get("position", 0), self.properties["id"]

    def __repr__(self) -> str:
        return f"<{self.start.id} {self.type} {self.end.id}>"


AnyEdge: TypeAlias = "Edge[Node, Node]"


class Chain:
    """A walk over facts: the ids of the nodes on it, and the facts between them."""

    __slots__ = ("edges", "nodes")

    def __init__(self, nodes: tuple[str, ...], edges: tuple[AnyEdge, ...] = ()) -> None:
        self.nodes = nodes
        self.edges = edges

    def then(self, edge: AnyEdge, far: Node) -> Chain:
        """The chain with another fact at its end."""
        return Chain((*self.nodes, far.id), (*self.edges, edge))

    @property
    def tie(self) -> tuple[tuple[str, ...], list[str]]:
        """What settles a tie between chains of the same length: the lowest ids."""
        return self.nodes, [edge.id for edge in self.edges]


class GraphReader(Protocol):
    """Where a view reads nodes and relationships: a kept index, or what a server returned."""

    @property
    def plan_id(self) -> str:
        """The id of the plan."""

    def node(self, key: str) -> Node | None:
        """The node of an id."""

    def labelled(self, label: str) -> Sequence[Node]:
        """All nodes of a label, by their order."""

    def edges_out(self, key: str, types: Sequence[str]) -> Sequence[AnyEdge]:
        """The relationships of some types (of all, where none is given) that start at a node, by their order."""

    def edges_in(self, key: str, types: Sequence[str]) -> Sequence[AnyEdge]:
        """The relationships of some types (of all, where none is given) that end at a node, by their order."""

    def edges(self, types: Sequence[str]) -> Sequence[AnyEdge]:
        """All relationships of some types (of all, where none is given), by their order."""

    def prefetch(self, keys: Sequence[str], *, out: Sequence[str] = (), into: Sequence[str] = ()) -> None:
        """Says which relationships will be asked for, so that they can be read at once."""


class MemoryGraph:
    """A reader of nodes and relationships that are all at hand."""

    def __init__(self, plan_id: str, nodes: Iterable[Node], edges: Iterable[tuple[str, str, str, Properties]]) -> None:
        """Edges are given as start id, type, end id and properties; both ends must be among the nodes."""
        self.plan_id = plan_id
        self._nodes = {node.id: node for node in nodes}
        self._labels: dict[str, list[Node]] = {}
        for node in sorted(self._nodes.values(), key=lambda node: node.order):
            for label in node.labels:
                self._labels.setdefault(label, []).append(node)
        made = [Edge(self._nodes[start], kind, self._nodes[end], own) for start, kind, end, own in edges]
        self._edges: list[AnyEdge] = sorted(made, key=lambda edge: edge.order)
        self._out: dict[str, list[AnyEdge]] = {}
        self._into: dict[str, list[AnyEdge]] = {}
        for edge in self._edges:
            self._out.setdefault(edge.start.id, []).append(edge)
            self._into.setdefault(edge.end.id, []).append(edge)

    def node(self, key: str) -> Node | None:
        """The node of an id."""
        return self._nodes.get(key)

    def labelled(self, label: str) -> Sequence[Node]:
        """All nodes of a label."""
        return self._labels.get(label, [])

    def edges_out(self, key: str, types: Sequence[str]) -> Sequence[AnyEdge]:
        """The relationships that start at a node."""
        return _of_types(self._out.get(key, ()), types)

    def edges_in(self, key: str, types: Sequence[str]) -> Sequence[AnyEdge]:
        """The relationships that end at a node."""
        return _of_types(self._into.get(key, ()), types)

    def edges(self, types: Sequence[str]) -> Sequence[AnyEdge]:
        """All relationships."""
        return _of_types(self._edges, types)

    def prefetch(self, keys: Sequence[str], *, out: Sequence[str] = (), into: Sequence[str] = ()) -> None:
        """Nothing to do: everything is at hand."""


def _of_types(edges: Sequence[AnyEdge], types: Sequence[str]) -> Sequence[AnyEdge]:
    return [edge for edge in edges if edge.type in types] if types else edges


def weakest_of(edges: Iterable[AnyEdge]) -> str | None:
    """The weakest basis of some facts; None for none."""
    return weakest(edge.basis for edge in edges)
