CYPHER 5
// name: relations
// description: Every relation of some types that starts at a body, with the ids of both ends.
// parameter: via (types) the relationship types | example: REPORTS_TO, SUBGROUP_OF
MATCH (body:Body {plan: $plan})-[relation]->(other:Sscb {plan: $plan})
WHERE type(relation) IN $via
OPTIONAL MATCH (report:Sscb:Report {plan: $plan, id: other.report})
RETURN body, relation, other, report
