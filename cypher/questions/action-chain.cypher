CYPHER 5
// name: action-chain
// description: Everything above and below an action: its words, priority, recommendations, leads, their lines upwards, and what hangs on it.
// parameter: actions (action) the action's number or row id; a number used twice finds both rows | example: 2.4
// ask: trace {action}
// ask: about {action}
// ask: tell me about {action}
// ask: what is {action}
// ask: what is {action} about
// ask: what does {action} say
// ask: what is in {action}
// ask: what depends on {action}
// ask: everything about {action}
// ask: what hangs on {action}
// ask: why are we doing {action}
// ask: what is behind {action}
MATCH (plan:Plan {plan: $plan})
OPTIONAL MATCH (board:Sscb {plan: $plan, id: plan.board})
MATCH (action:Sscb:Action {plan: $plan})
USING INDEX SEEK action:Sscb(plan, id)
WHERE action.id IN $actions
CALL (action) {
  OPTIONAL MATCH (action)-[fact]-(other:Sscb)
  RETURN fact, other AS near, action AS far
  UNION ALL
  MATCH (action)<-[:LEADS]-(lead:Body)
  MATCH SHORTEST 1 (lead)(()-[:REPORTS_TO]->()){0,}(near:Body {plan: $plan})
  MATCH (near)-[fact:REPORTS_TO]->(far:Body)
  RETURN fact, near, far
}
RETURN plan, action, fact, near, far,
       COLLECT { MATCH (board)-[has:HAS_FUNCTION]->(said:Function) RETURN [has, said] } AS said_of_board
