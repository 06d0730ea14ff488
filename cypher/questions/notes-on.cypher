CYPHER 5
// name: notes-on
// description: The cautions that answers about some things carry.
// parameter: ids (ids) ids of things, separated by commas | example: ofsted, damb
MATCH (note:Note {plan: $plan})-[on:NOTE_ON]->(thing:Sscb)
OPTIONAL MATCH (thing)<-[part:PART_OF]-(item:Recommendation) WHERE item.id IN $ids
RETURN note, on, thing, collect([part, item]) AS items
