CYPHER 5
// name: who-leads
// description: Who leads an action, alone or jointly.
// parameter: actions (action) the action's number or row id; a number used twice finds both rows | example: 2.11
// columns: action, row_id, priority, text, lead, share, basis, reason, source, confirmed_by, confirmed_on
MATCH (a:Sscb:Action {plan: $plan})<-[w:LEADS]-(body:Body)
USING INDEX SEEK a:Sscb(plan, id)
WHERE a.id IN $actions AND w.basis IN $basis AND w.until IS NULL
RETURN a.number AS action, a.id AS row_id, a.priority AS priority, a.text AS text,
       body.name AS lead,
       CASE WHEN EXISTS { MATCH (a)<-[o:LEADS]-(b:Body) WHERE o.basis IN $basis AND o.until IS NULL AND b.id <> body.id }
            THEN 'jointly' ELSE 'alone' END AS share,
       w.basis AS basis, w.reason AS reason, w.source AS source,
       w.confirmed_by AS confirmed_by, w.confirmed_on AS confirmed_on, [a.id, body.id] AS about
ORDER BY a.position, a.id, w.position, w.id
