CYPHER 5
// name: relations
// description: Every relation of some types that starts at a body, with the ids of both ends.
// parameter: via (types) the relationship types | example: REPORTS_TO, SUBGROUP_OF
CALL () {
  MATCH (report:Report {plan: $plan})
  RETURN report AS thing, [] AS facts
  UNION ALL
  MATCH (body:Body {plan: $plan})
  RETURN body AS thing,
         COLLECT { MATCH (body)-[relation]->(other:Sscb) WHERE type(relation) IN $via RETURN [relation, other] } AS facts
}
RETURN thing, facts
