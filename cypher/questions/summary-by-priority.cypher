CYPHER 5
// name: summary-by-priority
// description: How many actions serve each priority, and how many have each status.
MATCH (priority:Priority {plan: $plan})
OPTIONAL MATCH (priority)<-[serves:SERVES]-(action:Action)
RETURN priority, serves, action,
       COLLECT { MATCH (action)-[has:HAS_STATUS]->(status:Status) RETURN [has, status] } AS statuses
