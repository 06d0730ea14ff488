CYPHER 5
// name: documents
// description: Legislation, guidance and other documents that the plan names or relies on.
// ask: which documents does the plan name
// ask: what documents are there
// ask: which laws does the plan rely on
// ask: which documents does the plan rely on
// ask: list the documents
// ask: what legislation is cited
MATCH (document:Document {plan: $plan})
RETURN document
