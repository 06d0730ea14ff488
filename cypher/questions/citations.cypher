CYPHER 5
// name: citations
// description: Every citation of a numbered recommendation by an action, with the ids of both.
MATCH (item:Recommendation {plan: $plan})<-[cited:ADDRESSES]-(action:Action)
RETURN item, cited, action
