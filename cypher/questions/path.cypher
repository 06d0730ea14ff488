CYPHER 5
// name: path
// description: The shortest accountability path between two things, over stated relationship types in either direction.
// parameter: start (thing) the thing to start from | example: ofsted 22
// parameter: end (thing) the thing to reach | example: SSCB
// parameter: via (types) the relationship types to walk | example: ADDRESSES, CHAIRS, LEADS, LINKS_TO, REPORTS_TO, RESPONDS_TO, SERVES, SUBGROUP_OF
// columns: step, subject, relation, object, reaches, reaches_id, basis, reason, source, confirmed_by, confirmed_on
MATCH (s:Sscb {plan: $plan, id: $start})
USING INDEX SEEK s:Sscb(plan, id)
MATCH (e:Sscb {plan: $plan, id: $end})
USING INDEX SEEK e:Sscb(plan, id)
MATCH p = ALL SHORTEST (s)(()-[q WHERE type(q) IN $via AND q.basis IN $basis AND q.until IS NULL]-()){0,}(e)
WITH p ORDER BY [n IN nodes(p) | n.id], [one IN relationships(p) | one.id] LIMIT 1
WITH relationships(p) AS chain, nodes(p) AS things
UNWIND range(1, size(chain)) AS step
WITH step, chain[step - 1] AS r, things[step] AS reached, chain[0..step] AS so_far
RETURN step, startNode(r).name AS subject, replace(toLower(type(r)), '_', ' ') AS relation,
       endNode(r).name AS object, reached.name AS reaches, reached.id AS reaches_id,
       ['stated', 'inherited', 'inferred', 'assumed'][reduce(rank = 0, one IN so_far | CASE WHEN one.basis_rank > rank THEN one.basis_rank ELSE rank END)] AS basis,
       r.reason AS reason, r.source AS source, r.confirmed_by AS confirmed_by, r.confirmed_on AS confirmed_on,
       [startNode(r).id, endNode(r).id] AS about
ORDER BY step
