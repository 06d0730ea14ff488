"""Bodies, and what is known of them -> nodes and relationships, one function per table."""

from __future__ import annotations

from typing import Any

from sscb_graph.folder.record_tables import Records
from sscb_graph.graph.graph_writer import GraphWriter, basis_properties
from sscb_graph.graph.statutory import Statutory
from sscb_graph.model import Body, BodyName, BodyRelation, Decision, Function, FunctionHome
from sscb_graph.model.basis import Basis
from sscb_graph.model.record import attributes
from sscb_graph.model.vocabulary import Label, kind_label, type_of


def bodies(records: Records, write: GraphWriter) -> None:
    """Boards, subgroups and all others, with every form in which they are printed."""
    forms: dict[str, list[str]] = {}
    for form in records.of(BodyName):
        forms.setdefault(form.body, []).append(form.name)
    statutory = Statutory(records, write.sources)
    for body in records.of(Body):
        printed = tuple(forms.get(body.id, ()))
        more = {
            "position": body.position,
            "short_name": body.short_name,
            **basis_properties(body),
            **_kind(body),
            **statutory.properties(body),
        }
        write.node(
            body,
            Label.BODY,
            body.name,
            write.fact_source(body),
            [body.name, body.short_name, *printed],
            kind_label=kind_label(body.kind),
            printed_names=printed,
            **more,
        )


def _kind(body: Body) -> dict[str, str | None]:
    """The kind of a body, and how it is known: as the body itself is, unless its own cells say otherwise."""
    basis, reason = (body.kind_basis, body.kind_reason) if body.kind_basis else (body.basis, body.reason)
    return {"kind": body.kind.value, "kind_basis": basis.value, "kind_reason": reason}


def names(records: Records, write: GraphWriter) -> None:
    """The printed forms of names."""
    for position, form in enumerate(records.of(BodyName), 1):
        write.node(form, Label.BODY_NAME, form.name, _name_source(form, write), [form.name], position=position)


def printed_forms(records: Records, write: GraphWriter) -> None:
    """Which body each form names; a form that is printed nowhere is ours."""
    for form in records.of(BodyName):
        source = _name_source(form, write)
        write.edge(form, f"has~{form.id}", form.body, "HAS_NAME", form.id, source, **_name_basis(form))


def _name_basis(form: BodyName) -> dict[str, Any]:
    if not form.written_in:
        return {"basis": Basis.ASSUMED.value, "reason": form.reason}
    return {"basis": (Basis.INFERRED if form.reason else Basis.STATED).value, "reason": form.reason}


def _name_source(form: BodyName, write: GraphWriter) -> str:
    return write.sources.cite(form.written_in) if form.written_in else f"not written in {write.sources.plan}"


def places_named(records: Records, write: GraphWriter) -> None:
    """Where each body is named, and in which form."""
    for form in records.of(BodyName):
        for place in form.written_in:
            source = write.sources.cite((place,), (form.name,))
            key = f"named~{form.id}~{place}"
            write.edge(form, key, form.body, "NAMED_IN", place, source, form=form.name, **_name_basis(form))


def relations(records: Records, write: GraphWriter) -> None:
    """How bodies stand to each other, and to events and documents."""
    for relation in records.of(BodyRelation):
        write.fact(relation, relation.body, type_of(relation.relation).name, relation.other, note=relation.note)


def functions(records: Records, write: GraphWriter) -> None:
    """What bodies are, do or decide."""
    for function in records.of(Function):
        source = write.sources.cite(function.written_in, (function.text,))
        more = attributes(function, "position", "text", "nothing_above")
        write.node(function, Label.FUNCTION, function.text, source, [function.text], **more)


def functions_had(records: Records, write: GraphWriter) -> None:
    """Which body has which function, or had it, and to which it was handed over."""
    for function in records.of(Function):
        source, until = write.nodes[function.id].source, function.until
        write.edge(function, f"has~{function.id}", function.body, "HAS_FUNCTION", function.id, source, until=until)
    for home in records.of(FunctionHome):
        write.fact(home, home.body, "HAS_FUNCTION", home.function)


def decisions(records: Records, write: GraphWriter) -> None:
    """What the plan decides or proposes about bodies."""
    for decision in records.of(Decision):
        name = decision_name(write.nodes[decision.body].name, decision.standing.value)
        more = {
            **attributes(decision, "position", "review_on", "proposed_by", "holds_until", "quote"),
            "standing": decision.standing.value,
            **basis_properties(decision),
        }
        write.node(decision, Label.DECISION, name, write.fact_source(decision), decision.quote, **more)


def decision_name(body: str, standing: str) -> str:
    """What a decision on a body is called."""
    return f"{body}: {standing}"


def decisions_taken(records: Records, write: GraphWriter) -> None:
    """Which body each decision is about."""
    for decision in records.of(Decision):
        write.fact(decision, decision.id, "DECIDES_ON", decision.body, key=f"decides~{decision.id}")
