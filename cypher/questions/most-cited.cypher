CYPHER 5
// name: most-cited
// description: The recommendations that actions cite, the most cited first.
CALL () {
  MATCH (item:Recommendation {plan: $plan})
  RETURN item AS thing, [] AS facts
  UNION ALL
  MATCH (action:Action {plan: $plan})-[cited:ADDRESSES]->(:Recommendation)
  RETURN action AS thing, collect(cited) AS facts
}
RETURN thing, facts
