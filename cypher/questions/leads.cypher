CYPHER 5
// name: leads
// description: Every lead of every action, with the ids of both.
CALL () {
  MATCH (body:Body {plan: $plan})
  RETURN body AS thing, [] AS facts
  UNION ALL
  MATCH (action:Action {plan: $plan})<-[lead:LEADS]-(:Body)
  RETURN action AS thing, collect(lead) AS facts
}
RETURN thing, facts
