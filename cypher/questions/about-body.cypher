CYPHER 5
// name: about-body
// description: All that the plan says of a body: names, functions, decisions, changes, relations, actions, mentions and events, with quotes.
// parameter: body (body) the body | example: QA&P
// ask: what does the plan say about {body}
// ask: tell me about {body}
// ask: about {body}
// ask: who is {body}
// ask: what is {body}
// ask: what is the role of {body}
// ask: what is {body} for
// ask: everything about {body}
// ask: describe {body}
// ask: what do we know about {body}
// ask: what is said of {body}
MATCH (body:Sscb {plan: $plan, id: $body})
USING INDEX SEEK body:Sscb(plan, id)
OPTIONAL MATCH (body)-[fact]-(other:Sscb)
RETURN body, fact, other
