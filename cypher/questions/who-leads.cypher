CYPHER 5
// name: who-leads
// description: Who leads an action, alone or jointly.
// parameter: actions (action) the action's number or row id; a number used twice finds both rows | example: 2.11
MATCH (action:Sscb:Action {plan: $plan})
USING INDEX SEEK action:Sscb(plan, id)
WHERE action.id IN $actions
RETURN action, COLLECT { MATCH (action)<-[lead:LEADS]-(body:Body) RETURN [lead, body] } AS leads
