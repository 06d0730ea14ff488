CYPHER 5
// name: reports-to
// description: The bodies that report to a body directly.
// parameter: body (body) the body that receives the reports | example: Business Group
// columns: body, relation, other, basis, reason, source, confirmed_by, confirmed_on
MATCH (x:Body {plan: $plan})-[r:REPORTS_TO]->(y:Sscb {plan: $plan, id: $body})
USING INDEX SEEK y:Sscb(plan, id)
WHERE r.basis IN $basis AND r.until IS NULL
RETURN x.name AS body, replace(toLower(type(r)), '_', ' ') AS relation, y.name AS other,
       r.basis AS basis, r.reason AS reason, r.source AS source,
       r.confirmed_by AS confirmed_by, r.confirmed_on AS confirmed_on,
       [x.id, y.id, $plan] AS about
ORDER BY x.position, x.id, r.id
