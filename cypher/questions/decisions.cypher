CYPHER 5
// name: decisions
// description: What the plan decides about each body: new, continuing, under review, proposed or former.
MATCH (decision:Decision {plan: $plan})-[on:DECIDES_ON]->(body:Body)
RETURN decision, on, body
