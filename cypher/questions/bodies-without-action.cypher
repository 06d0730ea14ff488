CYPHER 5
// name: bodies-without-action
// description: The boards and groups that lead no action.
MATCH (body:Body {plan: $plan})
RETURN body,
       COLLECT { MATCH (body)<-[on:DECIDES_ON]-(decision:Decision) RETURN [on, decision] } AS decisions,
       COLLECT { MATCH (body)-[lead:LEADS]->(action:Action) RETURN [lead, action] } AS leads,
       COLLECT { MATCH (body)-[line:REPORTS_TO]->(above:Body) RETURN [line, above] } AS lines,
       COLLECT { MATCH (body)<-[takes:REPLACES|FORMERLY]-(successor:Body) RETURN [takes, successor] } AS successors
