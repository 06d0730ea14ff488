CYPHER 5
// name: due-by
// description: The actions with a date on or before a day, completed ones too.
// parameter: by (day) the last day to count | example: 2018-06-30
// ask: what is due by {day}
// ask: which actions are due by {day}
// ask: actions due by {day}
// ask: what falls due by {day}
// ask: what has to be done by {day}
// ask: what must be done by {day}
// ask: what should be complete by {day}
// ask: due by {day}
// ask: what deadlines are there by {day}
// ask: what needs to be done by {day}
// ask: which actions fall due by {day}
CALL () {
  MATCH (plan:Plan {plan: $plan})
  RETURN plan AS thing, [] AS facts
  UNION ALL
  // All actions say together when dates end; only those that may be named need facts.
  MATCH (action:Action {plan: $plan})
  RETURN action AS thing,
         CASE WHEN action.due_last IS NULL OR any(day IN action.due_last WHERE day <= $by)
           THEN COLLECT { MATCH (action)<-[lead:LEADS]-(body:Body) RETURN [lead, body] }
                + COLLECT { MATCH (action)-[has:HAS_STATUS]->(status:Status) RETURN [has, status] }
           ELSE [] END AS facts
}
RETURN thing, facts
