CYPHER 5
// name: requirements
// description: What the law and statutory guidance require of the arrangements, and whether each requirement is met, unmet or unknown.
// parameter: edition (year?) the year whose requirements are meant; without it, those of the plan's period | example: 2018
// ask: which requirements are met
// ask: which requirements are unmet
// ask: which statutory requirements are met
// ask: what does the law require
// ask: what does the guidance require
// ask: what does working together require
// ask: what are the statutory requirements
// ask: which duties are met
// ask: what are our duties
CALL () {
  MATCH (plan:Plan {plan: $plan})
  RETURN plan AS thing, [] AS facts
  UNION ALL
  // All requirements come, and the facts of those that may be in force in the year.
  MATCH (requirement:Requirement {plan: $plan})
  RETURN requirement AS thing,
         CASE WHEN $edition IS NULL
                OR (coalesce(requirement.from, '') <= $edition + '-12-31'
                    AND coalesce(requirement.until, $edition) >= $edition)
           THEN COLLECT { MATCH (requirement)<-[fact:MEETS|DOES_NOT_MEET|BEARS_ON]-(body:Body) RETURN [fact, body] }
                + COLLECT { MATCH (requirement)<-[:MEETS|DOES_NOT_MEET|BEARS_ON]-(:Body)<-[on:DECIDES_ON]-(decision:Decision)
                            RETURN [on, decision] }
                + COLLECT { MATCH (requirement)<-[:MEETS|DOES_NOT_MEET|BEARS_ON]-(:Body)<-[takes:REPLACES|FORMERLY]-(other:Body)
                            RETURN [takes, other] }
           ELSE [] END AS facts
}
RETURN thing, facts
