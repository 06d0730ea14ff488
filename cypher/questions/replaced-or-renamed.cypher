CYPHER 5
// name: replaced-or-renamed
// description: What replaced what, and what was renamed.
MATCH (body:Body {plan: $plan})-[relation:REPLACES|FORMERLY]->(other:Body)
RETURN body, relation, other
