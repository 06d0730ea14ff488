CYPHER 5
// name: overdue
// description: The actions with a date strictly before a day that are not completed.
// parameter: as_at (day) the day to judge by | example: 2018-10-01
MATCH (action:Action {plan: $plan})
WHERE any(day IN action.due_last WHERE day < $as_at)
RETURN action,
       COLLECT { MATCH (action)<-[lead:LEADS]-(body:Body) RETURN [lead, body] } AS leads,
       COLLECT { MATCH (action)-[has:HAS_STATUS]->(status:Status) RETURN [has, status] } AS statuses
