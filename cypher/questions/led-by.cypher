CYPHER 5
// name: led-by
// description: What a body leads, alone and jointly, and with whom.
// parameter: body (body) the body | example: QA&P
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
