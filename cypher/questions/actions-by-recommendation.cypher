CYPHER 5
// name: actions-by-recommendation
// description: The actions that trace to a recommendation of a report.
// parameter: recommendation (recommendation) the report's word and the number; a number alone means the plan's default report | example: ofsted 22
MATCH (item:Sscb {plan: $plan, id: $recommendation})
USING INDEX SEEK item:Sscb(plan, id)
OPTIONAL MATCH (item)<-[cited:ADDRESSES]-(action:Action)
RETURN item, cited, action,
       COLLECT { MATCH (item)-[names:PART_OF|RELATES_TO|ADDRESSED_TO]-(named:Sscb) RETURN [names, named] } AS named,
       COLLECT { MATCH (item)<-[responds:RESPONDS_TO]-(responder:Sscb) RETURN [responds, responder] } AS responses,
       COLLECT { MATCH (action)<-[lead:LEADS]-(body:Body) RETURN [lead, body] } AS leads,
       COLLECT { MATCH (action)-[has:HAS_STATUS]->(status:Status) RETURN [has, status] } AS statuses
