CYPHER 5
// name: reports-to
// description: The bodies that report to a body directly.
// parameter: body (body) the body that receives the reports | example: Business Group
// ask: who reports to {body}
// ask: which groups report to {body}
// ask: which bodies report to {body}
// ask: what reports to {body}
// ask: who reports directly to {body}
// ask: which groups report directly to {body}
// ask: who is accountable to {body}
// ask: which groups are accountable to {body}
// ask: whose reports does {body} receive
// ask: who reports into {body}
MATCH (body:Sscb {plan: $plan, id: $body})
USING INDEX SEEK body:Sscb(plan, id)
OPTIONAL MATCH (below:Body {plan: $plan})-[line:REPORTS_TO]->(body)
RETURN body, line, below
