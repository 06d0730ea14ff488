CYPHER 5
// name: bodies-without-action
// description: The boards and groups that lead no action.
// columns: body, kind, standing, reports_to, basis, source
MATCH (b:Body {plan: $plan})
WHERE (b:Board OR b:Executive OR b:Subgroup OR b:Panel OR b:TaskAndFinishGroup OR b:Group)
  AND NOT EXISTS { MATCH (b)-[l:LEADS]->(:Action) WHERE l.basis IN $basis AND l.until IS NULL }
  AND coalesce(COLLECT { MATCH (b)<-[w:DECIDES_ON]-(d:Decision) WHERE w.basis IN $basis AND w.until IS NULL RETURN d.standing ORDER BY d.position, d.id }[0], '') IN ['', 'new', 'continuing', 'under review']
RETURN b.name AS body, b.kind AS kind,
       COLLECT { MATCH (b)<-[w:DECIDES_ON]-(d:Decision) WHERE w.basis IN $basis AND w.until IS NULL RETURN d.standing ORDER BY d.position, d.id }[0] AS standing,
       COLLECT { MATCH (b)-[r:REPORTS_TO]->(x:Body) WHERE r.basis IN $basis AND r.until IS NULL
                 WITH DISTINCT x RETURN x.name ORDER BY x.position, x.id } AS reports_to,
       'stated' AS basis, b.source AS source, [b.id] AS about
ORDER BY b.position, b.id
