CYPHER 5
// name: line-to-board
// description: A body's line of reporting up to the Board, step by step.
// parameter: body (body) the body to start from | example: Neglect Group
MATCH (plan:Plan {plan: $plan})
MATCH (start:Sscb {plan: $plan, id: $body})
USING INDEX SEEK start:Sscb(plan, id)
MATCH SHORTEST 1 (start)(()-[:REPORTS_TO]->()){0,}(above:Body {plan: $plan})
OPTIONAL MATCH (above)-[line:REPORTS_TO]->(top:Body)
OPTIONAL MATCH (board:Sscb {plan: $plan, id: plan.board})
RETURN plan, start, above, line, top, board,
       COLLECT { MATCH (board)-[has:HAS_FUNCTION]->(said:Function) RETURN [has, said] } AS said_of_board
