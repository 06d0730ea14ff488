CYPHER 5
// name: summary-by-lead
// description: How many actions each body leads, alone and jointly, and how many have each status.
CALL () {
  MATCH (plan:Sscb:Plan {plan: $plan, id: $plan})
  RETURN plan AS thing, [] AS facts
  UNION ALL
  MATCH (body:Body {plan: $plan})
  RETURN body AS thing, [] AS facts
  UNION ALL
  MATCH (action:Action {plan: $plan})
  RETURN action AS thing,
         COLLECT { MATCH (action)<-[fact:LEADS]-(:Body) RETURN [fact] }
         + COLLECT { MATCH (action)-[fact:HAS_STATUS]->(status:Status) RETURN [fact, status] } AS facts
}
RETURN thing, facts
