CYPHER 5
// name: led-by
// description: What a body leads, alone and jointly, and with whom.
// parameter: body (body) the body | example: QA&P
// columns: share, jointly_with, action, row_id, priority, text, leads, leads_basis, due, status, basis, reason, source
MATCH (body:Sscb:Body {plan: $plan, id: $body})-[w:LEADS]->(a:Action)
WHERE w.basis IN $basis AND w.until IS NULL
WITH body, w, a,
     COLLECT { MATCH (a)<-[l:LEADS]-(b:Body) WHERE l.basis IN $basis AND l.until IS NULL AND b.id <> $body
               RETURN b.name ORDER BY l.position, l.id } AS others
RETURN CASE WHEN size(others) = 0 THEN 'alone' ELSE 'jointly' END AS share, others AS jointly_with,
       a.number AS action, a.id AS row_id, a.priority AS priority, a.text AS text,
       COLLECT { MATCH (a)<-[l:LEADS]-(b:Body) WHERE l.basis IN $basis AND l.until IS NULL
                 RETURN b.name ORDER BY l.position, l.id } AS leads,
       ['stated', 'inherited', 'inferred', 'assumed'][
         COLLECT { MATCH (a)<-[l:LEADS]-(:Body) WHERE l.basis IN $basis AND l.until IS NULL
                   RETURN l.basis_rank ORDER BY l.basis_rank DESC LIMIT 1 }[0]] AS leads_basis,
       coalesce(a.due, []) AS due,
       COLLECT { MATCH (a)-[h:HAS_STATUS]->(s:Status) WHERE h.basis IN $basis AND h.until IS NULL
                 RETURN s.name ORDER BY h.id }[0] AS status,
       w.basis AS basis, w.reason AS reason, w.source AS source,
       [a.id] + COLLECT { MATCH (a)<-[l:LEADS]-(b:Body) WHERE l.basis IN $basis AND l.until IS NULL RETURN b.id ORDER BY b.id } AS about
ORDER BY a.position, a.id, w.id
