CYPHER 5
// name: citations
// description: Every citation of a numbered recommendation by an action, with the ids of both.
// ask: which actions cite which recommendations
// ask: list all citations
// ask: list every citation
// ask: which recommendations are cited by which actions
// ask: what cites what
// ask: how do actions map to recommendations
CALL () {
  MATCH (item:Recommendation {plan: $plan})
  RETURN item AS thing, [] AS facts
  UNION ALL
  MATCH (action:Action {plan: $plan})-[cited:ADDRESSES]->(:Recommendation)
  RETURN action AS thing, collect(cited) AS facts
}
RETURN thing, facts
