CYPHER 5
// name: action-chain
// description: Everything above and below an action: its words, priority, recommendations, leads, their lines upwards, and what hangs on it.
// parameter: actions (action) the action's number or row id; a number used twice finds both rows | example: 2.4
MATCH (action:Sscb:Action {plan: $plan})
USING INDEX SEEK action:Sscb(plan, id)
WHERE action.id IN $actions
CALL (action) {
  OPTIONAL MATCH (action)-[fact]-(other:Sscb)
  RETURN fact, other AS start, action AS end
  UNION ALL
  MATCH (action)<-[:LEADS]-(lead:Body)
  MATCH SHORTEST 1 (lead)(()-[:REPORTS_TO]->()){0,}(start:Body {plan: $plan})
  MATCH (start)-[fact:REPORTS_TO]->(end:Body)
  RETURN fact, start, end
}
RETURN action, fact, start, end
