CYPHER 5
// name: report-coverage
// description: Every item of a report, with the actions that cite it and what else answers it.
// parameter: report (report) the report's word or name | example: peer
MATCH (report:Sscb {plan: $plan, id: $report})
USING INDEX SEEK report:Sscb(plan, id)
OPTIONAL MATCH (item:Recommendation {plan: $plan, report: $report})
RETURN report, item,
       COLLECT { MATCH (item)<-[cited:ADDRESSES]-(action:Action) RETURN [cited, action] } AS citations,
       COLLECT { MATCH (item)<-[answers:RESPONDS_TO]-(responder:Sscb) RETURN [answers, responder] } AS responses
