CYPHER 5
// name: line-to-board
// description: A body's line of reporting up to the Board, step by step.
// parameter: body (body) the body to start from | example: Neglect Group
// columns: step, body, relation, other, basis, reason, source, confirmed_by, confirmed_on
MATCH (plan:Plan {plan: $plan})
MATCH (board:Sscb {plan: $plan, id: plan.board})
USING INDEX SEEK board:Sscb(plan, id)
MATCH (start:Sscb {plan: $plan, id: $body})
USING INDEX SEEK start:Sscb(plan, id)
MATCH p = ALL SHORTEST (start)(()-[q:REPORTS_TO WHERE q.basis IN $basis AND q.until IS NULL]->()){0,}(board)
WITH p ORDER BY [n IN nodes(p) | n.id], [one IN relationships(p) | one.id] LIMIT 1
WITH relationships(p) AS chain
UNWIND range(1, size(chain)) AS step
WITH step, chain[step - 1] AS r, chain[0..step] AS so_far
RETURN step, startNode(r).name AS body, 'reports to' AS relation, endNode(r).name AS other,
       ['stated', 'inherited', 'inferred', 'assumed'][reduce(rank = 0, one IN so_far | CASE WHEN one.basis_rank > rank THEN one.basis_rank ELSE rank END)] AS basis,
       CASE WHEN r.reason IS NOT NULL THEN r.reason
            WHEN none(one IN so_far[..-1] WHERE one.reason IS NOT NULL) THEN null ELSE
         'This step itself is ' + r.basis + '; another step of the chain is weaker: ' +
         reduce(text = '', part IN
           reduce(seen = [], one IN so_far[..-1] |
             CASE WHEN one.reason IS NULL OR one.reason IN seen THEN seen ELSE seen + one.reason END) |
           text + CASE text WHEN '' THEN '' ELSE '; ' END + part) END AS reason,
       r.source AS source,
       r.confirmed_by AS confirmed_by, r.confirmed_on AS confirmed_on,
       [startNode(r).id, endNode(r).id, $plan] AS about
ORDER BY step
