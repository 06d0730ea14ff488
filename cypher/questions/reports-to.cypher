CYPHER 5
// name: reports-to
// description: The bodies that report to a body directly.
// parameter: body (body) the body that receives the reports | example: Business Group
MATCH (body:Sscb {plan: $plan, id: $body})
USING INDEX SEEK body:Sscb(plan, id)
OPTIONAL MATCH (below:Body {plan: $plan})-[line:REPORTS_TO]->(body)
RETURN body, line, below
