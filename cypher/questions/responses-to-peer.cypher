CYPHER 5
// name: responses-to-peer
// description: What in the plan answers a recommendation of the peer review.
// parameter: recommendation (peer) the recommendation's number, in the order printed | example: 3
// columns: recommendation, responder, responder_id, kind, relation, text, basis, reason, source
MATCH (x:Sscb {plan: $plan})-[w:RESPONDS_TO]->(r:Sscb {plan: $plan, id: $recommendation})
USING INDEX SEEK r:Sscb(plan, id)
WHERE w.basis IN $basis AND w.until IS NULL
RETURN r.name AS recommendation, x.name AS responder, x.id AS responder_id,
       toLower([kind IN ['Action', 'Body', 'Decision', 'Passage'] WHERE kind IN labels(x)][0]) AS kind,
       'responds to' AS relation, r.text AS text,
       w.basis AS basis, w.reason AS reason, w.source AS source, [r.id, x.id] AS about
ORDER BY x.position, x.id, w.id
