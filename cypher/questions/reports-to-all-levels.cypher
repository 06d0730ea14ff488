CYPHER 5
// name: reports-to-all-levels
// description: The bodies that report to a body, directly or through others.
// parameter: body (body) the body that receives the reports | example: SSCB
MATCH (root:Sscb {plan: $plan, id: $body})
USING INDEX SEEK root:Sscb(plan, id)
MATCH SHORTEST 1 (root)(()<-[:REPORTS_TO]-()){0,}(above:Body {plan: $plan})
OPTIONAL MATCH (below:Body {plan: $plan})-[line:REPORTS_TO]->(above)
RETURN root, above, line, below
