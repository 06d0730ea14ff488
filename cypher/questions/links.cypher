CYPHER 5
// name: links
// description: Every link between two actions: printed links, citations of an action, dependencies and shared outcomes.
// ask: which actions are linked
// ask: what links are there between actions
// ask: which actions depend on another
// ask: list the links between actions
// ask: which actions are connected
MATCH (action:Action {plan: $plan})-[link:LINKS_TO|CITES|DEPENDS_ON|SHARES_OUTCOME_OF]->(other:Action)
RETURN action, link, other
