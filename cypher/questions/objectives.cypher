CYPHER 5
// name: objectives
// description: What the plan says that the Board is for: its vision, objectives, behaviours and focus, in the plan's words.
// ask: what are the objectives
// ask: what is the vision
// ask: what are the behaviours
// ask: what are the aims
// ask: what are the core business objectives
// ask: what does the board want to achieve
MATCH (passage:Passage {plan: $plan})
RETURN passage
