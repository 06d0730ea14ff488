CYPHER 5
// name: serving
// description: Which priority each action serves, with the ids of both.
// columns: id, action, row_id, priority, priority_id, basis, reason, source
MATCH (a:Action {plan: $plan})-[s:SERVES]->(p:Priority)
WHERE s.basis IN $basis AND s.until IS NULL
RETURN s.id AS id, a.number AS action, a.id AS row_id, p.number AS priority, p.id AS priority_id,
       s.basis AS basis, s.reason AS reason, s.source AS source, [a.id, p.id] AS about
ORDER BY a.position, a.id, p.position, p.id, s.id
