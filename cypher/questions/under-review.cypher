CYPHER 5
// name: under-review
// description: The groups under review, when, and what depends on them.
// columns: body, review_on, leads_alone, leads_jointly, reports_to_it, basis, reason, source
MATCH (d:Decision {plan: $plan, standing: 'under review'})-[w:DECIDES_ON]->(b:Body)
WHERE w.basis IN $basis AND w.until IS NULL
RETURN b.name AS body, d.review_on AS review_on,
       COLLECT { MATCH (b)-[l:LEADS]->(a:Action) WHERE l.basis IN $basis AND l.until IS NULL
                   AND NOT EXISTS { MATCH (a)<-[o:LEADS]-(c:Body) WHERE o.basis IN $basis AND o.until IS NULL AND c.id <> b.id }
                 WITH DISTINCT a RETURN a.number ORDER BY a.position, a.id } AS leads_alone,
       COLLECT { MATCH (b)-[l:LEADS]->(a:Action) WHERE l.basis IN $basis AND l.until IS NULL
                   AND EXISTS { MATCH (a)<-[o:LEADS]-(c:Body) WHERE o.basis IN $basis AND o.until IS NULL AND c.id <> b.id }
                 WITH DISTINCT a RETURN a.number ORDER BY a.position, a.id } AS leads_jointly,
       COLLECT { MATCH (b)<-[r:REPORTS_TO]-(x:Body) WHERE r.basis IN $basis AND r.until IS NULL
                 WITH DISTINCT x RETURN x.name ORDER BY x.position, x.id } AS reports_to_it,
       w.basis AS basis, w.reason AS reason, w.source AS source, [b.id] AS about
ORDER BY d.position, d.id, w.id
