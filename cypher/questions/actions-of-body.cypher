CYPHER 5
// name: actions-of-body
// description: The actions that a body leads, then those whose words only name it.
// parameter: body (body) the body | example: Business Group
// ask: what actions name {body}
// ask: trace {body}
// ask: trace body {body}
// ask: which actions involve {body}
// ask: which actions mention {body}
// ask: what actions does {body} have
// ask: list the actions of {body}
// ask: which actions are for {body}
// ask: actions of {body}
// ask: what does {body} have to do
// ask: what depends on {body}
MATCH (body:Sscb {plan: $plan, id: $body})
USING INDEX SEEK body:Sscb(plan, id)
OPTIONAL MATCH (body)-[why:LEADS|NAMED_IN]->(action:Action)
RETURN body, why, action,
       COLLECT { MATCH (action)<-[lead:LEADS]-(leader:Body) RETURN [lead, leader] } AS leads,
       COLLECT { MATCH (action)-[has:HAS_STATUS]->(status:Status) RETURN [has, status] } AS statuses,
       COLLECT {
         MATCH (body)-[member:MEMBER_OF]->(wider:Body)
         OPTIONAL MATCH (wider)-[under:LEADS]->(theirs:Action)
         RETURN [member, wider, under, theirs]
       } AS wider
