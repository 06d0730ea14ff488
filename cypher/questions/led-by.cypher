CYPHER 5
// name: led-by
// description: What a body leads, alone and jointly, and with whom.
// parameter: body (body) the body | example: QA&P
// ask: what does {body} lead
// ask: what is led by {body}
// ask: which actions does {body} lead
// ask: which actions are led by {body}
// ask: what is {body} responsible for
// ask: what is {body} accountable for
// ask: what is {body} in charge of
// ask: what does {body} own
// ask: what is {body} leading on
// ask: what does {body} lead on
// ask: actions led by {body}
// ask: list what {body} leads
// ask: which actions is {body} responsible for
// ask: which actions is {body} accountable for
MATCH (body:Sscb {plan: $plan, id: $body})
USING INDEX SEEK body:Sscb(plan, id)
OPTIONAL MATCH (body)-[led:LEADS]->(action:Action)
RETURN body, led, action,
       COLLECT { MATCH (action)<-[lead:LEADS]-(leader:Body) RETURN [lead, leader] } AS leads,
       COLLECT { MATCH (action)-[has:HAS_STATUS]->(status:Status) RETURN [has, status] } AS statuses,
       COLLECT {
         MATCH (body)-[member:MEMBER_OF]->(wider:Body)
         OPTIONAL MATCH (wider)-[under:LEADS]->(theirs:Action)
         RETURN [member, wider, under, theirs]
       } AS wider
