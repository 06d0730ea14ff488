CYPHER 5
// Questions begin at the plan's nodes of one label.
CREATE RANGE INDEX sscb_plan IF NOT EXISTS FOR (n:Sscb) ON (n.plan);
CREATE RANGE INDEX sscb_load IF NOT EXISTS FOR (n:Load) ON (n.plan);
CREATE RANGE INDEX sscb_plan_plan IF NOT EXISTS FOR (n:Plan) ON (n.plan);
CREATE RANGE INDEX sscb_action_plan IF NOT EXISTS FOR (n:Action) ON (n.plan);
CREATE RANGE INDEX sscb_body_plan IF NOT EXISTS FOR (n:Body) ON (n.plan);
CREATE RANGE INDEX sscb_priority_plan IF NOT EXISTS FOR (n:Priority) ON (n.plan);
CREATE RANGE INDEX sscb_decision_plan IF NOT EXISTS FOR (n:Decision) ON (n.plan);
CREATE RANGE INDEX sscb_event_plan IF NOT EXISTS FOR (n:Event) ON (n.plan);
CREATE RANGE INDEX sscb_note_plan IF NOT EXISTS FOR (n:Note) ON (n.plan);
CREATE RANGE INDEX sscb_report_plan IF NOT EXISTS FOR (n:Report) ON (n.plan);
CREATE RANGE INDEX sscb_recommendation_plan IF NOT EXISTS FOR (n:Recommendation) ON (n.plan);
CREATE RANGE INDEX sscb_requirement_plan IF NOT EXISTS FOR (n:Requirement) ON (n.plan);
// Search matches folded text with CONTAINS.
CREATE TEXT INDEX sscb_search IF NOT EXISTS FOR (n:Sscb) ON (n.search_text);
