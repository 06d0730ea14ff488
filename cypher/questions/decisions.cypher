CYPHER 5
// name: decisions
// description: What the plan decides or proposes about each body, by whom, until when, and when it is reviewed.
// ask: what has been decided
// ask: what has been decided about the groups
// ask: what does the plan decide about the groups
// ask: which groups are new
// ask: which groups continue
// ask: which groups are proposed
// ask: which groups are former
// ask: what is proposed
// ask: what decisions have been made
// ask: list all decisions
// ask: what is decided and what is proposed
// ask: what happens to the groups
// ask: what is proposed and by whom
// ask: who proposed what
// ask: which groups are proposed to continue
MATCH (decision:Decision {plan: $plan})-[on:DECIDES_ON]->(body:Body)
RETURN decision, on, body
