CYPHER 5
// name: bodies
// description: Every body that the plan names: its kind, what the plan decides or proposes about it, and where it is called statutory.
MATCH (body:Body {plan: $plan})
RETURN body,
       COLLECT { MATCH (body)<-[on:DECIDES_ON]-(decision:Decision) RETURN [on, decision] } AS decisions,
       COLLECT { MATCH (body)-[lead:LEADS]->(action:Action) RETURN [lead, action] } AS leads,
       COLLECT { MATCH (body)<-[takes:REPLACES|FORMERLY]-(successor:Body) RETURN [takes, successor] } AS successors
