CYPHER 5
// name: plan
// description: The plan itself: its title, its period and its board.
// ask: what plan is it
// ask: which plan is it
// ask: what is the plan
// ask: what is the plan called
// ask: what period does the plan cover
// ask: how long is the plan
// ask: when does the plan end
// ask: when does the plan start
// ask: what period is it for
MATCH (plan:Sscb:Plan {plan: $plan, id: $plan})
USING INDEX SEEK plan:Sscb(plan, id)
OPTIONAL MATCH (board:Sscb:Body {plan: $plan, id: plan.board})
RETURN plan, board,
       COLLECT { MATCH (title:Passage {plan: $plan, kind: 'picture'}) RETURN title } AS picture_titles
