CYPHER 5
// name: serving
// description: Which priority each action serves, with the ids of both.
CALL () {
  MATCH (priority:Priority {plan: $plan})
  RETURN priority AS thing, [] AS facts
  UNION ALL
  MATCH (action:Action {plan: $plan})
  RETURN action AS thing, COLLECT { MATCH (action)-[serves:SERVES]->(:Priority) RETURN serves } AS facts
}
RETURN thing, facts
