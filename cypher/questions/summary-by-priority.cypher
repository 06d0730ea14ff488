CYPHER 5
// name: summary-by-priority
// description: How many actions serve each priority, and how many have each status.
CALL () {
  MATCH (priority:Priority {plan: $plan})
  RETURN priority AS thing, [] AS facts
  UNION ALL
  MATCH (action:Action {plan: $plan})
  RETURN action AS thing,
         COLLECT { MATCH (action)-[fact:SERVES]->(:Priority) RETURN [fact] }
         + COLLECT { MATCH (action)-[fact:HAS_STATUS]->(status:Status) RETURN [fact, status] } AS facts
}
RETURN thing, facts
