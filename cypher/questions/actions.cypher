CYPHER 5
// name: actions
// description: Every action of the plan, with its leads, dates and status.
MATCH (action:Action {plan: $plan})
RETURN action,
       COLLECT { MATCH (action)<-[lead:LEADS]-(leader:Body) RETURN [lead, leader] } AS leads,
       COLLECT { MATCH (action)-[has:HAS_STATUS]->(status:Status) RETURN [has, status] } AS statuses,
       COLLECT { MATCH (action)-[cited:ADDRESSES]->(item:Recommendation) RETURN [cited, item] } AS citations
