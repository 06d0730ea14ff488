CYPHER 5
// name: replaced-or-renamed
// description: What replaced what, and what was renamed.
// columns: body, relation, other, basis, reason, source, confirmed_by, confirmed_on
MATCH (x:Body {plan: $plan})-[r:REPLACES|FORMERLY]->(y:Body)
WHERE r.basis IN $basis AND r.until IS NULL
RETURN x.name AS body, replace(toLower(type(r)), '_', ' ') AS relation, y.name AS other,
       r.basis AS basis, r.reason AS reason, r.source AS source,
       r.confirmed_by AS confirmed_by, r.confirmed_on AS confirmed_on,
       [x.id, y.id] AS about
ORDER BY x.position, x.id, y.position, y.id, r.id
