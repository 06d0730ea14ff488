CYPHER 5
// name: peer-coverage
// description: Every recommendation of the peer review, with what answers it.
// columns: item, text, responses, basis, source
MATCH (r:PeerReviewRecommendation {plan: $plan})
RETURN toString(r.number) AS item, r.text AS text,
       COLLECT { MATCH (r)<-[w:RESPONDS_TO]-(x) WHERE w.basis IN $basis AND w.until IS NULL RETURN x.name ORDER BY x.position, x.id, w.id } AS responses,
       coalesce(['stated', 'inherited', 'inferred', 'assumed'][
         COLLECT { MATCH (r)<-[w:RESPONDS_TO]-() WHERE w.basis IN $basis AND w.until IS NULL
                   RETURN w.basis_rank ORDER BY w.basis_rank DESC LIMIT 1 }[0]], 'stated') AS basis,
       r.source AS source, [r.id] AS about
ORDER BY r.position, r.id
