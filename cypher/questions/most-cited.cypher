CYPHER 5
// name: most-cited
// description: The recommendations that actions cite, the most cited first.
// columns: item, title, citations, actions, also, recommendation, basis, source
MATCH (r:OfstedRecommendation {plan: $plan})
WITH r,
     COLLECT { MATCH (r)<-[c:ADDRESSES]-(a:Action) WHERE c.basis IN $basis AND c.until IS NULL AND c.basis = 'stated'
               RETURN a.number ORDER BY a.position, a.id, c.id } AS actions,
     COLLECT { MATCH (r)<-[c:ADDRESSES]-(a:Action) WHERE c.basis IN $basis AND c.until IS NULL AND c.basis <> 'stated'
               RETURN a.number + ' (' + c.basis + ')' ORDER BY a.position, a.id, c.id } AS also
WHERE size(actions) > 0
RETURN toString(r.number) AS item, r.topic AS title, size(actions) AS citations, actions, also,
       r.recommendation AS recommendation, 'stated' AS basis, r.source AS source,
       [r.id] AS about
ORDER BY citations DESC, r.position, r.id
