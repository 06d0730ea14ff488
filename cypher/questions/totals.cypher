CYPHER 5
// name: totals
// description: How many actions, citations, leads, dates, statuses, bodies and other things the plan holds, and what is counted.
// ask: how many citations are there
// ask: how many recommendations are cited
// ask: what are the totals
// ask: how many bodies are there
// ask: how many numbers are cited
CALL () {
  MATCH (thing:Plan|Priority|Action|Report|Recommendation|Body|Document|Abbreviation|Event {plan: $plan})
  RETURN thing, [] AS facts
  UNION ALL
  MATCH (thing:Action|Body {plan: $plan})
  RETURN thing,
         COLLECT {
           MATCH (thing)-[fact:SERVES|ADDRESSES|LEADS|HAS_STATUS|REPORTS_TO|LINKS_TO|CITES|DEPENDS_ON|SHARES_OUTCOME_OF]->(other:Sscb)
           RETURN [fact, other]
         } AS facts
}
RETURN thing, facts
