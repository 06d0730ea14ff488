CYPHER 5
// name: bodies
// description: Every body that the plan names: its kind, what the plan decides about it, and where it is called statutory.
// columns: body, body_id, kind, group, statutory, standing, review_on, standing_basis, standing_reason, standing_source, leads, basis, reason, source
MATCH (b:Body {plan: $plan})
WITH b,
     COLLECT { MATCH (d:Decision {plan: $plan})-[w:DECIDES_ON]->(b) WHERE w.basis IN $basis AND w.until IS NULL
               RETURN {standing: d.standing, review_on: d.review_on, basis: w.basis, reason: w.reason, source: w.source}
               ORDER BY d.position, d.id, w.id }[0] AS decided,
     COLLECT { MATCH (b)-[l:LEADS]->(a:Action) WHERE l.basis IN $basis AND l.until IS NULL
               WITH DISTINCT a RETURN a.number ORDER BY a.position, a.id } AS leads
RETURN b.name AS body, b.id AS body_id, b.kind AS kind,
       b:Board OR b:Executive OR b:Subgroup OR b:Panel OR b:TaskAndFinishGroup OR b:Group AS group,
       b.statutory AS statutory,
       decided.standing AS standing, decided.review_on AS review_on, decided.basis AS standing_basis,
       decided.reason AS standing_reason, decided.source AS standing_source, leads,
       b.basis AS basis, b.reason AS reason, b.source AS source, [b.id] AS about
ORDER BY b.position, b.id
