"""Ways in which somebody else with an account may damage a plan on a shared server: a statement each.

The statements are run on the shipped plan. Text that belongs to others carries the label Foreign, so that it can be
taken away again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, LiteralString

__all__ = ["DAMAGES", "Damage", "Kind"]


class Kind(Enum):
    """What must hold of an answer after a damage."""

    #: Every answer is what it was.
    HARMLESS = "harmless"
    #: Some answer is refused, and every other is what it was.
    IMPOSSIBLE = "impossible"
    #: What reads the whole plan refuses it, and every other answer ends cleanly.
    HIDDEN = "hidden"
    #: A plan could be so: every answer ends cleanly.
    POSSIBLE = "possible"


@dataclass(frozen=True)
class Damage:
    """A damage: its name, the statements that do it, their parameters, and what must hold afterwards."""

    name: str
    kind: Kind
    statements: tuple[LiteralString, ...]
    parameters: dict[str, Any] = field(default_factory=dict)


QAP = "MATCH (n:Body:Sscb {id: 'qap'})"
LINE = "MATCH (n:Body:Sscb {id: 'qap'})-[r:REPORTS_TO]->(o)"
ACTION = "MATCH (a:Action:Sscb {id: 'p1-1.1'})"
RECORD = "MATCH (l:Load:Sscb)"
#: About as many as a real plan has a thousandfold.
MANY = 100_000

_HOSTILE = {
    "an escape": "a\x1b[31mb",
    "a NUL": "a\x00b",
    "a bidi override": "a\u202eb",
    "a carriage return": "a\rb",
    "a line separator": "a\u2028b",
    "a C1 control": "a\x9b31mb",
}
#: Names that a plan may hold, but that another program could take for something else.
_SLY = {
    "a command": "$(touch pwned)",
    "backticks": "`touch pwned`",
    "an option": "--seed=x",
    "a short option": "-o",
    "both quotes": 'it\'s "so"; touch pwned #',
    "a formula": '=HYPERLINK("http://x","y")',
    "markup": "<script>alert(1)</script>&amp;|*_`[x](javascript:1)",
    "an end of CDATA": "]]>--><!--",
    "a path": "../../../etc/passwd",
    "two lines": "one\ntwo",
    "only spaces": "   ",
    "a home": "~/%PATH%\\..\\x",
    "wide and combining": "\u0645\u200d\U0001f469\u200d\U0001f467 e" + "\u0301" * 60,
}


def _possible(name: str, *statements: LiteralString, **parameters: Any) -> Damage:
    return Damage(name, Kind.POSSIBLE, statements, parameters)


def _impossible(name: str, *statements: LiteralString, **parameters: Any) -> Damage:
    return Damage(name, Kind.IMPOSSIBLE, statements, parameters)


def _hidden(name: str, *statements: LiteralString, **parameters: Any) -> Damage:
    return Damage(name, Kind.HIDDEN, statements, parameters)


def _harmless(name: str, *statements: LiteralString, **parameters: Any) -> Damage:
    return Damage(name, Kind.HARMLESS, statements, parameters)


def _ids() -> Iterator[Damage]:
    for name, key in {
        "climbs": "../../pwned",
        "is a path": "/tmp/pwned",  # noqa: S108 (it must not be written)
        "is blank": "",
        "has spaces": "a b",
        "is a command": "$(touch pwned)",
        "is markup": "<script>",
    }.items():
        yield _impossible(f"an id that {name}", f"{QAP} SET n.id = $value", value=key)
    for name, text in _HOSTILE.items():
        yield _impossible(f"an id with {name}", f"{QAP} SET n.id = $value", value=text)
    yield _possible("an id that is long", f"{QAP} SET n.id = $value", value="a" * 5_000)
    yield _impossible("an id that is missing", f"{QAP} REMOVE n.id")
    yield _impossible("an id that is a number", f"{QAP} SET n.id = 5")
    yield _impossible("an id that is a list", f"{QAP} SET n.id = ['qap']")
    yield _impossible(
        "two nodes with an id",
        "DROP CONSTRAINT sscb_plan_id IF EXISTS",
        f"{QAP} CREATE (m:Sscb:Body:Subgroup) SET m = properties(n), m.name = 'Another'",
    )
    yield _impossible("two relationships with an id", f"{LINE} CREATE (n)-[x:CHALLENGES]->(o) SET x = properties(r)")


def _names() -> Iterator[Damage]:
    yield _impossible("a name that is missing", f"{QAP} REMOVE n.name")
    yield _impossible("a name that is a number", f"{QAP} SET n.name = 5")
    yield _impossible("a name that is a list", f"{QAP} SET n.name = ['a', 'b']")
    yield _impossible("a name that is blank", f"{QAP} SET n.name = ''")
    yield _impossible("a name of 10 MB", f"{QAP} SET n.name = $value", value="x" * 10_000_000)
    for name, text in _HOSTILE.items():
        yield _impossible(f"a name with {name}", f"{QAP} SET n.name = $value", value=text)
    for name, text in _SLY.items():
        yield _possible(f"names like {name}", f"{QAP} SET n.name = $value, n.printed_names = [$value]", value=text)
    sly = "MATCH (n:Sscb {plan: 'surrey-2018'}) WHERE NOT n:Load SET n.name = $value REMOVE n.printed_names"
    yield _possible("every name a command", sly, value="$(touch pwned)")
    yield _possible("every name an option", sly, value="--seed=x")


def _properties() -> Iterator[Damage]:
    for name, value in {
        "a date": "date()",
        "a time": "datetime()",
        "a duration": "duration('P1Y')",
        "a point": "point({x: 1, y: 2})",
        "a fraction": "1.5",
        "no number": "0.0/0.0",
        "infinity": "1.0/0.0",
        "a number": "5",
        "a truth": "true",
        "a list": "['a']",
        "an empty list": "[]",
        "a list of dates": "[date()]",
        "an escape": "'a\\u001b[31m'",
    }.items():
        yield _impossible(f"a reason that is {name}", f"{LINE} SET r.reason = {value}, n.reason = {value}")
        yield _harmless(f"a property of others that is {name}", f"{LINE} SET r.theirs = {value}, n.theirs = {value}")
    for name in ("key", "labels", "type", "node_for_adding", "u_for_edge", "start", "properties", "theirs\\u001b[31m"):
        yield _harmless(f"a property named {name}", f"{LINE} SET r.`{name}` = 'x', n.`{name}` = 'x'")
    yield _impossible("a text that is blank", f"{ACTION} SET a.text = ''")
    yield _impossible("a text that is missing", f"{ACTION} REMOVE a.text")
    yield _impossible("a kind that no body has", f"{QAP} SET n.kind = 'cabal'")
    yield _impossible("names in print of 1,000,000", f"{QAP} SET n.printed_names = [x IN range(1, 1000000) | 'xx']")
    yield _impossible("names in print that are a text", f"{QAP} SET n.printed_names = 'x'")
    yield _impossible("a quote that is a text", f"{LINE} SET r.quote = 'x'")
    yield _impossible("a quote with a bidi override", f"{LINE} SET r.quote = ['a\\u202eb']")
    yield _impossible("a standing that is none", "MATCH (d:Decision:Sscb) SET d.standing = 'sworn'")
    yield _impossible("a date for a text", "MATCH (d:Decision:Sscb) SET d.review_on = 'soon'")
    yield _impossible("a day that is none", "MATCH (e:Event:Sscb) SET e.from = '2018-02-31'")
    yield _impossible("an end that is no date", f"{LINE} SET r.until = 'never'")
    yield _hidden("a due date that is none", f"{ACTION} SET a.due = ['soon'], a.due_last = ['soon']")
    yield _impossible("more due dates than last days", f"{ACTION} SET a.due = ['2018-06', '2018-07']")
    yield _impossible("a priority's number that is text", "MATCH (p:Priority:Sscb) SET p.number = 'x'")
    yield _possible("a priority's number that is huge", "MATCH (p:Priority:Sscb {number: 1}) SET p.number = 2^62")
    yield _possible("an action's number that climbs", f"{ACTION} SET a.number = '../../pwned'")
    yield _possible("an item's number that climbs", "MATCH (i:Recommendation {number: '22'}) SET i.number = '../pwned'")
    for name, word in {"an option": "--seed", "a command": "$(id)", "two words": "of sted", "a path": "../x"}.items():
        yield _impossible(f"a report's word that is {name}", "MATCH (r:Report:Sscb) SET r.word = $value", value=word)
    for name, place in {"huge": "9223372036854775807", "negative": "-5"}.items():
        yield _possible(f"positions that are {name}", f"MATCH (n:Sscb) WHERE NOT n:Load SET n.position = {place}")
    yield _possible("positions that are missing", "MATCH (n:Sscb) WHERE NOT n:Load REMOVE n.position")
    yield _impossible("positions that are text", "MATCH (n:Sscb) WHERE NOT n:Load SET n.position = 'x'")


def _structure() -> Iterator[Damage]:
    yield _harmless("labels of others", f"{QAP} SET n:Theirs:`The\\u001b[31mirs`:`../x`")
    yield _impossible("labels of two things", f"{QAP} SET n:Action")
    yield _impossible("labels of two kinds", f"{QAP} SET n:Panel:Board")
    yield _hidden("no label of a thing", f"{QAP} REMOVE n:Body:Subgroup")
    yield _possible("no label of ours", f"{QAP} REMOVE n:Sscb")
    yield _impossible("a type of others", f"{LINE} CREATE (n)-[x:KNOWS]->(o) SET x = properties(r), x.id = 'x'")
    yield _harmless("relationships of others", f"{LINE} CREATE (n)-[:KNOWS]->(o), (o)-[:REPORTS_TO]->(n)")
    for name, make in {
        "an action reports to a body": "(a)-[x:REPORTS_TO]->(n)",
        "an action leads a body": "(a)-[x:LEADS]->(n)",
        "a body addresses a body": "(n)-[x:ADDRESSES]->(n)",
        "a body has a body for a status": "(n)-[x:HAS_STATUS]->(n)",
    }.items():
        wrong = f"{LINE} MATCH (a:Action:Sscb {{id: 'p1-1.1'}}) CREATE {make} SET x = properties(r), x.id = 'x'"
        yield _impossible(name, wrong)
    loose = f"{LINE} CREATE (f:Foreign:Body {{id: 'f', name: 'F'}}) CREATE (n)-[x:REPORTS_TO]->(f), "
    yield _harmless("a line that ends outside", f"{loose} (f)-[y:LEADS]->(n) SET x = properties(r), y = properties(r)")
    yield _possible("a body that reports to itself", f"{LINE} CREATE (n)-[x:REPORTS_TO]->(n) SET x = r, x.id = 'x'")
    yield _possible("a circle of lines", f"{LINE} CREATE (o)-[x:REPORTS_TO]->(n) SET x = properties(r), x.id = 'x'")
    yield _possible(
        "every body reports to every other",
        f"{LINE} WITH properties(r) AS own, r LIMIT 1 MATCH (a:Body:Sscb), (b:Body:Sscb) "
        "CREATE (a)-[x:REPORTS_TO]->(b) SET x = own, x.id = 'x~' + a.id + '~' + b.id",
    )
    yield _impossible("an unknown basis", f"{LINE} SET r.basis = 'sworn'")
    yield _impossible("a body's unknown basis", f"{QAP} SET n.basis = 'sworn'")
    yield _impossible("no basis", f"{LINE} REMOVE r.basis")
    yield _impossible("a basis that is a list", f"{LINE} SET r.basis = ['stated']")
    yield _impossible("no source", f"{LINE} REMOVE r.source")
    yield _impossible("no node of the plan", "MATCH (p:Plan:Sscb) DETACH DELETE p")
    yield _impossible("a plan's node that is a body", "MATCH (p:Plan:Sscb) REMOVE p:Plan SET p:Body:Board")
    yield _hidden("two nodes of the plan", "MATCH (p:Plan:Sscb) CREATE (q:Sscb:Plan) SET q = p{.*, id: 'other'}")
    yield _hidden("an action of no priority", f"{ACTION} SET a.priority = 99")
    yield _hidden("items of no report", "MATCH (i:Recommendation:Sscb) SET i.report = 'nosuch'")
    yield _hidden("no report at all", "MATCH (r:Report:Sscb) DETACH DELETE r")
    yield _impossible("a board that is not there", "MATCH (p:Plan:Sscb) SET p.board = 'nosuch'")
    yield _impossible("a board that is an action", "MATCH (p:Plan:Sscb) SET p.board = 'p1-1.1'")
    yield _impossible("no default report", "MATCH (p:Plan:Sscb) SET p.default_report = 'nosuch'")


def _records() -> Iterator[Damage]:
    for name in ("digest", "at", "version", "seed", "schema"):
        yield _impossible(f"a load record without {name}", f"{RECORD} REMOVE l.{name}")
        yield _impossible(f"a load record whose {name} is a list", f"{RECORD} SET l.{name} = ['x']")
        yield _impossible(f"a load record whose {name} has an escape", f"{RECORD} SET l.{name} = 'a\\u001b[31m'")
        yield _impossible(f"a load record whose {name} is long", f"{RECORD} SET l.{name} = $value", value="x" * 5_000)
    yield _impossible("no load record", f"{RECORD} DELETE l")
    yield _impossible(
        "two load records",
        "DROP CONSTRAINT sscb_plan_id IF EXISTS",
        f"{RECORD} CREATE (m:Sscb:Load) SET m = properties(l), m.digest = 'x'",
    )
    yield _harmless("a second load record under another id", f"{RECORD} CREATE (m:Sscb:Load) SET m = l{{.*, id: 'x'}}")
    yield _harmless("a load record without a plan", "CREATE (:Sscb:Load:Foreign {id: 'x'})")
    for value in ("5", "['x']", "'../../pwned'", "'$(touch pwned)'", "'a\\u001b[31m'", "''", "date()"):
        yield _harmless(f"a load record of the plan {value}", f"CREATE (:Sscb:Load:Foreign {{plan: {value}, id: 'x'}})")
    yield _possible("a load record of a second plan", "CREATE (:Sscb:Load:Foreign {plan: 'b', id: 'load~b'})")
    yield _impossible("a plan with a sly id", "MATCH (n:Sscb) SET n.plan = '$(touch pwned)'")


def _many() -> Iterator[Damage]:
    rows = f"UNWIND range(1, {MANY}) AS x"
    make = f"{rows} CREATE (n:Sscb:Body:Group {{plan: 'surrey-2018', id: 'b' + x, name: 'B', kind: 'group', position: x"
    yield _impossible("bodies without a source", make + "})")
    yield _impossible("more bodies than any plan", make + ", source: 's', search_text: 's', basis: 'stated'})")
    yield _harmless("nodes of others", f"{QAP} {rows} CREATE (n)<-[:REPORTS_TO]-(:Foreign:Body {{id: 'f' + x}})")
    lines = "CREATE (n)-[y:REPORTS_TO]->(o) SET y = properties(r), y.id = 'x' + x"
    yield _impossible("more lines than any plan", f"{LINE} {rows} {lines}")
    yield _possible(
        "load records", f"{rows} CREATE (:Sscb:Load:Foreign {{plan: 'b' + x, id: 'load~b' + x, seed: 'x'}})"
    )


DAMAGES: tuple[Damage, ...] = (
    *_ids(),
    *_names(),
    *_properties(),
    *_structure(),
    *_records(),
    *_many(),
)
