"""Records -> nodes and relationships, one method a topic."""

from __future__ import annotations

from urllib.parse import quote

from sscb_graph import dates
from sscb_graph.graph.writer import STATED, Writer, label, own, period, support
from sscb_graph.ontology import Label, type_of
from sscb_graph.property_graph import Graph
from sscb_graph.records import (
    Abbreviation,
    Acceptance,
    Action,
    Body,
    BodyName,
    BodyRelation,
    Citation,
    Decision,
    Document,
    Event,
    Function,
    Lead,
    Link,
    Note,
    OfstedRecommendation,
    Passage,
    PeerReviewRecommendation,
    Priority,
    Response,
    SharedOutcome,
    Status,
    Title,
)
from sscb_graph.text import fold


class Builder(Writer):
    """Builds the graph of one plan."""

    def build(self) -> Graph:
        """The whole graph, topic by topic."""
        self._document()
        self._bodies()
        self._actions()
        self._recommendations()
        self._action_facts()
        self._body_facts()
        self._rest()
        self._remarks()
        self.graph.graph["plan"] = self.plan.id
        return self.graph

    def _document(self) -> None:
        plan = self.plan
        known = {"title": plan.title, "board": plan.board, "recommendations_document": plan.recommendations_document}
        source = f"{plan.short_title}: {plan.title}"
        self.node(plan.id, [Label.PLAN], plan.short_title, source, [plan.title], position=0, **known, **period(plan))
        for title in self.records.of(Title):
            source = self.source((title.id,), (title.text,))
            self.node(
                title.id,
                [Label.TITLE],
                title.text,
                source,
                [title.text],
                **own(title, "position"),
                text=title.text,
                **period(title),
            )
            self.part_of(title.id, source)
        for one in self.records.of(Passage):
            source = self.source((one.id,), (one.text,))
            more = own(one, "position", "kind", "heading", "page", "text")
            self.node(one.id, [Label.PASSAGE], f"{one.heading} ({one.kind})", source, [one.text, one.heading], **more)
            self.part_of(one.id, source)
        for priority in self.records.of(Priority):
            source = self.source((priority.id,), (priority.wording,))
            more = own(priority, "position", "number", "wording", "wording_in_table")
            search = [priority.wording, priority.wording_in_table]
            self.node(priority.id, [Label.PRIORITY], f"Priority {priority.number}", source, search, **more)
            self.part_of(priority.id, source)

    def _bodies(self) -> None:
        forms: dict[str, list[str]] = {}
        for form in self.records.of(BodyName):
            forms.setdefault(form.body, []).append(form.name)
        for body in self.records.of(Body):
            printed = forms.get(body.id, [])
            source = self.fact_source(body)
            more = {
                **own(body, "position"),
                "kind": body.kind.value,
                **support(body),
                "printed_names": tuple(printed),
            }
            if body.statutory_in:
                more["statutory"] = self.source(body.statutory_in)
            self.node(body.id, [Label.BODY, label(body.kind.value)], body.name, source, [body.name, *printed], **more)
        for position, form in enumerate(self.records.of(BodyName), 1):
            source = self.source(form.written_in) if form.written_in else f"not written in {self.plan.short_title}"
            self.node(form.id, [Label.BODY_NAME], form.name, source, [form.name], position=position)
            self.edge(
                f"has~{form.id}", form.body, "HAS_NAME", form.id, STATED if form.written_in else "assumed", source
            )

    def _actions(self) -> None:
        for action in self.records.of(Action):
            source = self.source((action.row_id,), (action.text,))
            number = self.numbers[action.priority]
            cells = own(action, "position", "number", "number_printed", "text", "outcome", "lead_printed")
            cells |= own(action, "recs_printed", "timescale_printed", "due", "status_printed")
            more = {**cells, "priority": number, "due_last": tuple(dates.last_day(day) for day in action.due)}
            search = [action.text, action.outcome, action.lead_printed, action.timescale_printed, action.number_printed]
            search += [action.recs_printed, action.status_printed]
            self.node(action.row_id, [Label.ACTION], action.number, source, search, **more)
            self.part_of(action.row_id, source)
            self.edge(
                f"serves~{action.row_id}",
                action.row_id,
                "SERVES",
                action.priority,
                STATED,
                self.source((action.row_id,)),
            )

    def _recommendations(self) -> None:
        documents = {document.id: document.name for document in self.records.of(Document)}
        report = self.plan.recommendations_document
        kinds = [Label.RECOMMENDATION, Label.OFSTED_RECOMMENDATION]
        for item in self.records.of(OfstedRecommendation):
            page = f", page {item.page}" if item.page else ""
            source = f"{documents[report] if report else 'the report whose items are cited'}, item {item.number}{page}"
            more = {**own(item, "position", "number", "page", "recommendation", "topic"), "kind": item.kind.value}
            self.node(item.id, kinds, f"Ofsted {item.number}", source, [item.topic], **more)
        for peer in self.records.of(PeerReviewRecommendation):
            source = self.source((peer.id,), (peer.text,))
            labels = [Label.RECOMMENDATION, Label.PEER_REVIEW_RECOMMENDATION]
            self.node(
                peer.id,
                labels,
                f"Peer review {peer.number}",
                source,
                [peer.text],
                **own(peer, "position", "number", "text"),
            )
            self.part_of(peer.id, source)

    def _action_facts(self) -> None:
        for lead in self.records.of(Lead):
            self.fact(lead, lead.body, "LEADS", lead.row_id, position=lead.position)
        for citation in self.records.of(Citation):
            self.fact(citation, citation.row_id, "ADDRESSES", citation.recommendation)
        for shared in self.records.of(SharedOutcome):
            source = self.source((shared.other,))
            self.edge(
                shared.id,
                shared.row_id,
                "SHARES_OUTCOME_OF",
                shared.other,
                shared.basis.value,
                source,
                reason=shared.reason,
            )
        for link in self.records.of(Link):
            source = self.source((link.row_id,), link.quote)
            more = {"reason": link.reason, "quote": link.quote, "doubt": link.doubt}
            self.edge(link.id, link.row_id, type_of(link.relation), link.other, link.basis.value, source, **more)
        for status in self.records.of(Status):
            key = f"rag~{quote(fold(status.status))}"
            if key not in self.graph:
                self.node(
                    key,
                    [Label.STATUS],
                    status.status,
                    f"{self.plan.short_title}, action plan, status column",
                    [status.status],
                    position=0,
                )
            self.fact(status, status.row_id, "HAS_STATUS", key)

    def _body_facts(self) -> None:
        for relation in self.records.of(BodyRelation):
            self.fact(relation, relation.body, type_of(relation.relation), relation.other, note=relation.note)
        for one in self.records.of(Function):
            source = self.source(one.written_in, (one.text,))
            self.node(one.id, [Label.FUNCTION], one.text, source, [one.text], **own(one, "position", "text"))
            self.edge(f"has~{one.id}", one.body, "HAS_FUNCTION", one.id, STATED, source)
        for decision in self.records.of(Decision):
            name = f"{self.graph.nodes[decision.body]['name']}: {decision.standing.value}"
            more = {
                **own(decision, "position", "review_on"),
                "standing": decision.standing.value,
                **support(decision),
            }
            source = self.fact_source(decision)
            self.node(decision.id, [Label.DECISION], name, source, [*decision.quote], quote=decision.quote, **more)
            self.fact(decision, decision.id, "DECIDES_ON", decision.body, key=f"decides~{decision.id}")
        for form in self.records.of(BodyName):
            for place in form.written_in:
                source = self.source((place,), (form.name,))
                self.edge(f"named~{form.id}~{place}", form.body, "NAMED_IN", place, STATED, source, form=form.name)

    def _rest(self) -> None:
        for response in self.records.of(Response):
            self.fact(response, response.responder, "RESPONDS_TO", response.recommendation)
        for event in self.records.of(Event):
            source = self.source(event.written_in, event.quote)
            self.node(
                event.id,
                [Label.EVENT],
                event.name,
                source,
                [event.name, *event.quote],
                **own(event, "position", "quote"),
                **period(event),
            )
            for body in event.bodies:
                self.edge(f"concerns~{event.id}~{body}", event.id, "CONCERNS", body, STATED, source)
        for document in self.records.of(Document):
            more = {**own(document, "position", "kind", "date"), **support(document)}
            self.node(
                document.id,
                [Label.DOCUMENT],
                document.name,
                self.fact_source(document),
                [document.name, *document.quote],
                **more,
            )
        self._report()

    def _report(self) -> None:
        if report := self.plan.recommendations_document:
            for item in self.records.of(OfstedRecommendation):
                self.part_of(item.id, self.graph.nodes[item.id]["source"], report)

    def _remarks(self) -> None:
        for position, short in enumerate(self.records.of(Abbreviation), 1):
            more = {**support(short), "expansion": short.expansion, "position": position}
            source = self.fact_source(short)
            self.node(
                short.id,
                [Label.ABBREVIATION],
                short.abbreviation,
                source,
                [short.abbreviation, short.expansion],
                **more,
            )
            if short.body:
                basis, reason = (STATED, None) if short.expansion else ("inferred", "the text never expands it")
                self.edge(f"abbreviates~{short.id}", short.id, "ABBREVIATES", short.body, basis, source, reason=reason)
        for note in self.records.of(Note):
            about = note.about or self.plan.id
            source = f"a note on {about}" + (f": {note.reason}" if note.reason else "")
            self.node(
                note.id, [Label.NOTE], note.id, source, [note.text], **own(note, "position", "text", "reason", "basis")
            )
            self.edge(f"on~{note.id}", note.id, "NOTE_ON", about, note.basis, source, reason=note.reason)
        for position, accepted in enumerate(self.records.of(Acceptance), 1):
            key = f"accepted~{quote(accepted.finding)}"
            source = f"accepted by {accepted.accepted_by} on {accepted.accepted_on}"
            more = own(accepted, "finding", "reason", "accepted_by", "accepted_on")
            self.node(key, [Label.ACCEPTANCE], accepted.finding, source, [accepted.reason], position=position, **more)
