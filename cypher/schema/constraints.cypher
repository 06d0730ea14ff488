CYPHER 5
// One node for each id of a plan: the key of everything that is loaded.
CREATE CONSTRAINT sscb_plan_id IF NOT EXISTS
FOR (n:Sscb) REQUIRE (n.plan, n.id) IS UNIQUE;
