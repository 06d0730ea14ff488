CYPHER 5
// name: events
// description: Everything that the document dates.
// columns: event, from, until, bodies, basis, source
MATCH (e:Event {plan: $plan})
RETURN e.name AS event, e.from AS from, e.until AS until,
       COLLECT { MATCH (e)-[w:CONCERNS]->(b:Body) WHERE w.basis IN $basis AND w.until IS NULL RETURN b.name ORDER BY b.position, b.id, w.id } AS bodies,
       'stated' AS basis, e.source AS source, [] AS about
ORDER BY e.position, e.id
