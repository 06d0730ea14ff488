CYPHER 5
// name: names
// description: Every body, with every form in which its name is printed.
// ask: what names are there
// ask: what are the bodies called
// ask: what are all the names of the bodies
// ask: list every name
// ask: what other names do the groups have
// ask: what are the names of the groups
// ask: how is each body named
MATCH (body:Body {plan: $plan})
RETURN body, COLLECT { MATCH (body)-[has:HAS_NAME]->(name:BodyName) RETURN [has, name] } AS names
