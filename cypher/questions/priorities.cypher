CYPHER 5
// name: priorities
// description: The priorities of the plan, in their own words, with their ids.
// ask: what are the priorities
// ask: list the priorities
// ask: which priorities are there
// ask: what priorities does the plan have
// ask: what are our priorities
// ask: priorities of the plan
// ask: priorities
// ask: what are the priorities of the plan
MATCH (priority:Priority {plan: $plan})
RETURN priority
