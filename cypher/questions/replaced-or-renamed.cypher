CYPHER 5
// name: replaced-or-renamed
// description: What replaced what, and what was renamed.
// ask: what replaced what
// ask: which groups were replaced
// ask: which groups were renamed
// ask: who replaced whom
// ask: what was renamed
// ask: what has been replaced
// ask: what has been renamed
// ask: which groups have changed their name
// ask: which groups were replaced or renamed
MATCH (body:Body {plan: $plan})-[relation:REPLACES|FORMERLY]->(other:Body)
RETURN body, relation, other
