CYPHER 5
// name: bodies-without-action
// description: The boards and groups that lead no action.
// ask: who leads nothing
// ask: which groups lead nothing
// ask: who leads no action
// ask: which groups lead no actions
// ask: which groups have no actions
// ask: which boards and groups lead no action
// ask: which bodies lead nothing
// ask: who has nothing to do
// ask: which groups have nothing to lead
MATCH (body:Body {plan: $plan})
RETURN body,
       COLLECT { MATCH (body)<-[on:DECIDES_ON]-(decision:Decision) RETURN [on, decision] } AS decisions,
       COLLECT { MATCH (body)-[lead:LEADS]->(action:Action) RETURN [lead, action] } AS leads,
       COLLECT { MATCH (body)-[line:REPORTS_TO]->(above:Body) RETURN [line, above] } AS lines,
       COLLECT { MATCH (body)<-[takes:REPLACES|FORMERLY]-(successor:Body) RETURN [takes, successor] } AS successors
