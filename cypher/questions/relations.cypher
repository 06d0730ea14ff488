CYPHER 5
// name: relations
// description: Every relation of some types that starts at a body, with the ids of both ends.
// parameter: via (types) the relationship types | example: REPORTS_TO, SUBGROUP_OF
// ask: who reports to whom | via=REPORTS_TO
// ask: which groups report to which | via=REPORTS_TO
// ask: who is a subgroup of what | via=SUBGROUP_OF
// ask: who challenges whom | via=CHALLENGES
// ask: who chairs what | via=CHAIRS
// ask: who is a member of what | via=MEMBER_OF
// ask: list all reporting lines | via=REPORTS_TO
// ask: what are the reporting lines | via=REPORTS_TO
CALL () {
  MATCH (report:Report {plan: $plan})
  RETURN report AS thing, [] AS facts
  UNION ALL
  MATCH (body:Body {plan: $plan})
  RETURN body AS thing,
         COLLECT { MATCH (body)-[relation]->(other:Sscb) WHERE type(relation) IN $via RETURN [relation, other] } AS facts
}
RETURN thing, facts
