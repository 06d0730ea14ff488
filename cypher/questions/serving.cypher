CYPHER 5
// name: serving
// description: Which priority each action serves, with the ids of both.
MATCH (action:Action {plan: $plan})-[serves:SERVES]->(priority:Priority)
RETURN action, serves, priority
