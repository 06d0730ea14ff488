CYPHER 5
// name: under-review
// description: The groups under review, when, and what depends on them.
// ask: which groups are under review
// ask: what is under review
// ask: what is being reviewed
// ask: which groups are being reviewed
// ask: which groups may be ended
// ask: what reviews are coming up
// ask: which groups are to be reviewed
// ask: when are the groups reviewed
// ask: which bodies are under review
// ask: when will the groups be reviewed
MATCH (decision:Decision {plan: $plan})-[decides:DECIDES_ON]->(body:Body)
RETURN decision, decides, body,
       COLLECT { MATCH (body)-[:LEADS]->(action:Action)
                 WITH DISTINCT action
                 MATCH (action)<-[lead:LEADS]-(leader:Body)
                 RETURN [lead, leader, action] } AS leads,
       COLLECT { MATCH (body)<-[line:REPORTS_TO]-(below:Body) RETURN [line, below] } AS lines
