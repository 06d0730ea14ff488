CYPHER 5
// name: serving
// description: Which priority each action serves, with the ids of both.
// ask: which action serves which priority
// ask: which actions serve which priority
// ask: which actions are under which priority
// ask: how do actions map to priorities
// ask: what priority does each action serve
// ask: which priority does each action serve
CALL () {
  MATCH (priority:Priority {plan: $plan})
  RETURN priority AS thing, [] AS facts
  UNION ALL
  MATCH (action:Action {plan: $plan})
  RETURN action AS thing, COLLECT { MATCH (action)-[serves:SERVES]->(:Priority) RETURN serves } AS facts
}
RETURN thing, facts
