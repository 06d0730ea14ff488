CYPHER 5
// name: reports
// description: Every report whose items the plan cites or answers.
// ask: which reports does the plan answer
// ask: what reports are there
// ask: which reports are cited
// ask: list the reports
// ask: what inspections does the plan respond to
// ask: which inspections does the plan answer
// ask: which reports does the plan cite
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
