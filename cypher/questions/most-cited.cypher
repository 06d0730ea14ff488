CYPHER 5
// name: most-cited
// description: The recommendations that actions cite, the most cited first.
// ask: which recommendations are cited most
// ask: which recommendations are cited the most
// ask: what are the most cited recommendations
// ask: most cited recommendations
// ask: which recommendation has the most actions
// ask: which recommendations have the most actions
// ask: which recommendation is cited most
CALL () {
  MATCH (item:Recommendation {plan: $plan})
  RETURN item AS thing, [] AS facts
  UNION ALL
  MATCH (action:Action {plan: $plan})-[cited:ADDRESSES]->(:Recommendation)
  RETURN action AS thing, collect(cited) AS facts
}
RETURN thing, facts
