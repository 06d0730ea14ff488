CYPHER 5
// name: under-review
// description: The groups under review, when, and what depends on them.
MATCH (decision:Decision {plan: $plan})-[decides:DECIDES_ON]->(body:Body)
RETURN decision, decides, body,
       COLLECT { MATCH (body)-[:LEADS]->(action:Action)
                 WITH DISTINCT action
                 MATCH (action)<-[lead:LEADS]-(leader:Body)
                 RETURN [lead, leader, action] } AS leads,
       COLLECT { MATCH (body)<-[line:REPORTS_TO]-(below:Body) RETURN [line, below] } AS lines
