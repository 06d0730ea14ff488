CYPHER 5
// name: search
// description: Every text of the plan that holds some words, and what only our own words hold; case and accents do not matter.
// parameter: text (text) the words to look for | example: MASH
MATCH (thing:Sscb {plan: $plan})
WHERE all(word IN split($text, ' ') WHERE thing.search_text CONTAINS word)
RETURN thing,
       COLLECT { MATCH (thing:Body)-[has:HAS_NAME]->(form:BodyName) RETURN [has, form] } AS forms,
       COLLECT { MATCH (thing:Recommendation)-[:PART_OF]->(report:Report) RETURN report } AS reports
