CYPHER 5
// name: search
// description: Every text of the plan that holds some words; case and accents do not matter.
// parameter: text (text) the words to look for | example: MASH
// columns: kind, item, id, text, basis, source
MATCH (n:Sscb {plan: $plan})
WHERE all(word IN split($text, ' ') WHERE n.search_text CONTAINS word)
UNWIND [i IN range(0, 9) WHERE ['Action', 'Priority', 'Passage', 'Title', 'Body', 'PeerReviewRecommendation', 'OfstedRecommendation', 'Event', 'Document', 'Abbreviation'][i] IN labels(n)] AS order_of_kind
RETURN ['Action', 'Priority', 'Passage', 'Title', 'Body', 'PeerReviewRecommendation', 'OfstedRecommendation', 'Event', 'Document', 'Abbreviation'][order_of_kind] AS kind, n.name AS item, n.id AS id,
       [cell IN [n.text, n.outcome, n.lead_printed, n.timescale_printed, n.number_printed, n.recs_printed, n.status_printed,
                 n.wording, n.wording_in_table, n.heading, n.topic, n.expansion] WHERE cell IS NOT NULL]
       + [n.name] + coalesce(n.printed_names, []) + coalesce(n.quote, []) AS text,
       coalesce(n.basis, 'stated') AS basis, n.source AS source, [] AS about
ORDER BY order_of_kind, n.position, n.id
