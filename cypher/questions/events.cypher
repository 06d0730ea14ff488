CYPHER 5
// name: events
// description: Everything that the document dates.
MATCH (event:Event {plan: $plan})
RETURN event, COLLECT { MATCH (event)-[concerns:CONCERNS]->(body:Body) RETURN [concerns, body] } AS bodies
