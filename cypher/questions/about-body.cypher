CYPHER 5
// name: about-body
// description: All that the plan says of a body: names, functions, decisions, relations, actions, mentions and events, with quotes.
// parameter: body (body) the body | example: QA&P
MATCH (body:Sscb {plan: $plan, id: $body})
USING INDEX SEEK body:Sscb(plan, id)
OPTIONAL MATCH (body)-[fact]-(other:Sscb)
RETURN body, fact, other
