CYPHER 5
// name: search
// description: Every text of the plan that holds some words, and what only our own words hold; case and accents do not matter.
// parameter: text (text) the words to look for | example: MASH
// ask: where does it say {text}
// ask: where does the plan say {text}
// ask: where does the plan mention {text}
// ask: where is {text} mentioned
// ask: search for {text}
// ask: find {text}
// ask: does the plan mention {text}
// ask: what does the plan say about {text}
// ask: look for {text}
MATCH (thing:Sscb {plan: $plan})
WHERE all(word IN split($text, ' ') WHERE thing.search_text CONTAINS word)
RETURN thing,
       COLLECT { MATCH (thing:Body)-[has:HAS_NAME]->(form:BodyName) RETURN [has, form] } AS forms,
       COLLECT { MATCH (thing:Recommendation)-[:PART_OF]->(report:Report) RETURN report } AS reports
