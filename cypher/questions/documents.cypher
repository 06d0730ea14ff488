CYPHER 5
// name: documents
// description: Legislation, guidance and other documents that the plan names or relies on.
MATCH (document:Document {plan: $plan})
RETURN document
