CYPHER 5
// name: responses-to-recommendation
// description: What in the plan answers a recommendation of a report, other than the actions that cite it.
// parameter: recommendation (recommendation) the report's word and the number; a number alone means the plan's default report | example: peer 3
// ask: how does the plan respond to {recommendation}
// ask: what responds to {recommendation}
// ask: what is the response to {recommendation}
// ask: what in the plan answers {recommendation}
MATCH (item:Sscb {plan: $plan, id: $recommendation})
USING INDEX SEEK item:Sscb(plan, id)
RETURN item,
       COLLECT { MATCH (item)-[names:PART_OF|RELATES_TO|ADDRESSED_TO]-(named:Sscb) RETURN [names, named] } AS named,
       COLLECT { MATCH (report:Sscb:Report {plan: $plan, id: item.report}) RETURN report } AS reports,
       COLLECT { MATCH (item)<-[fact:ADDRESSES|RESPONDS_TO]-(answer:Sscb) RETURN [fact, answer] } AS answers,
       COLLECT { MATCH (other:Recommendation {plan: $plan, report: item.report})<-[fact:ADDRESSES|RESPONDS_TO]-(answer:Sscb)
                 RETURN [other, fact, answer] } AS answers_to_others
