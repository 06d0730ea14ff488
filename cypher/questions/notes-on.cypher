CYPHER 5
// name: notes-on
// description: The cautions that answers about some things carry.
// parameter: ids (ids) ids of things, separated by commas | example: ofsted-report-2018, damb
// columns: note, about_id, basis, reason, source
MATCH (n:Note {plan: $plan})-[w:NOTE_ON]->(x)
WHERE w.basis IN $basis AND w.until IS NULL
  AND (x.id IN $ids
       OR (x:Document AND EXISTS { MATCH (x)<-[p:PART_OF]-(r:Recommendation) WHERE r.id IN $ids AND p.basis IN $basis AND p.until IS NULL }))
RETURN n.text AS note, x.id AS about_id, w.basis AS basis, w.reason AS reason, w.source AS source, [] AS about
ORDER BY n.position, n.id, w.id
