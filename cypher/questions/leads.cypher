CYPHER 5
// name: leads
// description: Every lead of every action, with the ids of both.
// columns: id, action, row_id, priority, lead, lead_id, basis, reason, source, confirmed_by, confirmed_on
MATCH (a:Action {plan: $plan})<-[w:LEADS]-(b:Body)
WHERE w.basis IN $basis AND w.until IS NULL
RETURN w.id AS id, a.number AS action, a.id AS row_id, a.priority AS priority, b.name AS lead, b.id AS lead_id,
       w.basis AS basis, w.reason AS reason, w.source AS source,
       w.confirmed_by AS confirmed_by, w.confirmed_on AS confirmed_on, [a.id, b.id] AS about
ORDER BY a.position, a.id, w.position, w.id
