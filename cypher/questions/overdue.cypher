CYPHER 5
// name: overdue
// description: The actions with a date strictly before a day that are not completed.
// parameter: as_at (day) the day to judge by | example: 2018-10-01
// ask: what is overdue
// ask: which actions are overdue
// ask: what is late
// ask: which actions are late
// ask: what are we late with
// ask: what has slipped
// ask: what is behind schedule
// ask: list overdue actions
// ask: overdue actions
// ask: what is overdue as at {day}
// ask: what is overdue on {day}
// ask: what is overdue at {day}
// ask: which actions are overdue on {day}
// ask: which actions are overdue as at {day}
// ask: which actions are overdue at {day}
// ask: what is late as at {day}
// ask: what is late on {day}
// ask: overdue as at {day}
// ask: overdue on {day}
// ask: is anything overdue
// ask: what is overdue as of {day}
// ask: what is overdue {day}
CALL () {
  MATCH (plan:Plan {plan: $plan})
  RETURN plan AS thing, [] AS facts
  UNION ALL
  // All actions say together when dates end; only those that may be named need facts.
  MATCH (action:Action {plan: $plan})
  RETURN action AS thing,
         CASE WHEN action.due_last IS NULL OR any(day IN action.due_last WHERE day <= $as_at)
           THEN COLLECT { MATCH (action)<-[lead:LEADS]-(body:Body) RETURN [lead, body] }
                + COLLECT { MATCH (action)-[has:HAS_STATUS]->(status:Status) RETURN [has, status] }
           ELSE [] END AS facts
}
RETURN thing, facts
