CYPHER 5
// name: gaps
// description: What the plan leaves open: uncited recommendations, actions without a recommendation, lead, status or date, and more.
// ask: what are the gaps
// ask: where are the gaps
// ask: what is missing
// ask: what is not covered
// ask: what does the plan leave open
// ask: which recommendations are not addressed
// ask: which recommendations have no action
// ask: which recommendations have no actions
// ask: which recommendations are not cited
// ask: which recommendations are not covered
// ask: which recommendations are uncited
// ask: which actions have no lead
// ask: which actions have no recommendation
// ask: which actions have no status
// ask: which actions have no date
// ask: what is not answered
// ask: what has nobody picked up
// ask: what has no lead
// ask: list the gaps
// ask: what gaps are there
// ask: what are we missing
// ask: what is left open
CALL () {
  MATCH (plan:Plan {plan: $plan})
  RETURN plan AS thing, [] AS facts
  UNION ALL
  MATCH (report:Report {plan: $plan})
  RETURN report AS thing, [] AS facts
  UNION ALL
  MATCH (item:Recommendation {plan: $plan})
  RETURN item AS thing,
         COLLECT { MATCH (item)<-[fact:RESPONDS_TO]-(other:Sscb) RETURN [fact, other] } AS facts
  UNION ALL
  MATCH (action:Action {plan: $plan})
  RETURN action AS thing,
         COLLECT { MATCH (action)-[fact:ADDRESSES]->(:Recommendation) RETURN [fact] }
         + COLLECT { MATCH (action)<-[fact:LEADS]-(:Body) RETURN [fact] }
         + COLLECT { MATCH (action)-[fact:HAS_STATUS]->(other:Status) RETURN [fact, other] } AS facts
  UNION ALL
  MATCH (body:Body {plan: $plan})
  RETURN body AS thing,
         COLLECT { MATCH (body)-[fact:REPORTS_TO]->(:Body) RETURN [fact] }
         + COLLECT { MATCH (body)-[fact:REPLACES|FORMERLY]->(:Body) RETURN [fact] }
         + COLLECT { MATCH (body)<-[fact:DECIDES_ON]-(other:Decision) RETURN [fact, other] } AS facts
}
RETURN thing, facts
