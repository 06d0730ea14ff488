CYPHER 5
// name: actions-by-recommendation
// description: The actions that trace to a recommendation of a report.
// parameter: recommendation (recommendation) the report's word and the number; a number alone means the plan's default report | example: ofsted 22
// ask: trace {recommendation}
// ask: what are we doing about {recommendation}
// ask: which actions address {recommendation}
// ask: which actions answer {recommendation}
// ask: which actions cite {recommendation}
// ask: what actions trace to {recommendation}
// ask: what answers {recommendation}
// ask: what has been done about {recommendation}
// ask: what is being done about {recommendation}
// ask: how is {recommendation} addressed
// ask: how are we responding to {recommendation}
// ask: who is dealing with {recommendation}
// ask: who is accountable for {recommendation}
// ask: who is responsible for {recommendation}
// ask: who leads on {recommendation}
// ask: about {recommendation}
// ask: what is {recommendation}
// ask: what does {recommendation} say
MATCH (item:Sscb {plan: $plan, id: $recommendation})
USING INDEX SEEK item:Sscb(plan, id)
OPTIONAL MATCH (item)<-[cited:ADDRESSES]-(action:Action)
RETURN item, cited, action,
       COLLECT { MATCH (item)-[names:PART_OF|RELATES_TO|ADDRESSED_TO]-(named:Sscb) RETURN [names, named] } AS named,
       COLLECT { MATCH (item)<-[responds:RESPONDS_TO]-(responder:Sscb) RETURN [responds, responder] } AS responses,
       COLLECT { MATCH (action)<-[lead:LEADS]-(body:Body) RETURN [lead, body] } AS leads,
       COLLECT { MATCH (action)-[has:HAS_STATUS]->(status:Status) RETURN [has, status] } AS statuses
