"""The shared store: a plan in Neo4j, through the official driver, with the embedded store's answers."""
