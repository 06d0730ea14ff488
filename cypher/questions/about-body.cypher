CYPHER 5
// name: about-body
// description: All that the plan says of a body: names, functions, decisions, relations, actions, mentions and events, with quotes.
// parameter: body (body) the body | example: QA&P
// columns: aspect, subject, relation, object, basis, reason, source, confirmed_by, confirmed_on
MATCH (b:Sscb {plan: $plan, id: $body})
USING INDEX SEEK b:Sscb(plan, id)
CALL (b) {
  RETURN 0 AS part, 'kind' AS aspect, b.name AS subject, 'is a' AS relation, b.kind AS object,
         b.basis AS basis, b.reason AS reason, b.source AS source,
         null AS confirmed_by, null AS confirmed_on, 0 AS o1, '' AS o2, '' AS o3
  UNION ALL
  MATCH (b)-[w:HAS_NAME]->(x)
  WHERE w.basis IN $basis AND w.until IS NULL
  RETURN 1 AS part, 'name' AS aspect, b.name AS subject, replace(toLower(type(w)), '_', ' ') AS relation, x.name AS object,
         w.basis AS basis, w.reason AS reason, w.source AS source,
         w.confirmed_by AS confirmed_by, w.confirmed_on AS confirmed_on, x.position AS o1, x.id AS o2, w.id AS o3
  UNION ALL
  MATCH (b)-[w:HAS_FUNCTION]->(x)
  WHERE w.basis IN $basis AND w.until IS NULL
  RETURN 2 AS part, 'function' AS aspect, b.name AS subject, replace(toLower(type(w)), '_', ' ') AS relation, x.text AS object,
         w.basis AS basis, w.reason AS reason, w.source AS source,
         w.confirmed_by AS confirmed_by, w.confirmed_on AS confirmed_on, x.position AS o1, x.id AS o2, w.id AS o3
  UNION ALL
  MATCH (b)<-[w:DECIDES_ON]-(x)
  WHERE w.basis IN $basis AND w.until IS NULL
  RETURN 3 AS part, 'decision' AS aspect, b.name AS subject, 'standing' AS relation, x.standing + coalesce(', review in ' + x.review_on, '') AS object,
         w.basis AS basis, w.reason AS reason, w.source AS source,
         w.confirmed_by AS confirmed_by, w.confirmed_on AS confirmed_on, x.position AS o1, x.id AS o2, w.id AS o3
  UNION ALL
  MATCH (b)-[w]->(x)
  WHERE w.basis IN $basis AND w.until IS NULL AND NOT type(w) IN ['LEADS', 'HAS_NAME', 'HAS_FUNCTION', 'NAMED_IN', 'DECIDES_ON', 'CONCERNS', 'ABBREVIATES', 'NOTE_ON', 'PART_OF']
  RETURN 4 AS part, 'relation' AS aspect, b.name AS subject, replace(toLower(type(w)), '_', ' ') AS relation, x.name AS object,
         w.basis AS basis, w.reason AS reason, w.source AS source,
         w.confirmed_by AS confirmed_by, w.confirmed_on AS confirmed_on, x.position AS o1, x.id AS o2, w.id AS o3
  UNION ALL
  MATCH (b)<-[w]-(x)
  WHERE w.basis IN $basis AND w.until IS NULL AND NOT type(w) IN ['LEADS', 'HAS_NAME', 'HAS_FUNCTION', 'NAMED_IN', 'DECIDES_ON', 'CONCERNS', 'ABBREVIATES', 'NOTE_ON', 'PART_OF'] AND x.id <> b.id
  RETURN 5 AS part, 'relation' AS aspect, x.name AS subject, replace(toLower(type(w)), '_', ' ') AS relation, b.name AS object,
         w.basis AS basis, w.reason AS reason, w.source AS source,
         w.confirmed_by AS confirmed_by, w.confirmed_on AS confirmed_on, x.position AS o1, x.id AS o2, w.id AS o3
  UNION ALL
  MATCH (b)-[w:LEADS]->(x)
  WHERE w.basis IN $basis AND w.until IS NULL
  RETURN 6 AS part, 'action' AS aspect, b.name AS subject, replace(toLower(type(w)), '_', ' ') AS relation, x.name AS object,
         w.basis AS basis, w.reason AS reason, w.source AS source,
         w.confirmed_by AS confirmed_by, w.confirmed_on AS confirmed_on, x.position AS o1, x.id AS o2, w.id AS o3
  UNION ALL
  MATCH (b)-[w:NAMED_IN]->(x)
  WHERE w.basis IN $basis AND w.until IS NULL
  RETURN 7 AS part, 'mention' AS aspect, b.name AS subject, replace(toLower(type(w)), '_', ' ') AS relation, x.name AS object,
         w.basis AS basis, w.reason AS reason, w.source AS source,
         w.confirmed_by AS confirmed_by, w.confirmed_on AS confirmed_on, x.position AS o1, x.id AS o2, w.id AS o3
  UNION ALL
  MATCH (b)<-[w:CONCERNS]-(x)
  WHERE w.basis IN $basis AND w.until IS NULL
  RETURN 8 AS part, 'event' AS aspect, x.name AS subject, replace(toLower(type(w)), '_', ' ') AS relation, b.name AS object,
         w.basis AS basis, w.reason AS reason, w.source AS source,
         w.confirmed_by AS confirmed_by, w.confirmed_on AS confirmed_on, x.position AS o1, x.id AS o2, w.id AS o3
  UNION ALL
  MATCH (b)<-[w:ABBREVIATES]-(x)
  WHERE w.basis IN $basis AND w.until IS NULL
  RETURN 9 AS part, 'abbreviation' AS aspect, x.name AS subject, replace(toLower(type(w)), '_', ' ') AS relation, b.name AS object,
         w.basis AS basis, w.reason AS reason, w.source AS source,
         w.confirmed_by AS confirmed_by, w.confirmed_on AS confirmed_on, x.position AS o1, x.id AS o2, w.id AS o3
}
RETURN aspect, subject, relation, object, basis, reason, source, confirmed_by, confirmed_on, [b.id] AS about
ORDER BY part, o1, o2, o3
