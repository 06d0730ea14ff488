CYPHER 5
// name: actions
// description: Every action of the plan, or those that meet all of the conditions given; several values of a condition are alternatives.
// parameter: priority (priority*) the priorities to choose from; all unless given | example: 2
// parameter: status (status*) the statuses to choose from, "none" for a blank; all unless given | example: none
// parameter: lead (body*) the bodies that lead; any unless given | example: QA&P
// parameter: due_from (first_day?) the first day on which it may be due; any unless given | example: 2018-07-01
// parameter: due_to (day?) the last day on which it may be due; any unless given | example: 2018-12-31
// parameter: cites (recommendation*) the recommendations that it may cite; any unless given | example: ofsted 22
// ask: list every action
// ask: what are the actions
// ask: all actions
// ask: list all actions
// ask: what actions are there
// ask: what actions are in the plan
// ask: every action of the plan
// ask: show all actions with their status
// ask: show all the actions in the plan
CALL () {
  MATCH (action:Action {plan: $plan})
  // All actions say together how many there are; only those that may meet the conditions need facts.
  RETURN action AS thing,
         CASE WHEN (size($priority) = 0 OR EXISTS { (action)-[:SERVES]->(one:Priority) WHERE one.id IN $priority })
           AND (size($status) = 0 OR 'none' IN $status
                OR EXISTS { (action)-[:HAS_STATUS]->(one:Status) WHERE one.search_text IN $status })
           AND (size($lead) = 0 OR EXISTS { (action)<-[:LEADS]-(one:Body) WHERE one.id IN $lead })
           AND (size($cites) = 0 OR EXISTS { (action)-[:ADDRESSES]->(one:Recommendation) WHERE one.id IN $cites })
           AND ($due_from IS NULL OR action.due_last IS NULL OR any(day IN action.due_last WHERE day >= $due_from))
           AND ($due_to IS NULL OR action.due_last IS NULL OR any(day IN action.due_last WHERE day <= $due_to))
           THEN COLLECT { MATCH (action)<-[fact:LEADS]-(leader:Body) RETURN [fact, leader] }
                + COLLECT { MATCH (action)-[fact:HAS_STATUS]->(status:Status) RETURN [fact, status] }
                + COLLECT { MATCH (action)-[fact:ADDRESSES]->(item:Recommendation) RETURN [fact, item] }
                + COLLECT { MATCH (action)-[fact:SERVES]->(priority:Priority) RETURN [fact, priority] }
           ELSE [] END AS facts
  UNION ALL
  // What a body leads under the name of what it belongs to.
  MATCH (body:Body {plan: $plan})-[member:MEMBER_OF]->(wider:Body)
  WHERE body.id IN $lead
  RETURN body AS thing,
         [[member, wider]] + COLLECT { MATCH (wider)-[fact:LEADS]->(action:Action) RETURN [fact, action] } AS facts
  UNION ALL
  // The heading names what is asked about.
  MATCH (named:Sscb {plan: $plan})
  WHERE named.id IN $priority + $lead + $cites
  RETURN named AS thing, [] AS facts
}
RETURN thing, facts
