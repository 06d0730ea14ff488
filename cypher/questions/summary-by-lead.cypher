CYPHER 5
// name: summary-by-lead
// description: How many actions each body leads, alone and jointly, and how many have each status.
// ask: how many actions does each body lead
// ask: how many actions does each group lead
// ask: how many actions has each lead
// ask: who leads the most actions
// ask: summary by lead
// ask: how is each lead doing
// ask: status by lead
// ask: how many actions does each lead have
// ask: which group leads the most actions
// ask: who has the most actions
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
