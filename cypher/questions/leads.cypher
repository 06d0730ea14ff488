CYPHER 5
// name: leads
// description: Every lead of every action, with the ids of both.
// ask: who leads what
// ask: who leads each action
// ask: list all leads
// ask: list every lead
// ask: who is responsible for what
// ask: who is accountable for what
// ask: who does what
// ask: who leads every action
CALL () {
  MATCH (body:Body {plan: $plan})
  RETURN body AS thing, [] AS facts
  UNION ALL
  MATCH (action:Action {plan: $plan})<-[lead:LEADS]-(:Body)
  RETURN action AS thing, collect(lead) AS facts
}
RETURN thing, facts
