CYPHER 5
// name: actions-of-priority
// description: The actions under a priority, with their leads, dates and status.
// parameter: priority (priority) the priority's number | example: 2
MATCH (priority:Sscb {plan: $plan, id: $priority})
USING INDEX SEEK priority:Sscb(plan, id)
OPTIONAL MATCH (priority)<-[serves:SERVES]-(action:Action)
RETURN priority, serves, action,
       COLLECT { MATCH (action)<-[lead:LEADS]-(leader:Body) RETURN [lead, leader] } AS leads,
       COLLECT { MATCH (action)-[has:HAS_STATUS]->(status:Status) RETURN [has, status] } AS statuses
