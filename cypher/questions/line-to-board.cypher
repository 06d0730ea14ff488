CYPHER 5
// name: line-to-board
// description: A body's line of reporting up to the Board, step by step.
// parameter: body (body) the body to start from | example: Neglect Group
// ask: who does {body} report to
// ask: to whom does {body} report
// ask: where does {body} report
// ask: what is the line of reporting of {body}
// ask: what is the reporting line of {body}
// ask: what is the reporting line from {body}
// ask: how does {body} report to the board
// ask: how does {body} report up to the board
// ask: who is above {body}
// ask: line from {body} to the board
// ask: line of {body}
// ask: who is {body} accountable to
// ask: who is {body} answerable to
MATCH (plan:Plan {plan: $plan})
MATCH (start:Sscb {plan: $plan, id: $body})
USING INDEX SEEK start:Sscb(plan, id)
MATCH SHORTEST 1 (start)(()-[:REPORTS_TO]->()){0,}(above:Body {plan: $plan})
OPTIONAL MATCH (above)-[line:REPORTS_TO]->(top:Body)
OPTIONAL MATCH (board:Sscb {plan: $plan, id: plan.board})
RETURN plan, start, above, line, top, board,
       COLLECT { MATCH (board)-[has:HAS_FUNCTION]->(said:Function) RETURN [has, said] } AS said_of_board
