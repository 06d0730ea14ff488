CYPHER 5
// name: relations
// description: Every relation of some types that starts at a body, with the ids of both ends.
// parameter: via (types) the relationship types | example: REPORTS_TO, SUBGROUP_OF
// columns: id, body, body_id, relation, other, other_id, other_kind, basis, reason, source, confirmed_by, confirmed_on, note
MATCH (x:Body {plan: $plan})-[r]->(y:Sscb {plan: $plan})
WHERE type(r) IN $via AND r.basis IN $basis AND r.until IS NULL
RETURN r.id AS id, x.name AS body, x.id AS body_id, replace(toLower(type(r)), '_', ' ') AS relation,
       y.name AS other, y.id AS other_id,
       CASE WHEN y:Body THEN y.kind WHEN y:Event THEN 'event' WHEN y:Document THEN 'document'
            WHEN y:PeerReviewRecommendation THEN 'recommendation of the peer review' ELSE 'thing' END AS other_kind,
       r.basis AS basis, r.reason AS reason, r.source AS source,
       r.confirmed_by AS confirmed_by, r.confirmed_on AS confirmed_on, r.note AS note, [x.id, y.id] AS about
ORDER BY x.position, x.id, y.position, y.id, r.id
