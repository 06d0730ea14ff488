CYPHER 5
// name: chairs
// description: Who is named as chair, of what, and in which words.
// ask: who is the chair
// ask: who chairs the board
// ask: is anybody named as chair
MATCH (body:Body {plan: $plan})
RETURN body,
       COLLECT { MATCH (body)-[chairs:CHAIRS]->(chaired:Body) RETURN [chairs, chaired] } AS chaired,
       COLLECT { MATCH (body:Role)-[named:NAMED_IN]->(place:Sscb) RETURN [named, place] } AS named,
       COLLECT { MATCH (body)<-[on:DECIDES_ON]-(decision:Decision) RETURN [on, decision] } AS decisions,
       COLLECT { MATCH (body)<-[takes:REPLACES|FORMERLY]-(successor:Body) RETURN [takes, successor] } AS successors
