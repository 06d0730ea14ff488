CYPHER 5
// name: decisions
// description: What the plan decides or proposes about each body, by whom, until when, and when it is reviewed.
MATCH (decision:Decision {plan: $plan})-[on:DECIDES_ON]->(body:Body)
RETURN decision, on, body
