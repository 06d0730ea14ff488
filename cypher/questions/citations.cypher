CYPHER 5
// name: citations
// description: Every citation of a numbered recommendation by an action, with the ids of both.
CALL () {
  MATCH (item:Recommendation {plan: $plan})
  RETURN item AS thing, [] AS facts
  UNION ALL
  MATCH (action:Action {plan: $plan})-[cited:ADDRESSES]->(:Recommendation)
  RETURN action AS thing, collect(cited) AS facts
}
RETURN thing, facts
