CYPHER 5
// name: relations
// description: Every relation of some types between bodies, with the ids of both.
// parameter: via (types) the relationship types | example: REPORTS_TO, SUBGROUP_OF
// columns: body, body_id, relation, other, other_id, basis, reason, source, confirmed_by, confirmed_on
MATCH (x:Body {plan: $plan})-[r]->(y:Sscb {plan: $plan})
WHERE type(r) IN $via AND r.basis IN $basis AND r.until IS NULL
  AND (y:Body OR y:Event OR y:Document)
RETURN x.name AS body, x.id AS body_id, replace(toLower(type(r)), '_', ' ') AS relation,
       y.name AS other, y.id AS other_id,
       r.basis AS basis, r.reason AS reason, r.source AS source,
       r.confirmed_by AS confirmed_by, r.confirmed_on AS confirmed_on, [x.id, y.id] AS about
ORDER BY x.position, x.id, y.position, y.id, r.id
