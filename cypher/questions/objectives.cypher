CYPHER 5
// name: objectives
// description: What the plan says that the Board is for: its vision, objectives, behaviours and focus, in the plan's words.
MATCH (passage:Passage {plan: $plan})
RETURN passage
