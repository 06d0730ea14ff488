CYPHER 5
// name: names
// description: Every body, with every form in which its name is printed.
// columns: id, body, kind, names, basis, source
MATCH (b:Body {plan: $plan})
RETURN b.id AS id, b.name AS body, b.kind AS kind,
       COLLECT { MATCH (b)-[w:HAS_NAME]->(n:BodyName) WHERE w.basis IN $basis AND w.until IS NULL RETURN n.name ORDER BY n.position, n.id, w.id } AS names,
       b.basis AS basis, b.source AS source, [] AS about
ORDER BY b.position, b.id
