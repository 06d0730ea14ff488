CYPHER 5
// name: summary-by-lead
// description: How many actions each body leads, alone and jointly, and how many have each status.
MATCH (plan:Sscb:Plan {plan: $plan, id: $plan})
USING INDEX SEEK plan:Sscb(plan, id)
OPTIONAL MATCH (action:Action {plan: $plan})
RETURN plan, action,
       COLLECT { MATCH (action)<-[lead:LEADS]-(body:Body) RETURN [lead, body] } AS leads,
       COLLECT { MATCH (action)-[has:HAS_STATUS]->(status:Status) RETURN [has, status] } AS statuses
