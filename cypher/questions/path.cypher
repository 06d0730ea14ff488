CYPHER 5
// name: path
// description: The shortest line of accountability between two things; over other relationship types, their shortest connection.
// parameter: start (thing) the thing to start from | example: ofsted 22
// parameter: end (thing) the thing to reach | example: SSCB
// parameter: via (types) the relationship types to walk | example: CHAIRS, LEADS, LINKS_TO, REPORTS_TO, SUBGROUP_OF
// ask: how is {thing} connected to {thing}
// ask: how does {thing} connect to {thing}
// ask: what connects {thing} to {thing}
// ask: what connects {thing} and {thing}
// ask: what links {thing} to {thing}
// ask: what links {thing} and {thing}
// ask: path from {thing} to {thing}
// ask: what is the path from {thing} to {thing}
// ask: how do we get from {thing} to {thing}
// ask: how is {thing} linked to {thing}
// ask: trace {thing} to {thing}
// ask: how are {thing} and {thing} connected
// ask: does {thing} report to {thing}
// ask: does {thing} answer to {thing}
// ask: is {thing} accountable to {thing}
// ask: is {thing} answerable to {thing}
// ask: trace from {thing} to {thing}
MATCH (origin:Sscb {plan: $plan, id: $start})
USING INDEX SEEK origin:Sscb(plan, id)
MATCH (target:Sscb {plan: $plan, id: $end})
USING INDEX SEEK target:Sscb(plan, id)
OPTIONAL MATCH (plan:Sscb {plan: $plan, id: $plan})
OPTIONAL MATCH (board:Sscb {plan: $plan, id: plan.board})
// The server must walk, so this is the only Cypher that says which facts count: rules.counts says
// it everywhere else. Which of them lead upwards only Python says.
// Every shortest path is returned, since the lowest ids settle a tie in the same way for both stores.
// The second walk finds what connected the two before some fact ended, the third what connects them otherwise. What
// leads upwards is returned whole for bodies, which are few, and for the actions from which a line may start.
RETURN origin, target, plan, board,
       COLLECT {
         MATCH walk = ALL SHORTEST (origin)(()-[fact WHERE type(fact) IN $via AND fact.basis IN $basis AND fact.until IS NULL]-()){0,}(target)
         UNWIND relationships(walk) AS step
         WITH DISTINCT step
         RETURN [startNode(step), step, endNode(step)]
       } AS steps,
       COLLECT {
         MATCH walk = ALL SHORTEST (origin)(()-[fact WHERE type(fact) IN $via]-()){0,}(target)
         UNWIND relationships(walk) AS step
         WITH DISTINCT step
         RETURN [startNode(step), step, endNode(step)]
       } AS steps_ever,
       COLLECT {
         MATCH walk = ALL SHORTEST (origin)(()-[fact:ADDRESSES|RESPONDS_TO|SERVES|CHAIRS|LEADS|LINKS_TO|REPORTS_TO|SUBGROUP_OF
                                            WHERE fact.basis IN $basis AND fact.until IS NULL]-()){0,}(target)
         UNWIND relationships(walk) AS step
         WITH DISTINCT step
         RETURN [startNode(step), step, endNode(step)]
       } AS steps_otherwise,
       COLLECT { UNWIND [origin, target] AS item
                 MATCH (item)<-[fact:ADDRESSES|RESPONDS_TO|SERVES]-(answer:Sscb)
                 RETURN [item, fact, answer] } AS answers,
       COLLECT { MATCH (action:Action {plan: $plan})-[link:LINKS_TO]->(other:Action) RETURN [action, link, other] } AS links,
       COLLECT { MATCH (action:Action {plan: $plan})<-[lead:LEADS]-(leader:Body)
                 WHERE action.id IN [$start, $end] OR EXISTS { (action)-[:LINKS_TO]-(:Action) }
                       OR EXISTS { (action)-[:ADDRESSES|RESPONDS_TO|SERVES]->(item:Sscb) WHERE item.id IN [$start, $end] }
                 RETURN [action, lead, leader] } AS leads,
       COLLECT { MATCH (body:Body {plan: $plan})-[line:REPORTS_TO|SUBGROUP_OF|CHAIRS]->(above:Body)
                 RETURN [body, line, above] } AS lines,
       COLLECT { MATCH (board)-[has:HAS_FUNCTION]->(said:Function) RETURN [has, said] } AS said_of_board
