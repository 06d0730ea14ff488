CYPHER 5
// name: actions-by-recommendation
// description: The actions that trace to a numbered recommendation of the inspection report.
// parameter: recommendation (ofsted) the recommendation's number | example: 22
// columns: action, row_id, priority, text, leads, leads_basis, due, status, basis, reason, source
MATCH (a:Action {plan: $plan})-[c:ADDRESSES]->(r:Sscb:OfstedRecommendation {plan: $plan, id: $recommendation})
WHERE c.basis IN $basis AND c.until IS NULL
RETURN a.number AS action, a.id AS row_id, a.priority AS priority, a.text AS text,
       COLLECT { MATCH (a)<-[l:LEADS]-(b:Body) WHERE l.basis IN $basis AND l.until IS NULL
                 RETURN b.name ORDER BY l.position, l.id } AS leads,
       ['stated', 'inherited', 'inferred', 'assumed'][
         COLLECT { MATCH (a)<-[l:LEADS]-(:Body) WHERE l.basis IN $basis AND l.until IS NULL
                   RETURN l.basis_rank ORDER BY l.basis_rank DESC LIMIT 1 }[0]] AS leads_basis,
       coalesce(a.due, []) AS due,
       COLLECT { MATCH (a)-[h:HAS_STATUS]->(s:Status) WHERE h.basis IN $basis AND h.until IS NULL
                 RETURN s.name ORDER BY h.id }[0] AS status,
       c.basis AS basis, c.reason AS reason, c.source AS source,
       [a.id] + COLLECT { MATCH (a)<-[l:LEADS]-(b:Body) WHERE l.basis IN $basis AND l.until IS NULL RETURN b.id ORDER BY b.id } + [r.id] AS about
ORDER BY a.position, a.id, c.id
