CYPHER 5
// name: plan
// description: The plan itself: its title, its period and its board.
// columns: plan, title, board, board_id, from, until, basis, source
MATCH (p:Sscb:Plan {plan: $plan, id: $plan})
USING INDEX SEEK p:Sscb(plan, id)
OPTIONAL MATCH (b:Sscb:Body {plan: $plan, id: p.board})
RETURN p.name AS plan, p.title AS title, b.name AS board, b.id AS board_id,
       p.`from` AS `from`, p.until AS until, 'stated' AS basis, p.source AS source,
       [p.id] + CASE WHEN b IS NULL THEN [] ELSE [b.id] END AS about
