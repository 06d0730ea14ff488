CYPHER 5
// name: led-by
// description: What a body leads, alone and jointly, and with whom.
// parameter: body (body) the body | example: QA&P
// columns: share, jointly_with, action, row_id, priority, text, leads, leads_basis, due, status, status_basis, basis, reason, source
MATCH (body:Sscb {plan: $plan, id: $body})-[w:LEADS]->(a:Action)
USING INDEX SEEK body:Sscb(plan, id)
WHERE w.basis IN $basis AND w.until IS NULL
WITH w, a,
     COLLECT { MATCH (a)<-[l:LEADS]-(b:Body) WHERE l.basis IN $basis AND l.until IS NULL
               RETURN b {.name, .id, rank: l.basis_rank} ORDER BY l.position, l.id } AS leads,
     COLLECT { MATCH (a)-[h:HAS_STATUS]->(s:Status) WHERE h.basis IN $basis AND h.until IS NULL
               RETURN {name: s.name, basis: h.basis} ORDER BY h.id }[0] AS state
WITH w, a, leads, state, [lead IN leads WHERE lead.id <> $body | lead.name] AS others
RETURN CASE WHEN size(others) = 0 THEN 'alone' ELSE 'jointly' END AS share, others AS jointly_with,
       a.number AS action, a.id AS row_id, a.priority AS priority, a.text AS text,
       [lead IN leads | lead.name] AS leads,
       ['stated', 'inherited', 'inferred', 'assumed'][reduce(rank = null, lead IN leads |
         CASE WHEN rank IS NULL OR lead.rank > rank THEN lead.rank ELSE rank END)] AS leads_basis,
       coalesce(a.due, []) AS due,
       state.name AS status, state.basis AS status_basis,
       w.basis AS basis, w.reason AS reason, w.source AS source,
       [a.id] + [lead IN leads | lead.id] AS about
ORDER BY a.position, a.id, w.id
