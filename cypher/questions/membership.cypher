CYPHER 5
// name: membership
// description: Where a body's members are drawn from, who its members are, and what it is a member of.
// parameter: body (body) the body | example: Executive
// ask: who is on {body}
// ask: who sits on {body}
// ask: who are the members of {body}
// ask: who is in {body}
// ask: members of {body}
// ask: who is a member of {body}
// ask: where are the members of {body} drawn from
// ask: what is the membership of {body}
// ask: membership of {body}
// ask: who makes up {body}
MATCH (body:Sscb {plan: $plan, id: $body})
USING INDEX SEEK body:Sscb(plan, id)
OPTIONAL MATCH (body)-[fact:MEMBERSHIP_DRAWN_FROM|MEMBER_OF]-(other:Body)
RETURN body, fact, other
