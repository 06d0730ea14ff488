CYPHER 5
// name: bodies
// description: Every body that the plan names: its kind, what the plan decides or proposes about it, and where it is called statutory.
// ask: what bodies are there
// ask: list the groups
// ask: list all bodies
// ask: which groups are there
// ask: what boards and groups are there
// ask: which bodies does the plan name
// ask: which groups exist
// ask: list every body
MATCH (body:Body {plan: $plan})
RETURN body,
       COLLECT { MATCH (body)<-[on:DECIDES_ON]-(decision:Decision) RETURN [on, decision] } AS decisions,
       COLLECT { MATCH (body)-[lead:LEADS]->(action:Action) RETURN [lead, action] } AS leads,
       COLLECT { MATCH (body)<-[takes:REPLACES|FORMERLY]-(successor:Body) RETURN [takes, successor] } AS successors
