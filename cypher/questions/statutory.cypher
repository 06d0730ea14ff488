CYPHER 5
// name: statutory
// description: Which bodies the plan, or a decision after it, calls statutory, and where.
// ask: which groups are statutory
// ask: what are the statutory groups
// ask: is any group statutory
// ask: list the statutory sub groups
// ask: which sub groups are statutory
MATCH (thing:Sscb {plan: $plan})
WHERE thing.statutory IS NOT NULL OR thing.statutory_ended IS NOT NULL OR thing.kind = 'key'
RETURN thing
