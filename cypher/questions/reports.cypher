CYPHER 5
// name: reports
// description: Every report whose items the plan cites or answers.
CALL () {
  MATCH (plan:Plan {plan: $plan})
  RETURN plan AS thing, [] AS facts
  UNION ALL
  MATCH (report:Report {plan: $plan})
  RETURN report AS thing, [] AS facts
  UNION ALL
  MATCH (item:Recommendation {plan: $plan})
  RETURN item AS thing, [] AS facts
  UNION ALL
  MATCH (action:Action {plan: $plan})-[cited:ADDRESSES]->(:Recommendation)
  RETURN action AS thing, collect(cited) AS facts
}
RETURN thing, facts
