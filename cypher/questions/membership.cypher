CYPHER 5
// name: membership
// description: Where a body's members are drawn from, who its members are, and what it is a member of.
// parameter: body (body) the body | example: Executive
MATCH (body:Sscb {plan: $plan, id: $body})
USING INDEX SEEK body:Sscb(plan, id)
OPTIONAL MATCH (body)-[fact:MEMBERSHIP_DRAWN_FROM|MEMBER_OF]-(other:Body)
RETURN body, fact, other
