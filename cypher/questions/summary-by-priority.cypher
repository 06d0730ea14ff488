CYPHER 5
// name: summary-by-priority
// description: How many actions serve each priority, and how many have each status.
// ask: how many actions are there under each priority
// ask: how many actions does each priority have
// ask: how is each priority doing
// ask: how are the priorities going
// ask: summary by priority
// ask: status by priority
// ask: progress by priority
// ask: what is the status of each priority
// ask: how many actions are complete
// ask: how many actions are completed
// ask: how many actions are done
// ask: how many actions are red
// ask: how many actions are amber
// ask: how many actions are green
// ask: what progress has been made
// ask: how are we doing
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
