CYPHER 5
// name: actions-of-priority
// description: The actions under a priority, with their leads, dates and status.
// parameter: priority (priority) the priority's number | example: 2
// ask: what actions are under {priority}
// ask: actions under {priority}
// ask: list the actions of {priority}
// ask: which actions serve {priority}
// ask: what is being done under {priority}
// ask: what happens under {priority}
// ask: trace {priority}
// ask: about {priority}
// ask: what is {priority}
// ask: tell me about {priority}
// ask: how is {priority} going
// ask: what are we doing for {priority}
// ask: what is in {priority}
MATCH (priority:Sscb {plan: $plan, id: $priority})
USING INDEX SEEK priority:Sscb(plan, id)
OPTIONAL MATCH (priority)<-[serves:SERVES]-(action:Action)
RETURN priority, serves, action,
       COLLECT { MATCH (action)<-[lead:LEADS]-(leader:Body) RETURN [lead, leader] } AS leads,
       COLLECT { MATCH (action)-[has:HAS_STATUS]->(status:Status) RETURN [has, status] } AS statuses
