CYPHER 5
// name: priorities
// description: The priorities of the plan, in their own words, with their ids.
// columns: priority, priority_id, title, basis, source
MATCH (p:Priority {plan: $plan})
RETURN p.number AS priority, p.id AS priority_id, p.wording AS title, 'stated' AS basis, p.source AS source,
       [p.id] AS about
ORDER BY p.position, p.id
