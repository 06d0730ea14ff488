CYPHER 5
// name: path
// description: The shortest accountability path between two things, over stated relationship types in either direction.
// parameter: start (thing) the thing to start from | example: ofsted 22
// parameter: end (thing) the thing to reach | example: SSCB
// parameter: via (types) the relationship types to walk | example: ADDRESSES, CHAIRS, LEADS, LINKS_TO, REPORTS_TO, RESPONDS_TO, SERVES, SUBGROUP_OF
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
// ask: trace from {thing} to {thing}
MATCH (origin:Sscb {plan: $plan, id: $start})
USING INDEX SEEK origin:Sscb(plan, id)
MATCH (target:Sscb {plan: $plan, id: $end})
USING INDEX SEEK target:Sscb(plan, id)
// The server must walk, so this is the only Cypher that says which facts count: rules.counts says it everywhere else.
// Every shortest path is returned, since the lowest ids settle a tie in the same way for both stores.
// The second walk finds what connected the two before some fact ended.
RETURN origin, target,
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
       } AS steps_ever
