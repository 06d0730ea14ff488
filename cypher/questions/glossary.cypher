CYPHER 5
// name: glossary
// description: Every abbreviation, with what the text expands it to, if it ever does, and the body that it is read as.
// ask: what do the abbreviations stand for
// ask: list the abbreviations
// ask: what do the letters mean
// ask: glossary
// ask: explain the abbreviations
MATCH (short:Abbreviation {plan: $plan})
RETURN short, COLLECT { MATCH (short)-[reads:ABBREVIATES]->(body:Body) RETURN [reads, body] } AS bodies
