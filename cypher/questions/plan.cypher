CYPHER 5
// name: plan
// description: The plan itself: its title, its period and its board.
MATCH (plan:Sscb:Plan {plan: $plan, id: $plan})
USING INDEX SEEK plan:Sscb(plan, id)
OPTIONAL MATCH (board:Sscb:Body {plan: $plan, id: plan.board})
RETURN plan, board,
       COLLECT { MATCH (title:Passage {plan: $plan, kind: 'picture'}) RETURN title } AS picture_titles
