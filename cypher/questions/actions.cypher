CYPHER 5
// name: actions
// description: Every action of the plan, with its leads, dates and status.
// ask: list every action
// ask: what are the actions
// ask: all actions
// ask: list all actions
// ask: what actions are there
// ask: what actions are in the plan
// ask: every action of the plan
// ask: show all actions with their status
// ask: show all the actions in the plan
MATCH (action:Action {plan: $plan})
RETURN action,
       COLLECT { MATCH (action)<-[lead:LEADS]-(leader:Body) RETURN [lead, leader] } AS leads,
       COLLECT { MATCH (action)-[has:HAS_STATUS]->(status:Status) RETURN [has, status] } AS statuses,
       COLLECT { MATCH (action)-[cited:ADDRESSES]->(item:Recommendation) RETURN [cited, item] } AS citations
