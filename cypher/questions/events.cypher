CYPHER 5
// name: events
// description: Everything that the document dates.
// ask: what happened when
// ask: what dates are in the plan
// ask: list all events
// ask: what events are there
// ask: when did things happen
// ask: what does the plan date
// ask: show a timeline of events
// ask: what are the key dates
// ask: what dates does the plan give
MATCH (event:Event {plan: $plan})
RETURN event, COLLECT { MATCH (event)-[concerns:CONCERNS]->(body:Body) RETURN [concerns, body] } AS bodies
