CYPHER 5
// name: summary-by-lead
// description: How many actions each body leads, alone and jointly, and how many have each status.
// columns: lead, actions, alone, jointly, completed, green, amber, red, other, blank, basis, source
CALL () {
  MATCH (b:Body {plan: $plan})-[w:LEADS]->(a:Action)
  WHERE w.basis IN $basis AND w.until IS NULL
  WITH b, a, max(w.basis_rank) AS lead_rank
  WITH b, a, lead_rank,
       COLLECT { MATCH (a)-[h:HAS_STATUS]->(s:Status) WHERE h.basis IN $basis AND h.until IS NULL RETURN s.search_text ORDER BY h.id }[0] AS state,
       COLLECT { MATCH (a)-[h:HAS_STATUS]->(:Status) WHERE h.basis IN $basis AND h.until IS NULL RETURN h.basis_rank ORDER BY h.basis_rank DESC LIMIT 1 }[0] AS rank,
       COUNT { MATCH (a)<-[o:LEADS]-(c:Body) WHERE o.basis IN $basis AND o.until IS NULL AND c.id <> b.id } AS others
  WITH b, collect(coalesce(state, '')) AS states, sum(CASE others WHEN 0 THEN 1 ELSE 0 END) AS alone,
       max(lead_rank) AS ranked, coalesce(max(rank), 0) AS state_rank
  RETURN 0 AS part, b.position AS position, b.id AS id, b.name AS lead, states, alone,
         size(states) - alone AS jointly, CASE WHEN ranked > state_rank THEN ranked ELSE state_rank END AS ranked,
         b.source AS source, [b.id] AS about
  UNION ALL
  MATCH (plan:Plan {plan: $plan})
  MATCH (a:Action {plan: $plan})
  WHERE NOT EXISTS { MATCH (a)<-[w:LEADS]-(:Body) WHERE w.basis IN $basis AND w.until IS NULL }
  WITH plan, a,
       COLLECT { MATCH (a)-[h:HAS_STATUS]->(s:Status) WHERE h.basis IN $basis AND h.until IS NULL RETURN s.search_text ORDER BY h.id }[0] AS state,
       COLLECT { MATCH (a)-[h:HAS_STATUS]->(:Status) WHERE h.basis IN $basis AND h.until IS NULL RETURN h.basis_rank ORDER BY h.basis_rank DESC LIMIT 1 }[0] AS rank
  WITH plan, collect(coalesce(state, '')) AS states, coalesce(max(rank), 0) AS ranked
  RETURN 1 AS part, 0 AS position, '' AS id, null AS lead, states, 0 AS alone, 0 AS jointly, ranked,
         plan.source AS source, [] AS about
}
RETURN lead, size(states) AS actions, alone, jointly,
       size([s IN states WHERE s = 'completed']) AS completed,
       size([s IN states WHERE s = 'green']) AS green,
       size([s IN states WHERE s = 'amber']) AS amber,
       size([s IN states WHERE s = 'red']) AS red,
       size([s IN states WHERE s <> '' AND NOT s IN ['completed', 'green', 'amber', 'red']]) AS other,
       size([s IN states WHERE s = '']) AS blank,
       ['stated', 'inherited', 'inferred', 'assumed'][ranked] AS basis, source, about
ORDER BY part, position, id
