CYPHER 5
// name: action-chain
// description: Everything above and below an action: its words, priority, recommendations, leads, their lines upwards, and what hangs on it.
// parameter: actions (action) the action's number or row id; a number used twice finds both rows | example: 2.4
// columns: action, row_id, direction, level, subject, relation, object, basis, reason, source, confirmed_by, confirmed_on
MATCH (a:Sscb:Action {plan: $plan})
USING INDEX SEEK a:Sscb(plan, id)
WHERE a.id IN $actions
CALL (a) {
  WITH a WHERE a.text IS NOT NULL
  RETURN 0 AS part, 'itself' AS direction, 0 AS level, a.name AS subject, 'action' AS relation, a.text AS object,
         'stated' AS basis, null AS reason, a.source AS source, null AS confirmed_by, null AS confirmed_on, [a.id] AS about,
         0 AS o1, 0 AS o2, '' AS o3, 0 AS o4, '' AS o5, '' AS o6
  UNION ALL
  WITH a WHERE a.outcome IS NOT NULL
  RETURN 0 AS part, 'itself' AS direction, 0 AS level, a.name AS subject, 'outcome' AS relation, a.outcome AS object,
         'stated' AS basis, null AS reason, a.source AS source, null AS confirmed_by, null AS confirmed_on, [a.id] AS about,
         1 AS o1, 0 AS o2, '' AS o3, 0 AS o4, '' AS o5, '' AS o6
  UNION ALL
  WITH a WHERE a.timescale_printed IS NOT NULL
  RETURN 0 AS part, 'itself' AS direction, 0 AS level, a.name AS subject, 'timescale' AS relation, a.timescale_printed AS object,
         'stated' AS basis, null AS reason, a.source AS source, null AS confirmed_by, null AS confirmed_on, [a.id] AS about,
         2 AS o1, 0 AS o2, '' AS o3, 0 AS o4, '' AS o5, '' AS o6
  UNION ALL
  WITH a WHERE a.due IS NOT NULL
  RETURN 0 AS part, 'itself' AS direction, 0 AS level, a.name AS subject, 'due' AS relation, reduce(text = '', day IN a.due | text + CASE text WHEN '' THEN '' ELSE '; ' END + day) AS object,
         'stated' AS basis, null AS reason, a.source AS source, null AS confirmed_by, null AS confirmed_on, [a.id] AS about,
         3 AS o1, 0 AS o2, '' AS o3, 0 AS o4, '' AS o5, '' AS o6
  UNION ALL
  MATCH (a)-[r]->(x)
  WHERE type(r) IN ['SERVES', 'ADDRESSES', 'RESPONDS_TO', 'HAS_STATUS', 'DEPENDS_ON', 'LINKS_TO', 'CITES', 'SHARES_OUTCOME_OF'] AND r.basis IN $basis AND r.until IS NULL
  RETURN 1 AS part, 'above' AS direction, 1 AS level, a.name AS subject, replace(toLower(type(r)), '_', ' ') AS relation, x.name AS object,
         r.basis AS basis, r.reason AS reason, r.source AS source, r.confirmed_by AS confirmed_by, r.confirmed_on AS confirmed_on, [a.id, a.id, x.id] AS about,
         [i IN range(0, size(['SERVES', 'ADDRESSES', 'RESPONDS_TO', 'HAS_STATUS', 'DEPENDS_ON', 'LINKS_TO', 'CITES', 'SHARES_OUTCOME_OF']) - 1) WHERE ['SERVES', 'ADDRESSES', 'RESPONDS_TO', 'HAS_STATUS', 'DEPENDS_ON', 'LINKS_TO', 'CITES', 'SHARES_OUTCOME_OF'][i] = type(r)][0] AS o1, x.position AS o2, x.id AS o3, 0 AS o4, '' AS o5, r.id AS o6
  UNION ALL
  MATCH (a)<-[r:LEADS]-(b:Body)
  WHERE r.basis IN $basis AND r.until IS NULL
  RETURN 2 AS part, 'above' AS direction, 1 AS level, b.name AS subject, 'leads' AS relation, a.name AS object,
         r.basis AS basis, r.reason AS reason, r.source AS source, r.confirmed_by AS confirmed_by, r.confirmed_on AS confirmed_on, [a.id, b.id, a.id] AS about,
         r.position AS o1, 0 AS o2, '' AS o3, 0 AS o4, '' AS o5, r.id AS o6
  UNION ALL
  MATCH (a)<-[l:LEADS]-(b:Body)
  WHERE l.basis IN $basis AND l.until IS NULL
  MATCH p = ALL SHORTEST (b)(()-[q:REPORTS_TO WHERE q.basis IN $basis AND q.until IS NULL]->()){0,}(x:Body {plan: $plan})
  WITH a, x, [n IN nodes(p) | n.id] AS things, [l] + relationships(p) AS chain
  ORDER BY size(chain), things, [one IN chain | one.id]
  WITH a, x, collect(chain)[0] AS before
  MATCH (x)-[r:REPORTS_TO]->(y:Body)
  WHERE r.basis IN $basis AND r.until IS NULL
  WITH a, x, y, r, before, before + [r] AS chain
  WITH a, x, y, r, size(chain) AS level, ['stated', 'inherited', 'inferred', 'assumed'][reduce(rank = 0, one IN chain | CASE WHEN one.basis_rank > rank THEN one.basis_rank ELSE rank END)] AS basis,
       CASE WHEN r.reason IS NOT NULL THEN r.reason
            WHEN none(one IN before WHERE one.reason IS NOT NULL) THEN null ELSE
         'This step itself is ' + r.basis + '; another step of the chain is weaker: ' +
         reduce(text = '', part IN
           reduce(seen = [], one IN before |
             CASE WHEN one.reason IS NULL OR one.reason IN seen THEN seen ELSE seen + one.reason END) |
           text + CASE text WHEN '' THEN '' ELSE '; ' END + part) END AS reason
  RETURN 3 AS part, 'above' AS direction, level AS level, x.name AS subject, 'reports to' AS relation, y.name AS object,
         basis AS basis, reason AS reason, r.source AS source, r.confirmed_by AS confirmed_by, r.confirmed_on AS confirmed_on, [a.id, x.id, y.id] AS about,
         level AS o1, x.position AS o2, x.id AS o3, y.position AS o4, y.id AS o5, r.id AS o6
  UNION ALL
  MATCH (a)<-[r]-(x)
  WHERE type(r) IN ['DEPENDS_ON', 'LINKS_TO', 'CITES', 'SHARES_OUTCOME_OF'] AND r.basis IN $basis AND r.until IS NULL
  RETURN 4 AS part, 'below' AS direction, 1 AS level, x.name AS subject, replace(toLower(type(r)), '_', ' ') AS relation, a.name AS object,
         r.basis AS basis, r.reason AS reason, r.source AS source, r.confirmed_by AS confirmed_by, r.confirmed_on AS confirmed_on, [a.id, x.id, a.id] AS about,
         [i IN range(0, size(['DEPENDS_ON', 'LINKS_TO', 'CITES', 'SHARES_OUTCOME_OF']) - 1) WHERE ['DEPENDS_ON', 'LINKS_TO', 'CITES', 'SHARES_OUTCOME_OF'][i] = type(r)][0] AS o1, x.position AS o2, x.id AS o3, 0 AS o4, '' AS o5, r.id AS o6
  UNION ALL
  MATCH (a)<-[r:NAMED_IN]-(x:Body)
  WHERE r.basis IN $basis AND r.until IS NULL
  RETURN 5 AS part, 'names' AS direction, 1 AS level, x.name AS subject, 'named in' AS relation, a.name AS object,
         r.basis AS basis, r.reason AS reason, r.source AS source, r.confirmed_by AS confirmed_by, r.confirmed_on AS confirmed_on, [a.id, x.id, a.id] AS about,
         0 AS o1, x.position AS o2, x.id AS o3, 0 AS o4, '' AS o5, r.id AS o6
}
RETURN a.number AS action, a.id AS row_id, direction, level, subject, relation, object, basis, reason, source,
       confirmed_by, confirmed_on, about
ORDER BY a.position, a.id, part, o1, o2, o3, o4, o5, o6
