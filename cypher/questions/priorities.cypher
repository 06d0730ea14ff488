CYPHER 5
// name: priorities
// description: The priorities of the plan, in their own words, with their ids.
MATCH (priority:Priority {plan: $plan})
RETURN priority
