CYPHER 5
// name: notes-on
// description: The cautions that answers about some things carry.
// parameter: ids (ids) ids of things, separated by commas | example: ofsted, damb
// ask: what cautions are there about {ids}
// ask: what notes are there on {ids}
// ask: what should I know about {ids}
// ask: what should be noted about {ids}
// ask: notes on {ids}
// ask: cautions about {ids}
// ask: what caveats are there about {ids}
MATCH (note:Note {plan: $plan})-[on:NOTE_ON]->(thing:Sscb)
OPTIONAL MATCH (thing)<-[part:PART_OF]-(item:Recommendation) WHERE item.id IN $ids
RETURN note, on, thing, collect([part, item]) AS items
