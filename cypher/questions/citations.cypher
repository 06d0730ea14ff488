CYPHER 5
// name: citations
// description: Every citation of a numbered recommendation by an action, with the ids of both.
// columns: id, item, item_id, title, recommendation, action, row_id, priority, basis, reason, source
MATCH (r:OfstedRecommendation {plan: $plan})<-[c:ADDRESSES]-(a:Action)
WHERE c.basis IN $basis AND c.until IS NULL
RETURN c.id AS id, toString(r.number) AS item, r.id AS item_id, r.topic AS title, r.recommendation AS recommendation,
       a.number AS action, a.id AS row_id, a.priority AS priority,
       c.basis AS basis, c.reason AS reason, c.source AS source, [r.id, a.id] AS about
ORDER BY r.position, r.id, a.position, a.id, c.id
