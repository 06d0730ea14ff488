CYPHER 5
// name: names
// description: Every body, with every form in which its name is printed.
MATCH (body:Body {plan: $plan})
RETURN body, COLLECT { MATCH (body)-[has:HAS_NAME]->(name:BodyName) RETURN [has, name] } AS names
