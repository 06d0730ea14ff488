CYPHER 5
// name: responses-to-recommendation
// description: What in the plan answers a recommendation of a report, other than the actions that cite it.
// parameter: recommendation (recommendation) the report's word and the number; a number alone means the plan's default report | example: peer 3
MATCH (item:Sscb {plan: $plan, id: $recommendation})
USING INDEX SEEK item:Sscb(plan, id)
OPTIONAL MATCH (report:Sscb:Report {plan: $plan, id: item.report})
OPTIONAL MATCH (sibling:Recommendation {plan: $plan, report: item.report})<-[link:ADDRESSES|RESPONDS_TO]-(answer:Sscb)
RETURN item, report, sibling, link, answer
