CYPHER 5
// name: actions-by-recommendation
// description: The actions that trace to a numbered recommendation of the inspection report.
// parameter: recommendation (ofsted) the recommendation's number | example: 22
// columns: action, row_id, priority, text, leads, leads_basis, due, status, status_basis, basis, reason, source
MATCH (a:Action {plan: $plan})-[c:ADDRESSES]->(r:Sscb {plan: $plan, id: $recommendation})
USING INDEX SEEK r:Sscb(plan, id)
WHERE c.basis IN $basis AND c.until IS NULL
WITH a, c, r,
     COLLECT { MATCH (a)<-[l:LEADS]-(b:Body) WHERE l.basis IN $basis AND l.until IS NULL
               RETURN b {.name, .id, rank: l.basis_rank} ORDER BY l.position, l.id } AS leads,
     COLLECT { MATCH (a)-[h:HAS_STATUS]->(s:Status) WHERE h.basis IN $basis AND h.until IS NULL
               RETURN {name: s.name, basis: h.basis} ORDER BY h.id }[0] AS state
RETURN a.number AS action, a.id AS row_id, a.priority AS priority, a.text AS text,
       [lead IN leads | lead.name] AS leads,
       ['stated', 'inherited', 'inferred', 'assumed'][reduce(rank = null, lead IN leads |
         CASE WHEN rank IS NULL OR lead.rank > rank THEN lead.rank ELSE rank END)] AS leads_basis,
       coalesce(a.due, []) AS due,
       state.name AS status, state.basis AS status_basis,
       c.basis AS basis, c.reason AS reason, c.source AS source,
       [a.id] + [lead IN leads | lead.id] + [r.id] AS about
ORDER BY a.position, a.id, c.id
