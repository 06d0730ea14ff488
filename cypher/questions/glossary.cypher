CYPHER 5
// name: glossary
// description: What abbreviations stand for: what the text expands each to, if it ever does, and the body that it is read as.
// parameter: word (text?) the abbreviation; all unless given | example: QA&P
// ask: what do the abbreviations stand for
// ask: list the abbreviations
// ask: what do the letters mean
// ask: glossary
// ask: explain the abbreviations
// ask: what does {text} stand for
// ask: what is {text} short for
// ask: what does the abbreviation {text} mean
MATCH (short:Abbreviation {plan: $plan})
WHERE $word IS NULL OR short.search_text CONTAINS $word
RETURN short, COLLECT { MATCH (short)-[reads:ABBREVIATES]->(body:Body) RETURN [reads, body] } AS bodies
