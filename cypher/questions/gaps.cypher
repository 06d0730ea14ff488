CYPHER 5
// name: gaps
// description: What the plan leaves open: uncited recommendations, actions without a recommendation, lead, status or date, and more.
// columns: gap, item, id, title, priority, cited_by, instead, basis, source
CALL () {
  MATCH (r:OfstedRecommendation {plan: $plan, recommendation: true})
  WITH r, COLLECT { MATCH (r)<-[c:ADDRESSES]-(x:Action) WHERE c.basis IN $basis AND c.until IS NULL AND c.basis = 'stated' RETURN x.number ORDER BY x.position, x.id, c.id } AS cited WHERE size(cited) = 0
  RETURN 0 AS part, 'recommendation-without-action' AS gap, toString(r.number) AS item, r.id AS id, r.topic AS title, null AS priority,
         cited AS cited_by, COLLECT { MATCH (r)<-[w:ADDRESSES]-(x:Action) WHERE w.basis IN $basis AND w.until IS NULL AND w.basis <> 'stated'
         RETURN x.name + ' (' + w.basis + ')' ORDER BY x.position, x.id, w.id } AS instead, r.source AS source, [r.id] AS about, r.position AS position
  UNION ALL
  MATCH (r:OfstedRecommendation {plan: $plan})
  WITH r, COLLECT { MATCH (r)<-[c:ADDRESSES]-(x:Action) WHERE c.basis IN $basis AND c.until IS NULL AND c.basis = 'stated' RETURN x.number ORDER BY x.position, x.id, c.id } AS cited WHERE size(cited) = 1
  RETURN 1 AS part, 'recommendation-with-one-action' AS gap, toString(r.number) AS item, r.id AS id, r.topic AS title, null AS priority,
         cited AS cited_by, COLLECT { MATCH (r)<-[w:ADDRESSES]-(x:Action) WHERE w.basis IN $basis AND w.until IS NULL AND w.basis <> 'stated'
         RETURN x.name + ' (' + w.basis + ')' ORDER BY x.position, x.id, w.id } AS instead, r.source AS source, [r.id] AS about, r.position AS position
  UNION ALL
  MATCH (a:Action {plan: $plan})
  WHERE NOT EXISTS { MATCH (a)-[w:ADDRESSES]->(x) WHERE w.basis IN $basis AND w.until IS NULL AND w.basis = 'stated' }
  RETURN 2 AS part, 'action-without-recommendation' AS gap, a.number AS item, a.id AS id, a.text AS title, a.priority AS priority,
         [] AS cited_by, COLLECT { MATCH (a)-[w:ADDRESSES]->(x) WHERE w.basis IN $basis AND w.until IS NULL AND w.basis <> 'stated'
         RETURN x.name + ' (' + w.basis + ')' ORDER BY x.position, x.id, w.id } AS instead, a.source AS source, [] AS about, a.position AS position
  UNION ALL
  MATCH (a:Action {plan: $plan})
  WHERE NOT EXISTS { MATCH (a)<-[w:LEADS]-(x) WHERE w.basis IN $basis AND w.until IS NULL AND w.basis = 'stated' }
  RETURN 3 AS part, 'action-without-lead' AS gap, a.number AS item, a.id AS id, a.text AS title, a.priority AS priority,
         [] AS cited_by, COLLECT { MATCH (a)<-[w:LEADS]-(x) WHERE w.basis IN $basis AND w.until IS NULL AND w.basis <> 'stated'
         RETURN x.name + ' (' + w.basis + ')' ORDER BY x.position, x.id, w.id } AS instead, a.source AS source, [] AS about, a.position AS position
  UNION ALL
  MATCH (a:Action {plan: $plan})
  WHERE NOT EXISTS { MATCH (a)-[w:HAS_STATUS]->(x) WHERE w.basis IN $basis AND w.until IS NULL AND w.basis = 'stated' }
  RETURN 4 AS part, 'action-without-status' AS gap, a.number AS item, a.id AS id, a.text AS title, a.priority AS priority,
         [] AS cited_by, COLLECT { MATCH (a)-[w:HAS_STATUS]->(x) WHERE w.basis IN $basis AND w.until IS NULL AND w.basis <> 'stated'
         RETURN x.name + ' (' + w.basis + ')' ORDER BY x.position, x.id, w.id } AS instead, a.source AS source, [] AS about, a.position AS position
  UNION ALL
  MATCH (a:Action {plan: $plan})
  WHERE size(coalesce(a.due, [])) = 0
  RETURN 5 AS part, 'action-without-date' AS gap, a.number AS item, a.id AS id, a.text AS title, a.priority AS priority,
         [] AS cited_by, CASE WHEN a.timescale_printed IS NULL THEN [] ELSE [a.timescale_printed] END AS instead, a.source AS source, [] AS about, a.position AS position
  UNION ALL
  MATCH (b:Body {plan: $plan})
  WHERE (b:Board OR b:Executive OR b:Subgroup OR b:Panel OR b:TaskAndFinishGroup OR b:Group)
    AND NOT EXISTS { MATCH (b)-[w:LEADS]->(:Action) WHERE w.basis IN $basis AND w.until IS NULL AND w.basis = 'stated' }
    AND coalesce(COLLECT { MATCH (b)<-[w:DECIDES_ON]-(d:Decision) WHERE w.basis IN $basis AND w.until IS NULL RETURN d.standing ORDER BY d.position, d.id }[0], '') IN ['', 'new', 'continuing', 'under review']
  RETURN 6 AS part, 'body-without-action' AS gap, b.name AS item, b.id AS id, b.kind + coalesce(', ' + COLLECT { MATCH (b)<-[w:DECIDES_ON]-(d:Decision) WHERE w.basis IN $basis AND w.until IS NULL RETURN d.standing ORDER BY d.position, d.id }[0], '') AS title, null AS priority,
         [] AS cited_by, COLLECT { MATCH (b)-[w:LEADS]->(x) WHERE w.basis IN $basis AND w.until IS NULL AND w.basis <> 'stated'
         RETURN x.name + ' (' + w.basis + ')' ORDER BY x.position, x.id, w.id } AS instead, b.source AS source, [b.id] AS about, b.position AS position
  UNION ALL
  MATCH (plan:Plan {plan: $plan})
  MATCH (b:Body {plan: $plan})
  WHERE (((b:Board OR b:Executive OR b:Subgroup OR b:Panel OR b:TaskAndFinishGroup OR b:Group) AND coalesce(COLLECT { MATCH (b)<-[w:DECIDES_ON]-(d:Decision) WHERE w.basis IN $basis AND w.until IS NULL RETURN d.standing ORDER BY d.position, d.id }[0], '') IN ['', 'new', 'continuing', 'under review'])
         OR EXISTS { MATCH (b)-[l:LEADS]->(:Action) WHERE l.basis IN $basis AND l.until IS NULL })
    AND (plan.board IS NULL OR b.id <> plan.board)
    AND NOT EXISTS { MATCH (b)(()-[w:REPORTS_TO WHERE w.basis IN $basis AND w.until IS NULL]->())+(top:Body) WHERE top.plan = $plan AND top.id = plan.board }
  RETURN 7 AS part, 'body-without-line-to-board' AS gap, b.name AS item, b.id AS id, b.kind + coalesce(', ' + COLLECT { MATCH (b)<-[w:DECIDES_ON]-(d:Decision) WHERE w.basis IN $basis AND w.until IS NULL RETURN d.standing ORDER BY d.position, d.id }[0], '') AS title, null AS priority,
         [] AS cited_by, [] AS instead, b.source AS source, [b.id] AS about, b.position AS position
  UNION ALL
  MATCH (r:PeerReviewRecommendation {plan: $plan})
  WHERE NOT EXISTS { MATCH (r)<-[w:RESPONDS_TO]-() WHERE w.basis IN $basis AND w.until IS NULL }
  RETURN 8 AS part, 'peer-recommendation-without-response' AS gap, toString(r.number) AS item, r.id AS id, r.text AS title, null AS priority,
         [] AS cited_by, [] AS instead, r.source AS source, [] AS about, r.position AS position
}
RETURN gap, item, id, title, priority, cited_by, instead, 'stated' AS basis, source, about
ORDER BY part, position, id
