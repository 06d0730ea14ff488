CYPHER 5
// name: who-leads
// description: Who leads an action, alone or jointly.
// parameter: actions (action) the action's number or row id; a number used twice finds both rows | example: 2.11
// ask: who leads {action}
// ask: who is accountable for {action}
// ask: who is responsible for {action}
// ask: who is leading {action}
// ask: who leads on {action}
// ask: who owns {action}
// ask: whose is {action}
// ask: who is the lead for {action}
// ask: who is the lead of {action}
// ask: who has {action}
// ask: who is in charge of {action}
// ask: lead of {action}
// ask: lead for {action}
// ask: who is doing {action}
// ask: who answers for {action}
// ask: who must do {action}
MATCH (action:Sscb:Action {plan: $plan})
USING INDEX SEEK action:Sscb(plan, id)
WHERE action.id IN $actions
RETURN action, COLLECT { MATCH (action)<-[lead:LEADS]-(body:Body) RETURN [lead, body] } AS leads
