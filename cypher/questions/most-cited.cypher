CYPHER 5
// name: most-cited
// description: The recommendations that actions cite, the most cited first.
MATCH (item:Recommendation {plan: $plan})<-[cited:ADDRESSES]-(action:Action)
RETURN item, cited, action
