CYPHER 5
// name: reports-to-all-levels
// description: The bodies that report to a body, directly or through others.
// parameter: body (body) the body that receives the reports | example: SSCB
// columns: level, body, relation, other, basis, reason, source, confirmed_by, confirmed_on
MATCH (root:Sscb {plan: $plan, id: $body})
USING INDEX SEEK root:Sscb(plan, id)
MATCH p = ALL SHORTEST (root)(()<-[q:REPORTS_TO WHERE q.basis IN $basis AND q.until IS NULL]-()){0,}(y:Body {plan: $plan})
WITH y, p ORDER BY [n IN nodes(p) | n.id], [one IN relationships(p) | one.id]
WITH y, collect(p)[0] AS p
MATCH (x:Body {plan: $plan})-[r:REPORTS_TO]->(y)
WHERE r.basis IN $basis AND r.until IS NULL
WITH x, y, r, relationships(p) + [r] AS chain
RETURN size(chain) AS level, x.name AS body, 'reports to' AS relation, y.name AS other,
       ['stated', 'inherited', 'inferred', 'assumed'][reduce(rank = 0, one IN chain | CASE WHEN one.basis_rank > rank THEN one.basis_rank ELSE rank END)] AS basis,
       CASE WHEN r.reason IS NOT NULL THEN r.reason
            WHEN none(one IN chain[..-1] WHERE one.reason IS NOT NULL) THEN null ELSE
         'This step itself is ' + r.basis + '; another step of the chain is weaker: ' +
         reduce(text = '', part IN
           reduce(seen = [], one IN chain[..-1] |
             CASE WHEN one.reason IS NULL OR one.reason IN seen THEN seen ELSE seen + one.reason END) |
           text + CASE text WHEN '' THEN '' ELSE '; ' END + part) END AS reason,
       r.source AS source,
       r.confirmed_by AS confirmed_by, r.confirmed_on AS confirmed_on,
       [x.id, y.id, $plan] AS about
ORDER BY level, x.position, x.id, y.position, y.id, r.id
