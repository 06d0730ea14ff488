CYPHER 5
// name: leads
// description: Every lead of every action, with the ids of both.
MATCH (action:Action {plan: $plan})<-[lead:LEADS]-(body:Body)
RETURN action, lead, body
