CYPHER 5
// name: summary-by-priority
// description: How many actions serve each priority, and how many have each status.
// columns: priority, title, actions, completed, green, amber, red, other, blank, no_date, basis, source
MATCH (p:Priority {plan: $plan})
OPTIONAL MATCH (p)<-[w:SERVES]-(a:Action) WHERE w.basis IN $basis AND w.until IS NULL
WITH p, w, a,
     COLLECT { MATCH (a)-[h:HAS_STATUS]->(s:Status) WHERE h.basis IN $basis AND h.until IS NULL RETURN s.search_text ORDER BY h.id }[0] AS state,
     COLLECT { MATCH (a)-[h:HAS_STATUS]->(:Status) WHERE h.basis IN $basis AND h.until IS NULL RETURN h.basis_rank ORDER BY h.basis_rank DESC LIMIT 1 }[0] AS rank
WITH p, collect(CASE WHEN a IS NOT NULL THEN coalesce(state, '') END) AS states,
     sum(CASE WHEN a IS NOT NULL AND size(coalesce(a.due, [])) = 0 THEN 1 ELSE 0 END) AS no_date,
     coalesce(max(w.basis_rank), 0) AS ranked, coalesce(max(rank), 0) AS state_rank
RETURN p.number AS priority, p.wording AS title, size(states) AS actions,
       size([s IN states WHERE s = 'completed']) AS completed,
       size([s IN states WHERE s = 'green']) AS green,
       size([s IN states WHERE s = 'amber']) AS amber,
       size([s IN states WHERE s = 'red']) AS red,
       size([s IN states WHERE s <> '' AND NOT s IN ['completed', 'green', 'amber', 'red']]) AS other,
       size([s IN states WHERE s = '']) AS blank,
       no_date,
       ['stated', 'inherited', 'inferred', 'assumed'][CASE WHEN ranked > state_rank THEN ranked ELSE state_rank END] AS basis,
       p.source AS source, [p.id] AS about
ORDER BY p.position, p.id
