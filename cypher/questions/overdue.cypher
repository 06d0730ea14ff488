CYPHER 5
// name: overdue
// description: The actions with a date strictly before a day that are not completed.
// parameter: as_at (day) the day to judge by | example: 2018-10-01
// columns: counted, timescale, action, row_id, priority, text, leads, leads_basis, due, status, status_basis, basis, reason, source
MATCH (a:Action {plan: $plan})
WITH a, [i IN range(0, size(coalesce(a.due, [])) - 1) WHERE a.due_last[i] < $as_at | a.due[i]] AS counted
WHERE size(counted) > 0
  AND NOT EXISTS { MATCH (a)-[h:HAS_STATUS]->(s:Status) WHERE h.basis IN $basis AND h.until IS NULL AND s.search_text = 'completed' }
WITH a, counted,
     COLLECT { MATCH (a)<-[l:LEADS]-(b:Body) WHERE l.basis IN $basis AND l.until IS NULL
               RETURN b {.name, .id, rank: l.basis_rank} ORDER BY l.position, l.id } AS leads,
     COLLECT { MATCH (a)-[h:HAS_STATUS]->(s:Status) WHERE h.basis IN $basis AND h.until IS NULL
               RETURN {name: s.name, basis: h.basis} ORDER BY h.id }[0] AS state
RETURN counted, a.timescale_printed AS timescale,
       a.number AS action, a.id AS row_id, a.priority AS priority, a.text AS text,
       [lead IN leads | lead.name] AS leads,
       ['stated', 'inherited', 'inferred', 'assumed'][reduce(rank = null, lead IN leads |
         CASE WHEN rank IS NULL OR lead.rank > rank THEN lead.rank ELSE rank END)] AS leads_basis,
       coalesce(a.due, []) AS due,
       state.name AS status, state.basis AS status_basis,
       'stated' AS basis, null AS reason, a.source AS source,
       [a.id] + [lead IN leads | lead.id] AS about
ORDER BY a.position, a.id
