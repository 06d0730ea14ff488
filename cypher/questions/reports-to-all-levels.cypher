CYPHER 5
// name: reports-to-all-levels
// description: The bodies that report to a body, directly or through others.
// parameter: body (body) the body that receives the reports | example: SSCB
// ask: who reports to {body} at all levels
// ask: who reports to {body} directly or indirectly
// ask: who reports to {body} through others
// ask: who is below {body}
// ask: who is under {body}
// ask: which groups are below {body}
// ask: which groups are under {body}
// ask: everyone who reports to {body}
// ask: who reports to {body} directly and indirectly
MATCH (root:Sscb {plan: $plan, id: $body})
USING INDEX SEEK root:Sscb(plan, id)
MATCH SHORTEST 1 (root)(()<-[:REPORTS_TO]-()){0,}(above:Body {plan: $plan})
OPTIONAL MATCH (below:Body {plan: $plan})-[line:REPORTS_TO]->(above)
RETURN root, above, line, below
