CYPHER 5
// name: search
// description: Every text of the plan that holds some words; case and accents do not matter.
// parameter: text (text) the words to look for | example: MASH
MATCH (thing:Sscb {plan: $plan})
WHERE all(word IN split($text, ' ') WHERE thing.search_text CONTAINS word)
RETURN thing
