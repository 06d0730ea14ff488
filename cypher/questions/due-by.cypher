CYPHER 5
// name: due-by
// description: The actions with a date on or before a day, completed ones too.
// parameter: by (day) the last day to count | example: 2018-06-30
MATCH (action:Action {plan: $plan})
WHERE any(day IN action.due_last WHERE day <= $by)
RETURN action,
       COLLECT { MATCH (action)<-[lead:LEADS]-(leader:Body) RETURN [lead, leader] } AS leads,
       COLLECT { MATCH (action)-[has:HAS_STATUS]->(status:Status) RETURN [has, status] } AS statuses
