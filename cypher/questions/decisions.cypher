CYPHER 5
// name: decisions
// description: What the plan decides about each body: new, continuing, under review, proposed or former.
// columns: body, standing, review_on, basis, reason, source
MATCH (d:Decision {plan: $plan})-[w:DECIDES_ON]->(b:Body)
WHERE w.basis IN $basis AND w.until IS NULL
RETURN b.name AS body, d.standing AS standing, d.review_on AS review_on,
       w.basis AS basis, w.reason AS reason, w.source AS source, [b.id] AS about
ORDER BY d.position, d.id, w.id
