CYPHER 5
// name: statutory
// description: Which bodies the plan calls statutory, and where.
MATCH (thing:Sscb {plan: $plan})
WHERE thing.statutory IS NOT NULL OR thing.kind = 'key'
RETURN thing
