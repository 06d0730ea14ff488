CYPHER 5
// name: report-coverage
// description: Every item of a report, with the actions that cite it and what else answers it.
// parameter: report (report) the report's word or name | example: peer
// ask: how is {report} covered
// ask: how well is {report} covered
// ask: coverage of {report}
// ask: what is done about {report}
// ask: which recommendations of {report} are covered
// ask: which recommendations of {report} are addressed
// ask: what answers {report}
// ask: trace {report}
// ask: list the recommendations of {report}
// ask: what did {report} recommend
// ask: what does {report} recommend
// ask: what are the recommendations of {report}
// ask: how does the plan respond to {report}
// ask: how does the plan answer {report}
// ask: what are we doing about {report}
// ask: what are the {report} recommendations
// ask: {report} recommendations
MATCH (report:Sscb {plan: $plan, id: $report})
USING INDEX SEEK report:Sscb(plan, id)
OPTIONAL MATCH (item:Recommendation {plan: $plan, report: $report})
RETURN report, item,
       COLLECT { MATCH (item)<-[cited:ADDRESSES]-(action:Action) RETURN [cited, action] } AS citations,
       COLLECT { MATCH (item)<-[answers:RESPONDS_TO]-(responder:Sscb) RETURN [answers, responder] } AS responses
