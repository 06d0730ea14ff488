CYPHER 5
// name: actions
// description: Every action of the plan, with its leads, dates and status.
// columns: action, row_id, priority, text, leads, leads_basis, timescale, due, status, status_basis, basis, reason, source
MATCH (a:Action {plan: $plan})
WITH a,
     COLLECT { MATCH (a)<-[l:LEADS]-(b:Body) WHERE l.basis IN $basis AND l.until IS NULL
               RETURN b {.name, .id, rank: l.basis_rank} ORDER BY l.position, l.id } AS leads,
     COLLECT { MATCH (a)-[h:HAS_STATUS]->(s:Status) WHERE h.basis IN $basis AND h.until IS NULL
               RETURN {name: s.name, basis: h.basis} ORDER BY h.id }[0] AS state
RETURN a.number AS action, a.id AS row_id, a.priority AS priority, a.text AS text,
       [lead IN leads | lead.name] AS leads,
       ['stated', 'inherited', 'inferred', 'assumed'][reduce(rank = null, lead IN leads |
         CASE WHEN rank IS NULL OR lead.rank > rank THEN lead.rank ELSE rank END)] AS leads_basis,
       a.timescale_printed AS timescale, coalesce(a.due, []) AS due,
       state.name AS status, state.basis AS status_basis,
       'stated' AS basis, null AS reason, a.source AS source,
       [a.id] + [lead IN leads | lead.id] AS about
ORDER BY a.position, a.id
